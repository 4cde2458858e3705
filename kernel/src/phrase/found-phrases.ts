import type { KindLanguage } from '../kind.ts';
import { readUnitWord } from './amounts.ts';
import { withCarried } from './carried.ts';
import { cuesOf, type Cue } from './cues.ts';
import { forWhom } from './for-whom.ts';
import type { KindIndex, Meaning, PhraseNode, ReadableKind } from './kind-index.ts';
import { withLeftOut } from './left-out.ts';
import { isSettling } from './looking-back.ts';
import { isOnlyName, onlyNames } from './only-names.ts';
import { respelled } from './spelling.ts';
import {
  asksForPeople,
  isAskingVerb,
  isAskingWord,
  isCountingWord,
  isHeadingPlace,
  isNoRoom,
  isPeople,
  isPlaceWord,
  isWantedWord,
  isWeak,
} from './weak-phrases.ts';
import { withSharedWords } from './shared-words.ts';
import { gapStrength, isFiller, type Word } from './words.ts';

/** A phrase of a text that names kinds: its first word, the word after its last, and what it can mean. */
export type FoundPhrase<K extends ReadableKind> = {
  readonly from: number;
  readonly to: number;
  readonly meanings: readonly Meaning<K>[];
};

/**
 * Finds the longest phrase at each place, from left to right. A phrase may run over articles and small prepositions but
 * never over a comma or the end of a clause. Meanings in `language`, or the text's own when it is plain which, come first.
 */
export function foundPhrases<K extends ReadableKind>(
  words: readonly Word[],
  index: KindIndex<K>,
  text: string,
  language?: KindLanguage,
): readonly FoundPhrase<K>[] {
  const names = onlyNames(words, text);
  const turned = turningDown(words);
  const stems = words.map((word) => knownStem(word.stem, index));
  const found: FoundPhrase<K>[] = [];
  for (let from = 0; from < words.length; from += 1) {
    const phrase = longestAt(words, stems, index.root, from);
    if (!phrase) continue;
    // A name is passed over word by word: "Water Street Shelter" can still be told by what follows.
    if (isOnlyName(names, phrase)) continue;
    if (!isWeak(joined(words, stems, phrase)) || isMeant(words, phrase) || isTurnedDown(words, phrase, turned))
      found.push(phrase);
    from = phrase.to - 1;
  }
  const shared = withSharedWords(words, stems, index.root, found);
  const taken = new Set(shared.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const exact = shared.map((phrase) => forWhom(words, index, phrase, (at) => taken.has(at)));
  const whole = withLeftOut(words, index, withCarried(words, index, exact));
  const preferred = language ?? textLanguage(words, whole);
  return preferred ? whole.map((phrase) => ({ ...phrase, meanings: preferring(phrase.meanings, preferred) })) : whole;
}

function knownStem<K extends ReadableKind>(stem: string, index: KindIndex<K>): string {
  return respelled(stem, index.vocabulary) ?? stem;
}

function longestAt<K extends ReadableKind>(
  words: readonly Word[],
  stems: readonly string[],
  root: PhraseNode<K>,
  from: number,
): FoundPhrase<K> | undefined {
  let node: PhraseNode<K> | undefined = root;
  let longest: FoundPhrase<K> | undefined;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (!word || (at > from && gapStrength(word.gap) > 0)) break;
    if (isFiller(word)) {
      if (at === from) break;
      continue;
    }
    // "Watch my 2 boys": after a verb a figure tells how many, and is no part of the name.
    if (/^(?:\d|two|three|dos|tres)/.test(word.plain) && at > from && isVerb(words[from])) continue;
    node = node.next.get(stems[at] ?? '');
    if (!node) break;
    if (node.meanings.length > 0) longest = { from, to: at + 1, meanings: node.meanings };
  }
  return longest;
}

