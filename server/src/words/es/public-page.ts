import type { Translation } from '../message.ts';
import type { publicPage as english } from '../en/public-page.ts';

export const publicPage = {
  ask: 'Pedir ayuda',
} satisfies Translation<typeof english>;
