import { callLinkOf, showPhone } from '@barnraise/kernel/show-phone.ts';
import { createContext } from 'svelte';

/** Phone numbers for readers in one country. */
export interface Phones {
  show(text: string): string;
  link(text: string): string;
}

/** Put there by the layout of a group's pages: numbers are written as in the group's country. */
export const [usePhones, providePhones] = createContext<Phones>();

export function phonesFor(country: string): Phones {
  return { show: (text) => showPhone(text, country), link: (text) => callLinkOf(text, country) };
}
