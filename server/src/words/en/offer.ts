/** Offering help, once or standing. */
export const offer = {
  title: 'I can help',
} as const;
