/** Saying “I’ll do it”, doing it, giving it back. */
export const commitment = {
  title: 'I’ll do it',
} as const;
