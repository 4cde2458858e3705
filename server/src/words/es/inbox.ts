import type { Translation } from '../message.ts';
import type { inbox as english } from '../en/inbox.ts';

export const inbox = {
  title: 'Lo que se necesita',
} satisfies Translation<typeof english>;
