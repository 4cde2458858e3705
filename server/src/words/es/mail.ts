import type { Translation } from '../message.ts';
import type { mail as english } from '../en/mail.ts';

export const mail = {
  footer: 'Recibe esto porque es parte de {group}.',
} satisfies Translation<typeof english>;
