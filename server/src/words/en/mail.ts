/** E-mails. */
export const mail = {
  footer: 'You get this because you are part of {group}.',
} as const;
