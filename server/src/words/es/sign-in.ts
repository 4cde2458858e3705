import type { Translation } from '../message.ts';
import type { signIn as english } from '../en/sign-in.ts';

export const signIn = {
  title: 'Entrar',
} satisfies Translation<typeof english>;
