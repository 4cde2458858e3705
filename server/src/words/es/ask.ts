import type { Translation } from '../message.ts';
import type { ask as english } from '../en/ask.ts';

export const ask = {
  title: 'Pedir ayuda',
} satisfies Translation<typeof english>;
