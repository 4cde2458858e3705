/** The form for asking, its answer page, and the private page of what was asked. */
export const ask = {
  title: 'Ask for help',
} as const;
