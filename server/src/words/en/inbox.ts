/** What the group took in: the list, search, and taking in by phone. */
export const inbox = {
  title: 'What people need',
} as const;
