import type { Translation } from '../message.ts';
import type { request as english } from '../en/request.ts';

export const request = {
  title: 'Lo que hace falta',
} satisfies Translation<typeof english>;
