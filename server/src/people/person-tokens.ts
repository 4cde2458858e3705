import { mailKey, parseMail, parsePhone } from '@barnraise/kernel/contact.ts';
import { likenessBands, likenessSketch } from '@barnraise/kernel/likeness.ts';
import { normalText } from '@barnraise/kernel/normal-text.ts';
import { nameKey, searchTokens, textTokens } from '@barnraise/kernel/search-tokens.ts';

import type { SearchToken } from '../database/vault/vault.ts';
import { finerCell, parsePoint } from './point.ts';
import type { Detail, DetailField } from './vault-fields.ts';

/**
 * The sorts of keyed hashes that a new value of a field replaces. Words of free text have no place here: somebody's texts
 * share one sort, and a text that changed may not take the words of another with it. They go with the person.
 */
export const tokenSorts = {
  phone: ['phone'],
  mail: ['mail'],
  name: ['name', 'name-word', 'name-like'],
  address: ['address', 'address-word'],
  point: ['cell'],
} as const satisfies Partial<Record<DetailField, readonly string[]>>;

/** The sorts of hashes of a field; none for those that nobody is found by. */
export function tokenSortsOf(field: DetailField): readonly string[] {
  return field in tokenSorts ? tokenSorts[field as keyof typeof tokenSorts] : [];
}

const textFields: readonly DetailField[] = ['description', 'detail', 'directions'];

/** The sorts of hashes for which none of these fields, which are all that somebody has left, gives a reason any more. */
export function sortsWithout(left: readonly string[]): readonly string[] {
  const replaceable = Object.entries(tokenSorts).flatMap(([field, sorts]) => (left.includes(field) ? [] : sorts));
  return textFields.some((field) => left.includes(field)) ? replaceable : [...replaceable, 'word'];
}

/** The sketches are hashed under the group's key afterwards, so they need no salt of their own. */
const sketchSalt = 0;

/** What a detail lets its person be found by. `country` says how a phone number without a code is read. */
export function tokensOf(detail: Pick<Detail, 'field' | 'value'>, country: string): readonly SearchToken[] {
  const { field, value } = detail;
  switch (field) {
    case 'phone':
      return one('phone', phoneKey(value, country));
    case 'mail':
      return one('mail', mailKeyOf(value));
    case 'name':
      return [
        ...one('name', nameKey(value)),
        ...each('name-word', searchTokens(value)),
        ...each('name-like', likenessBands(likenessSketch(nameKey(value), sketchSalt))),
      ];
    case 'address':
      return [...one('address', normalText(value)), ...each('address-word', textTokens(value))];
    case 'description':
    case 'detail':
    case 'directions':
      return each('word', textTokens(value));
    case 'point': {
      const point = parsePoint(value);
      return point ? [{ field: 'cell', text: finerCell(point) }] : [];
    }
    default:
      return [];
  }
}

/** A number that no country writes so is still found by its digits: a local one without an area code, for example. */
function phoneKey(text: string, country: string): string | undefined {
  const digits = text.replace(/\D/g, '');
  return parsePhone(text, country) ?? (digits.length >= 5 ? digits : undefined);
}

function mailKeyOf(text: string): string | undefined {
  const mail = parseMail(text);
  return mail && mailKey(mail);
}

function each(field: string, texts: readonly string[]): readonly SearchToken[] {
  return texts.map((text) => ({ field, text }));
}

function one(field: string, text: string | undefined): readonly SearchToken[] {
  return text ? [{ field, text }] : [];
}
