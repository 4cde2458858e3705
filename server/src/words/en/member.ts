/** A member’s own pages: today’s list, what I do, my account. */
export const member = {
  title: 'My list',
} as const;
