import type { FoundPhrase } from './found-phrases.ts';
import type { KindIndex, ReadableKind } from './kind-index.ts';
import { gapStrength, type Word } from './words.ts';

const people: readonly (readonly [who: string, words: RegExp])[] = [
  ['baby', /^(?:baby|babys|babies|infants?|newborns?|bebes?|recien)$/],
  [
    'child',
    /^(?:kids?|child|childs|childrens?|boys?|girls?|toddlers?|son|sons|daughter|daughters|youth|nin[oa]s?|hij[oa]s?|infantil)$/,
  ],
  ['men', /^(?:mens?|mans|male|males|hombres?|caballeros?|guys)$/],
  ['women', /^(?:womens?|womans|ladies|ladys|female|females|mujer|mujeres|damas?)$/],
  ['adult', /^(?:adults?|elderly|seniors?|grandma|grandmother|grandpa|grandfather|adultos?|ancian[oa]s?|abuel\w+)$/],
];

/** Whom a word names, as the kinds tell people apart. */
export function peopleNamed(plain: string): string | undefined {
  return people.find(([, pattern]) => pattern.test(plain))?.[0];
}

const finer: { readonly [code: string]: { readonly [who: string]: string } } = {
  'goods.clothing.any': {
    baby: 'goods.clothing.baby',
    child: 'goods.clothing.children',
    men: 'goods.clothing.men',
    women: 'goods.clothing.women',
  },
  'goods.clothing.coat-adult': { baby: 'goods.clothing.coat-child', child: 'goods.clothing.coat-child' },
  'goods.clothing.shoes-adult': { baby: 'goods.clothing.shoes-child', child: 'goods.clothing.shoes-child' },
  'goods.diapers.any': { adult: 'goods.adult-briefs.any' },
};

/** Says what a general name means by the people named right beside it: "boots, boys size 2" are a child's. */
export function forWhom<K extends ReadableKind>(
  words: readonly Word[],
  index: KindIndex<K>,
  phrase: FoundPhrase<K>,
  isTaken: (at: number) => boolean,
): FoundPhrase<K> {
  const [first] = phrase.meanings;
  const table = first && finer[first.kind.code];
  if (!table || phrase.meanings.length > 1) return phrase;
  const who = whoseBeside(words, phrase, isTaken);
  const kind = who === undefined ? undefined : index.byCode.get(table[who] ?? '');
  return kind ? { ...phrase, meanings: [{ ...first, kind }] } : phrase;
}

function whoseBeside(
  words: readonly Word[],
  { from, to }: { readonly from: number; readonly to: number },
  isTaken: (at: number) => boolean,
): string | undefined {
  const next = [to, to + 1, to + 2];
  const beside = [
    ...next.filter((at) => next.every((other) => other > at || joins(words, other))),
    ...(from > 0 && gapStrength(words[from]?.gap ?? '') === 0 ? [from - 1] : []),
  ];
  for (const at of beside) {
    if (isTaken(at)) return undefined;
    const plain = words[at]?.plain ?? '';
    if (/^(?:and|or|y|o)$/.test(plain)) return undefined;
    const who = peopleNamed(plain);
    if (who !== undefined) return who;
  }
  return undefined;
}

function joins(words: readonly Word[], at: number): boolean {
  return words[at] !== undefined && gapStrength(words[at].gap) === 0;
}
