import type { Instant } from '@barnraise/kernel/instant.ts';

import { en } from './en/index.ts';
import { es } from './es/index.ts';
import type { Direction, Locale } from './locale.ts';
import { fillMessage, type Message, type MessageParameters } from './message.ts';

type Catalog = typeof en;

/** Every message's key: `area.key`. */
export type MessageKey = {
  [Area in keyof Catalog]: `${Area}.${keyof Catalog[Area] & string}`;
}[keyof Catalog];

type MessageOf<Key extends MessageKey> = Key extends `${infer Area}.${infer Name}`
  ? Area extends keyof Catalog
    ? Name extends keyof Catalog[Area]
      ? Extract<Catalog[Area][Name], Message>
      : never
    : never
  : never;

type Arguments<Key extends MessageKey> = keyof MessageParameters<MessageOf<Key>> extends never
  ? []
  : [parameters: MessageParameters<MessageOf<Key>>];

/** The keys that need no parameters: those which a list of keys may hold and a component may look up by itself. */
export type PlainMessageKey = { [Key in MessageKey]: Arguments<Key> extends [] ? Key : never }[MessageKey];

/** Looks a text up by its key and puts the parameters in. */
export type Say = <Key extends MessageKey>(key: Key, ...parameters: Arguments<Key>) => string;

/** Everything that is said in one language. Call it with a key for the text; it also writes numbers and dates. */
export interface Words extends Say {
  readonly locale: Locale;
  readonly direction: Direction;
  /** The `lang` of a page in these words. */
  readonly language: string;
  number(value: number): string;
  /** A list as it is spoken: "rice, beans and oil". */
  list(items: readonly string[]): string;
  /** An instant on the wall of a zone, for example "Tue, Mar 3, 4:30 PM". `zone` is an IANA name. */
  instant(at: Instant, zone: string, style: InstantStyle): string;
  /** How far `at` lies from `now`, in the largest unit that fits: "2 hours ago", "in 3 days". */
  relative(at: Instant, now: Instant): string;
}

/** How much of an instant to write. */
export type InstantStyle = 'date' | 'time' | 'dateTime' | 'weekday';

const instantStyles: Readonly<Record<InstantStyle, Intl.DateTimeFormatOptions>> = {
  date: { weekday: 'short', month: 'short', day: 'numeric' },
  time: { hour: 'numeric', minute: '2-digit' },
  dateTime: { weekday: 'short', month: 'short', day: 'numeric', hour: 'numeric', minute: '2-digit' },
  weekday: { weekday: 'long' },
};

const catalogs: Readonly<Record<Locale, Readonly<Record<string, Readonly<Record<string, Message>>>>>> = { en, es };

/**
 * The words of one language, made once and kept: an Intl constructor costs more than the page around it.
 *
 * `wordsFor('en')('common.undo')` is "Undo".
 */
export function wordsFor(locale: Locale): Words {
  let words = made.get(locale);
  if (!words) {
    words = makeWords(locale, (key) => findMessage(locale, key));
    made.set(locale, words);
  }
  return words;
}

const made = new Map<Locale, Words>();

/** Builds words over any catalog. Only the tests' pseudo-language passes another look-up, language or direction. */
export function makeWords(
  locale: Locale,
  find: (key: MessageKey) => Message,
  shown: { readonly language: string; readonly direction: Direction } = { language: locale, direction: 'ltr' },
): Words {
  const plural = new Intl.PluralRules(locale);
  const number = new Intl.NumberFormat(locale);
  const list = new Intl.ListFormat(locale, { type: 'conjunction' });
  const relative = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  const instants = new Map<string, Intl.DateTimeFormat>();

  const say: Say = (key, ...given) => {
    const parameters: Readonly<Record<string, string | number>> = given[0] ?? {};
    const message = find(key);
    const shownParameters = Object.fromEntries(
      Object.entries(parameters).map(([name, value]) => [
        name,
        typeof value === 'number' ? number.format(value) : value,
      ]),
    );
    if (typeof message === 'string') return fillMessage(message, shownParameters);
    const form = message[plural.select(Number(parameters['count'] ?? 0))] ?? message.other;
    return fillMessage(form, shownParameters);
  };

  function instant(at: Instant, zone: string, style: InstantStyle): string {
    const name = `${zone} ${style}`;
    let format = instants.get(name);
    if (!format) {
      format = new Intl.DateTimeFormat(locale, { ...instantStyles[style], timeZone: zone });
      instants.set(name, format);
    }
    return format.format(at);
  }

  return Object.assign(say, {
    locale,
    language: shown.language,
    direction: shown.direction,
    number: (value: number) => number.format(value),
    list: (items: readonly string[]) => list.format(items),
    instant,
    relative: (at: Instant, now: Instant) => relative.format(...largestUnit((at - now) / 1000)),
  });
}

/** Seconds as a whole number of the largest unit that fits, rounded towards zero so that nothing looks older than it is. */
function largestUnit(seconds: number): [amount: number, unit: Intl.RelativeTimeFormatUnit] {
  const units: readonly (readonly [Intl.RelativeTimeFormatUnit, number])[] = [
    ['year', 31_556_952],
    ['month', 2_629_746],
    ['day', 86_400],
    ['hour', 3_600],
    ['minute', 60],
  ];
  for (const [unit, length] of units) {
    if (Math.abs(seconds) >= length) return [Math.trunc(seconds / length), unit];
  }
  return [0, 'minute'];
}

/** The message of a key; a key that is not there is a mistake in the program. */
export function findMessage(locale: Locale, key: MessageKey): Message {
  const [area = '', name = ''] = key.split('.');
  const message = catalogs[locale][area]?.[name];
  if (message === undefined) throw new Error(`The catalog has no message "${key}" in "${locale}".`);
  return message;
}
