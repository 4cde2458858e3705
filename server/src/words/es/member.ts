import type { Translation } from '../message.ts';
import type { member as english } from '../en/member.ts';

export const member = {
  title: 'Mi lista',
} satisfies Translation<typeof english>;
