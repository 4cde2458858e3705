import type { Translation } from '../message.ts';
import type { commitment as english } from '../en/commitment.ts';

export const commitment = {
  title: 'Yo lo hago',
} satisfies Translation<typeof english>;