function isVerb(word: Word | undefined): boolean {
  return /^(?:watch|feed|walk|mov|carry|pick|look|remov|cuid|mover|cargar|quitar)/.test(word?.plain ?? '');
}

function joined(words: readonly Word[], stems: readonly string[], { from, to }: { from: number; to: number }): string {
  return stems.filter((_, at) => at >= from && at < to && !isFiller(words[at] as Word)).join(' ');
}

/** What stands farther off than this many words gives a phrase no company. */
const farthest = 40;

/**
 * True when a weak phrase is meant: it is asked for or counted, or nothing stands beside it in its item of the list but
 * asking words, articles, numbers and units.
 */
function isMeant(words: readonly Word[], { from, to }: { from: number; to: number }): boolean {
  // What "and" joins is an item of its own: "need water and shelter", "trucks and drivers".
  const goesOn = (at: number): boolean => gapStrength(words[at]?.gap ?? '') === 0 && !isJoin(words[at]?.plain);
  let first = from;
  while (
    first > Math.max(0, from - farthest) &&
    gapStrength(words[first]?.gap ?? '') === 0 &&
    !isJoin(words[first - 1]?.plain)
  )
    first -= 1;
  let end = to;
  while (end < Math.min(words.length, to + farthest) && goesOn(end)) end += 1;
  // "In need of volunteers": the little words are part of the asking.
  const before = words
    .slice(first, from)
    .filter((word, at, all) => !(word.plain === 'in' && all[at + 1]?.plain === 'need'));
  const last = words[to - 1]?.plain ?? '';
  // "Call me at 304 …" gives a number.
  if (last === 'me' && /^(?:at|on|\d+|\+\d+)$/.test(words[to]?.plain ?? '')) return false;
  if (isHeadingPlace(last, words[to]?.gap ?? '')) return false;
  if (last === 'short' || isNoRoom(before.at(-1)?.plain ?? '', last)) return false;
  // "4 volunteers for Saturday's pantry" asks for four; "10 beds left" tells what there is.
  if (/^\d+$/.test(before.at(-1)?.plain ?? '')) return !isCountingWord(words[to]?.plain ?? '');
  if (before.every((word) => isFiller(word)) && asksForPeople(last, words[to]?.plain ?? '')) return true;
  if (isAskedFor(before)) return true;
  if (!before.every(isNoCompany)) return false;
  const after = words.slice(to, end);
  if (before.some((word) => isAskingVerb(word.plain)) || isWantedWord(after[0]?.plain ?? '')) return true;
  return after.every(isNoCompany);
}

/** "She said they could use volunteers": the word right before asks, whatever was said before it. */
function isAskedFor(before: readonly Word[]): boolean {
  const said = before.filter((word) => !isFiller(word) && !/^(?:more|some|extra|additional|mas)$/.test(word.plain));
  const last = said.at(-1)?.plain ?? '';
  if (last === 'use') return /^(?:could|can)$/.test(said.at(-2)?.plain ?? '');
  return /^(?:needs|needing|wants|requires?|requesting|seeking|necesitan|necesitamos|ocupamos|buscan|solicitan)$/.test(
    last,
  );
}

type Turning = {
  readonly starts: ReadonlySet<number>;
  readonly ends: ReadonlySet<number>;
  /** The ends of those that turn down: words for which ones may follow before the thing. */
  readonly refusals: ReadonlySet<number>;
};

/** Where turns of phrase begin and end that turn something down or say that it is lacking. */
function turningDown(words: readonly Word[]): Turning {
  const cues = cuesOf(words, () => false).filter((cue) => saysSo(words, cue));
  return {
    starts: new Set(cues.map((cue) => cue.from)),
    ends: new Set(cues.map((cue) => cue.to)),
    refusals: new Set(cues.filter((cue) => cue.sense === 'refuse').map((cue) => cue.to)),
  };
}

