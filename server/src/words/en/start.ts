/** Starting a group in three steps. */
export const start = {
  title: 'Start your group',
} as const;
