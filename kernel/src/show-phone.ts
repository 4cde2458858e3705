import { callLink, dialing, parsePhone, type PhoneNumber } from './contact.ts';

/** How the digits behind the country code are written in groups; the first row whose beginning and length fit. */
type Grouping = readonly (readonly [beginning: RegExp, sizes: readonly number[]])[];

const any = /^/;
const northAmerica: Grouping = [[any, [3, 3, 4]]];

const groupings: { readonly [code: string]: Grouping } = {
  '1': northAmerica,
  '31': [[/^6/, [1, 8]]],
  '33': [[any, [1, 2, 2, 2, 2]]],
  '34': [[any, [3, 3, 3]]],
  '44': [
    [/^2/, [2, 4, 4]],
    [/^7/, [4, 6]],
    [/^(?:1\d1|11|[389])/, [3, 3, 4]],
    [any, [4, 6]],
  ],
  '52': [[/^(?:33|55|56|81)/, [2, 4, 4]]],
  '61': [
    [/^[2378]/, [1, 4, 4]],
    [any, [3, 3, 3]],
  ],
  '64': [
    [any, [1, 3, 4]],
    [any, [2, 3, 4]],
  ],
  '91': [[any, [5, 5]]],
  '353': [[/^(?:1|8)/, [2, 3, 4]]],
};

/** Country codes of one and two digits (ITU-T E.164, list of assigned codes); all others have three. */
const shortCode = /^(?:1|7|2[07]|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58])/;

/**
 * A number as people in `country` read it: the national way when it is theirs, "(608) 555-0100", else with its country
 * code, "+52 55 1234 5678". Whatever is no number stays as it was typed. What is shown can be typed in again.
 */
export function showPhone(text: string, country: string): string {
  const phone = parsePhone(text, country);
  if (phone === undefined) return text;
  const code = shortCode.exec(phone.slice(1))?.[0] ?? phone.slice(1, 4);
  const groups = inGroups(phone.slice(1 + code.length), groupings[code] ?? []);
  const plan = dialing[country.toUpperCase()];
  const shown = plan?.code === code ? nationally(groups, plan) : '';
  return parsePhone(shown, country) === phone ? shown : `+${code} ${groups.join(' ')}`;
}

/** Opens the phone's own app on a number as it was typed; the digits as they are where it is no known number. */
export function callLinkOf(text: string, country: string): `tel:${string}` {
  const phone: PhoneNumber | undefined = parsePhone(text, country);
  return phone === undefined ? `tel:${text.replaceAll(/[^\d+]/g, '')}` : callLink(phone);
}

function nationally(
  groups: readonly string[],
  { code, trunk }: { readonly code: string; readonly trunk: string },
): string {
  if (code !== '1') return trunk + groups.join(' ');
  const [area = '', ...rest] = groups;
  return `(${area}) ${rest.join('-')}`;
}

function inGroups(digits: string, grouping: Grouping): readonly string[] {
  const fits = ([beginning, sizes]: Grouping[number]): boolean =>
    beginning.test(digits) && sizes.reduce((sum, size) => sum + size) === digits.length;
  const sizes = grouping.find(fits)?.[1] ?? usualSizes(digits.length);
  let from = 0;
  return sizes.map((size) => digits.slice(from, (from += size)));
}

/** Threes, with a last group of two to four. */
function usualSizes(length: number): readonly number[] {
  if (length <= 4) return [length];
  if (length === 8) return [4, 4];
  return [3, ...usualSizes(length - 3)];
}
