import { peopleNamed } from './for-whom.ts';
import type { FoundPhrase } from './found-phrases.ts';
import type { KindIndex, ReadableKind } from './kind-index.ts';
import { kindOfSize, sizeLabel } from './sizes.ts';
import { gapStrength, type Word } from './words.ts';

/** What the same thing is called by the people it is for, where a text names the thing only once. */
const families: readonly (readonly [of: RegExp, kinds: { readonly [who: string]: string }])[] = [
  [
    /^goods\.(?:diapers|adult-briefs)\./,
    { baby: 'goods.diapers.any', child: 'goods.diapers.any', adult: 'goods.adult-briefs.any' },
  ],
  [
    /^goods\.clothing\.(?:any|men|women|children|baby)$/,
    {
      baby: 'goods.clothing.baby',
      child: 'goods.clothing.children',
      men: 'goods.clothing.men',
      women: 'goods.clothing.women',
    },
  ],
  [
    /^goods\.clothing\.coat-/,
    {
      child: 'goods.clothing.coat-child',
      men: 'goods.clothing.coat-adult',
      women: 'goods.clothing.coat-adult',
      adult: 'goods.clothing.coat-adult',
    },
  ],
  [
    /^goods\.clothing\.shoes-/,
    {
      child: 'goods.clothing.shoes-child',
      men: 'goods.clothing.shoes-adult',
      women: 'goods.clothing.shoes-adult',
      adult: 'goods.clothing.shoes-adult',
    },
  ],
];

/**
 * Adds what a text leaves out because it was said before: "women's clothes yes, men's no", "all diapers but newborn". Only
 * beside the words that turn the sense around; elsewhere a bare "newborn" is a child.
 */
export function withLeftOut<K extends ReadableKind>(
  words: readonly Word[],
  index: KindIndex<K>,
  found: readonly FoundPhrase<K>[],
): readonly FoundPhrase<K>[] {
  const taken = new Set(found.flatMap(({ from, to }) => Array.from({ length: to - from }, (_, at) => from + at)));
  const ends = new Map(found.map((phrase) => [phrase.to, phrase]));
  const added = words.flatMap((word, at): readonly FoundPhrase<K>[] => {
    if (taken.has(at)) return [];
    const last = lastBefore(ends, at)?.meanings[0]?.kind.code;
    if (last === undefined) return [];
    const kind =
      sizeMeant(words, at, last, index) ?? (isAnswered(words, at) ? whoseMeant(word, last, index) : undefined);
    return kind ? [{ from: at, to: at + 1, meanings: [{ kind, languages: ['en', 'es'] }] }] : [];
  });
  return added.length === 0 ? found : [...found, ...added].toSorted((a, b) => a.from - b.from);
}

function lastBefore<K extends ReadableKind>(
  ends: ReadonlyMap<number, FoundPhrase<K>>,
  at: number,
): FoundPhrase<K> | undefined {
  for (let end = at; end > at - 12; end -= 1) if (ends.has(end)) return ends.get(end);
  return undefined;
}

function sizeMeant<K extends ReadableKind>(
  words: readonly Word[],
  at: number,
  last: string,
  index: KindIndex<K>,
): K | undefined {
  const family = /^(.+)\.(?:any$|size-)/.exec(last)?.[1];
  const turning = sizeLabel.test(words[at - 1]?.plain ?? '') ? words[at - 2] : words[at - 1];
  if (family === undefined || !/^(?:but|except|excepto|menos|salvo|excluding|minus)$/.test(turning?.plain ?? ''))
    return undefined;
  const stem = `${family}.size-`;
  const sized = [...index.byCode.values()].filter((kind) => kind.code.startsWith(stem));
  return kindOfSize(words[at]?.plain ?? '', stem, sized);
}

/** "De bebé no", "for kids yes": an item that ends with the answer right behind. */
function isAnswered(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!next || gapStrength(next.gap) === 2 || !/^(?:no|not|yes|si|ya|signno|signyes)$/.test(next.plain)) return false;
  let first = at;
  while (first > 0 && gapStrength(words[first]?.gap ?? '') === 0) first -= 1;
  return at - first <= 2;
}

function whoseMeant<K extends ReadableKind>(word: Word, last: string, index: KindIndex<K>): K | undefined {
  const kinds = families.find(([of]) => of.test(last))?.[1];
  const who = peopleNamed(word.plain);
  return kinds && who !== undefined ? index.byCode.get(kinds[who] ?? '') : undefined;
}
