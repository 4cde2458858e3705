import type { Translation } from '../message.ts';
import type { offer as english } from '../en/offer.ts';

export const offer = {
  title: 'Yo puedo ayudar',
} satisfies Translation<typeof english>;
