import type { KindIndex, ReadableKind } from './kind-index.ts';
import { gapStrength, type Word } from './words.ts';

/** What people write for a size, and what the codes of sizes call it. */
const sizeNames: { readonly [word: string]: string } = {
  small: 's',
  medium: 'm',
  large: 'l',
  chica: 's',
  chico: 's',
  pequena: 's',
  mediana: 'm',
  mediano: 'm',
  grande: 'l',
  nb: 'newborn',
  rn: 'newborn',
  newborns: 'newborn',
  preemies: 'preemie',
  prematuro: 'preemie',
  '2xl': 'xxl',
};

/** Words that say that a size follows. */
export const sizeLabel = /^(?:sizes?|sz|tallas?|tamanos?|numeros?|no|stages?|etapas?)$/;
const joining = /^(?:and|or|y|o|e|to|a|thru|through|through|both)$/;

/** Words that say something of the sizes before them and count nothing. */
const sayingWord =
  /^(?:we|they|i|you|is|are|was|were|please|have|has|not|no|needed|wanted|only|esp|especially|yes|for|por|ya|si|tenemos|hay|son|que)$/;

/** Sizes of a kind whose code ends in `.any`, found around its name: the kinds, and how far the words of sizes reach. */
export type FoundSizes<K extends ReadableKind> = {
  readonly kinds: readonly K[];
  readonly from: number;
  readonly to: number;
};

/**
 * Reads "diapers size 4, 5 and 6", "talla 3 o 4", "sizes 4 & 5 diapers", "pull-ups (2T-3T)" around the words `from` to
 * `to`. Undefined when the kind has no sizes or none is named.
 */
export function sizesAround<K extends ReadableKind>(
  words: readonly Word[],
  span: { readonly from: number; readonly to: number },
  kind: K,
  index: KindIndex<K>,
): FoundSizes<K> | undefined {
  const family = /^(.+)\.(?:any$|size-)/.exec(kind.code)?.[1];
  if (family === undefined) return undefined;
  const stem = `${family}.size-`;
  const sized = [...index.byCode.values()].filter((each) => each.code.startsWith(stem));
  const sizeOf = (word: Word | undefined): K | undefined => word && kindOfSize(word.plain, stem, sized);
  if (kind.code.startsWith(stem)) return moreSizes(words, span, kind, sizeOf);
  return sizesAfter(words, span, sizeOf) ?? sizesBefore(words, span, sizeOf);
}

/** "Diapers size 4, 5 and 6", "size 1 and size 6 diapers": one size belongs to the phrase, the others stand beside it. */
function moreSizes<K extends ReadableKind>(
  words: readonly Word[],
  { from, to }: { from: number; to: number },
  kind: K,
  sizeOf: (word: Word | undefined) => K | undefined,
): FoundSizes<K> | undefined {
  const before = sizesBefore(words, { from, to }, sizeOf);
  const rest = sizeRun(words, to, sizeOf, true);
  if (!before && rest.kinds.length === 0) return undefined;
  const kinds = [...new Set([...(before?.kinds ?? []), kind, ...rest.kinds])];
  return { kinds, from: before?.from ?? from, to: rest.kinds.length > 0 ? rest.to : to };
}

/** The sizes listed from the word `at` on, and the word after the last of them. */
function sizeRun<K extends ReadableKind>(
  words: readonly Word[],
  at: number,
  sizeOf: (word: Word | undefined) => K | undefined,
  hasSize = false,
): { readonly kinds: readonly K[]; readonly to: number } {
  const kinds: K[] = [];
  let to = at;
  for (let next = at; next < words.length && gapStrength(words[next]?.gap ?? '') < 2; next += 1) {
    const plain = words[next]?.plain ?? '';
    const kind = sizeOf(words[next]);
    // "size 4, 2 packs" and "size 4, 5 tarps": a figure with something to count begins an amount.
    const after = words[next + 1];
    const counts =
      after &&
      gapStrength(after.gap) === 0 &&
      !joining.test(after.plain) &&
      !sizeLabel.test(after.plain) &&
      !sayingWord.test(after.plain);
    if (kind && counts && /^\d/.test(plain) && (hasSize || next > at)) break;
    if (kind) {
      if (isRange(words, next)) kinds.push(...sizesBetween(words[to - 1], words[next], sizeOf));
      kinds.push(kind);
      to = next + 1;
    } else if (!joining.test(plain) && !sizeLabel.test(plain)) break;
  }
  return { kinds, to };
}

/** "1 through 3", "4-6". */
function isRange(words: readonly Word[], at: number): boolean {
  return words[at]?.gap === '-' || /^(?:to|thru|through|a|al)$/.test(words[at - 1]?.plain ?? '');
}

function sizesBetween<K extends ReadableKind>(
  first: Word | undefined,
  last: Word | undefined,
  sizeOf: (word: Word | undefined) => K | undefined,
): readonly K[] {
  const [low, high] = [Number(first?.plain), Number(last?.plain)];
  if (!first || !(high > low + 1 && high < low + 10)) return [];
  return Array.from({ length: high - low - 1 }, (_, step) =>
    sizeOf({ ...first, plain: String(low + step + 1) }),
  ).filter((kind) => kind !== undefined);
}

/** The size of a kind that a word names. */
export function kindOfSize<K extends ReadableKind>(plain: string, stem: string, sized: readonly K[]): K | undefined {
  const size = Object.hasOwn(sizeNames, plain)
    ? sizeNames[plain]
    : plain.replace(/^(?:size|sz|s|t)(?=\d)/, '').replace(/(?<=^\d)s$/, '');
  return sized.find((kind) => {
    const name = kind.code.slice(stem.length);
    return name === size || name.split('-').includes(size ?? '');
  });
}

function sizesAfter<K extends ReadableKind>(
  words: readonly Word[],
  { from, to }: { from: number; to: number },
  sizeOf: (word: Word | undefined) => K | undefined,
): FoundSizes<K> | undefined {
  let at = to;
  while (/^(?:in|en|de|of|are|is|son)$/.test(words[at]?.plain ?? '')) at += 1;
  const labeled = sizeLabel.test(words[at]?.plain ?? '');
  if (labeled) at += 1;
  if (gapStrength(words[at]?.gap ?? '.') === 2) return undefined;
  // A bare figure is a size only in a letter or in parentheses: "diapers 4" may be four diapers.
  const first = words[at];
  const isBrand = /^(?:huggies|pampers|luvs)$/.test(words[to - 1]?.plain ?? '') && /^\d$/.test(first?.plain ?? '');
  if (!labeled && !isBrand && !(first && (/[a-z]/.test(first.plain) || /[(#]/.test(first.gap)))) return undefined;
  const run = sizeRun(words, at, sizeOf);
  return run.kinds.length > 0 ? { kinds: [...new Set(run.kinds)], from, to: run.to } : undefined;
}

function sizesBefore<K extends ReadableKind>(
  words: readonly Word[],
  { from, to }: { from: number; to: number },
  sizeOf: (word: Word | undefined) => K | undefined,
): FoundSizes<K> | undefined {
  const kinds: K[] = [];
  for (let at = from - 1; at >= 0 && gapStrength(words[at + 1]?.gap ?? '') < 2; at -= 1) {
    const word = words[at];
    if (word && sizeLabel.test(word.plain))
      return kinds.length > 0 ? { kinds: [...new Set(kinds.reverse())], from: at, to } : undefined;
    const kind = sizeOf(word);
    if (kind) kinds.push(kind);
    else if (!joining.test(word?.plain ?? '')) return undefined;
  }
  return undefined;
}