const wanting =
  /^(?:use$|need|want|looking|request|requir|seeking|search|love|desperate|could|necesit|ocup|busc|urge|falt|send|bring|mand|trai|envi|hace|hacen|solicit|pedimos)/;

function saysSo(words: readonly Word[], { sense, bare, from }: Cue): boolean {
  if (sense === 'need' || sense === 'asked-for')
    return words.slice(from, from + 3).some((word) => wanting.test(word.plain));
  return /^(?:refuse|lack|enough|except)/.test(sense) && !bare;
}

/** "Volunteers are not needed", "turning away volunteers": whatever is turned down or lacking is meant. */
function isTurnedDown(words: readonly Word[], { from, to }: { from: number; to: number }, turned: Turning): boolean {
  if (isNoRoom(words[from - 1]?.plain ?? '', words[to - 1]?.plain ?? '')) return false;
  // "No drivers necessary": a lone "no" tells only with the word that settles it.
  if (/^(?:no|ni|not|menos|minus)$/.test(words[from - 1]?.plain ?? '') && gapStrength(words[from]?.gap ?? '') === 0) {
    if (isPeople(words[to - 1]?.plain ?? '')) return true;
    if (isSettling(words[to]?.plain ?? '') && gapStrength(words[to]?.gap ?? '.') === 0) return true;
  }
  const isPlace = isPlaceWord(words[to - 1]?.plain ?? '');
  if (isPlace && !/^(?:beds?|camas?)$/.test(words[to - 1]?.plain ?? '')) return false;
  let others = 0;
  for (let first = from; first > 0 && gapStrength(words[first]?.gap ?? '') === 0; first -= 1) {
    if (turned.refusals.has(first) || (others === 0 && !isPlace && turned.ends.has(first))) return true;
    // "Not accepting walk-in volunteers": what kind of them.
    if (!isFiller(words[first - 1] as Word)) others += 1;
    if (others > 2) break;
  }
  if (isPlace) return false;
  let last = to;
  if (gapStrength(words[last]?.gap ?? '.') === 0 && turned.starts.has(last)) return true;
  while (
    gapStrength(words[last]?.gap ?? '.') === 0 &&
    /^(?:is|are|was|were|we|they|shifts?|ya|se|por|ahora)$/.test(words[last]?.plain ?? '')
  ) {
    last += 1;
    if (turned.starts.has(last) && gapStrength(words[last]?.gap ?? '.') === 0) return true;
  }
  return false;
}

function isJoin(plain: string | undefined): boolean {
  return plain !== undefined && /^(?:and|or|n|y|o|e|plus|mas)$/.test(plain);
}

function isNoCompany(word: Word): boolean {
  return isFiller(word) || isAskingWord(word.plain) || readUnitWord(word.plain) !== undefined;
}

const spanishWords = new Set(
  'el la los las de del y o que para con por en se no un una necesito necesitamos hay mi'.split(' '),
);
const englishWords = new Set('the of and or for with in is are need needs we i my our to please not have a'.split(' '));

/** The language most of the text's own small words and phrases are in; undefined when they do not say. */
function textLanguage<K extends ReadableKind>(
  words: readonly Word[],
  found: readonly FoundPhrase<K>[],
): KindLanguage | undefined {
  let balance = 0;
  for (const word of words) balance += Number(spanishWords.has(word.plain)) - Number(englishWords.has(word.plain));
  for (const phrase of found) {
    const spoken = new Set(phrase.meanings.flatMap((meaning) => meaning.languages));
    if (spoken.size === 1) balance += spoken.has('es') ? 1 : -1;
  }
  if (balance === 0) return undefined;
  return balance > 0 ? 'es' : 'en';
}

function preferring<K extends ReadableKind>(
  meanings: readonly Meaning<K>[],
  language: KindLanguage,
): readonly Meaning<K>[] {
  const own = meanings.filter((meaning) => meaning.languages.includes(language));
  return own.length > 0 ? own : meanings;
}
