import { isLocale, type Locale } from './locale.ts';
import type { Message } from './message.ts';
import { findMessage, makeWords, wordsFor, type Words } from './words.ts';

/** A language of the catalog, or `mirror`: English turned right to left, to try the pages in that direction. */
export type WordsName = Locale | 'mirror';

/** The words of that name. `mirror` exists for tests; the program offers it only when it was started with it. */
export function wordsByName(name: WordsName): Words {
  if (isLocale(name)) return wordsFor(name);
  mirror ??= makeWords('en', (key) => mirrored(findMessage('en', key)), { language: 'ar', direction: 'rtl' });
  return mirror;
}

let mirror: Words | undefined;

const rightToLeftOverride = '\u202e';
const endOfOverride = '\u202c';

function mirrored(message: Message): Message {
  const turn = (text: string): string => rightToLeftOverride + text + endOfOverride;
  if (typeof message === 'string') return turn(message);
  return { ...message, one: turn(message.one ?? message.other), other: turn(message.other) };
}
