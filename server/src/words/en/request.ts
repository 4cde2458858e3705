/** One request and its needs, as the group works on it. */
export const request = {
  title: 'What’s needed',
} as const;
