import type { FoundPhrase } from './found-phrases.ts';
import type { PhraseNode, ReadableKind } from './kind-index.ts';
import { gapStrength, isFiller, type Word } from './words.ts';

/**
 * Adds the phrases of which a list says one word only once: "men's and women's clothing" names both, as do "baby and
 * adult diapers" and "ropa de hombre y mujer". Two phrases side by side that mean the same ("Similac baby formula")
 * become one.
 */
export function withSharedWords<K extends ReadableKind>(
  words: readonly Word[],
  stems: readonly string[],
  root: PhraseNode<K>,
  found: readonly FoundPhrase<K>[],
): readonly FoundPhrase<K>[] {
  const taken = new Set(
    found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, offset) => from + offset)),
  );
  const all: FoundPhrase<K>[] = [];
  for (const phrase of found) {
    const before = sharingTail(words, stems, root, phrase, taken);
    const after = sharingHead(words, stems, root, phrase, taken);
    const last = all.at(-1);
    if (!before && last && isSame(words, last, phrase)) all[all.length - 1] = { ...last, to: phrase.to };
    else all.push(...(before ? [before] : []), phrase);
    if (after) all.push(after);
  }
  return all;
}

const joins = /^(?:and|or|y|o|e|u)$/;

/** "Baby and adult diapers": the word before the "and", with all but the first word of the phrase. */
function sharingTail<K extends ReadableKind>(
  words: readonly Word[],
  stems: readonly string[],
  root: PhraseNode<K>,
  { from, to }: FoundPhrase<K>,
  taken: ReadonlySet<number>,
): FoundPhrase<K> | undefined {
  const tail = contentStems(words, stems, from + 1, to);
  const at = joinedPlace(words, from, -1);
  if (tail.length === 0 || at === undefined || taken.has(at) || /\d/.test(stems[at] ?? '')) return undefined;
  const meanings = meaningsOf(root, [stems[at] ?? '', ...tail]);
  return meanings ? { from: at, to: at + 1, meanings } : undefined;
}

/** "Ropa de hombre y mujer": all but the last word of the phrase, with the word after the "y". */
function sharingHead<K extends ReadableKind>(
  words: readonly Word[],
  stems: readonly string[],
  root: PhraseNode<K>,
  { from, to }: FoundPhrase<K>,
  taken: ReadonlySet<number>,
): FoundPhrase<K> | undefined {
  const head = contentStems(words, stems, from, to - 1);
  const at = joinedPlace(words, to - 1, 1);
  if (head.length === 0 || at === undefined || taken.has(at) || /\d/.test(stems[at] ?? '')) return undefined;
  const meanings = meaningsOf(root, [...head, stems[at] ?? '']);
  return meanings ? { from: at, to: at + 1, meanings } : undefined;
}

/** The word on the other side of an "and" or "&" next to the word `edge`, going `step` by step over fillers. */
function joinedPlace(words: readonly Word[], edge: number, step: 1 | -1): number | undefined {
  let at = edge + step;
  const gapTo = (place: number): string => words[step === 1 ? place : place + 1]?.gap ?? '.';
  if (gapStrength(gapTo(at)) > 0) return undefined;
  const ampersand = gapTo(at).includes('&');
  if (!ampersand) {
    if (!joins.test(words[at]?.plain ?? '')) return undefined;
    at += step;
  }
  while (words[at] && gapStrength(gapTo(at)) === 0 && isFiller(words[at] as Word)) at += step;
  return words[at] && gapStrength(gapTo(at)) === 0 ? at : undefined;
}

function contentStems(words: readonly Word[], stems: readonly string[], from: number, to: number): readonly string[] {
  return stems.slice(from, to).filter((_, offset) => !isFiller(words[from + offset] as Word));
}

function meaningsOf<K extends ReadableKind>(
  root: PhraseNode<K>,
  stems: readonly string[],
): FoundPhrase<K>['meanings'] | undefined {
  let node: PhraseNode<K> | undefined = root;
  for (const stem of stems) node = node?.next.get(stem);
  return node && node.meanings.length > 0 ? node.meanings : undefined;
}

function isSame<K extends ReadableKind>(words: readonly Word[], a: FoundPhrase<K>, b: FoundPhrase<K>): boolean {
  return a.to === b.from && words[b.from]?.gap.trim() === '' && a.meanings[0]?.kind === b.meanings[0]?.kind;
}
