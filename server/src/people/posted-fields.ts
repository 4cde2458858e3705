import { dialingCountries, parsePhone } from '@barnraise/kernel/contact.ts';

/** The fields of a posted form, cleaned: one line each, without control characters, cut at a length. */
export interface PostedFields {
  text(name: string, lengthMax?: number): string;
  lines(name: string, lengthMax?: number): string;
  several(name: string): string[];
}

/** What needs another look: a code for each field, whose words the page's area has as `problem-<code>`. */
export type Problems<Code extends string> = Readonly<Record<string, Code>>;

/** U+FFFD stands where what was sent was no UTF-8; what it once was cannot be told. */
export function isBroken(text: string): boolean {
  return text.includes('\uFFFD');
}

/** A number that the country would dial; where we do not know how it writes numbers, anything with enough digits. */
export function isPhone(text: string, country: string): boolean {
  if (parsePhone(text, country)) return true;
  return !dialingCountries.includes(country) && text.replace(/\D/g, '').length >= 5;
}
