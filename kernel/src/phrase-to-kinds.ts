import type { KindLanguage } from './kind.ts';
import { amountOf, type StatedAmount } from './phrase/amounts.ts';
import { foundPhrases, type FoundPhrase } from './phrase/found-phrases.ts';
import { kindIndex, type KindIndex, type ReadableKind } from './phrase/kind-index.ts';
import { sizesAround } from './phrase/sizes.ts';
import { stancesOf, type Stance } from './phrase/stances.ts';
import { wordsOf, type Word } from './phrase/words.ts';

/** A place in a text that names a kind. */
export type KindMatch<K extends ReadableKind> = Stance & {
  /** The likeliest kind. */
  readonly kind: K;
  /** Other kinds the same words can mean; not empty means: ask. */
  readonly alternatives: readonly K[];
  /** Where the words stand: from `start` up to, without, `end`, in the text as given. */
  readonly start: number;
  readonly end: number;
  /** How much of it, when the text says so. */
  readonly amount: StatedAmount | null;
};

/**
 * Reads a text in English or Spanish and finds what it names, in the order of the text: "2 boxes of size 4 diapers",
 * "agua, pañales talla 4", "DO NOT NEED CLOTHING".
 *
 * `negated` is what the text turns down; `unsure` a lone "no X", which may also say that there is none; `held` what
 * somebody says they have. It proposes and never decides: a person looks at what was read. `language` settles words that
 * both languages have; without it the text itself does.
 *
 * For many texts build the index once and use {@link findKindsIn}.
 */
export function findKinds<K extends ReadableKind>(
  text: string,
  kinds: readonly K[],
  language?: KindLanguage,
): readonly KindMatch<K>[] {
  return findKindsIn(text, kindIndex(kinds), language);
}

/** Longer texts are cut here: nobody lists needs in a book, and the time to read grows with the length. */
const lengthMax = 20_000;

/** As {@link findKinds}, with an index made beforehand by `kindIndex`. Reads the first 20,000 characters. */
export function findKindsIn<K extends ReadableKind>(
  text: string,
  index: KindIndex<K>,
  language?: KindLanguage,
): readonly KindMatch<K>[] {
  const words = wordsOf(text.slice(0, lengthMax));
  const phrases = foundPhrases(words, index, text, language);
  const stances = stancesOf(words, phrases);
  return phrases.flatMap((phrase, place) => matchesOf(words, phrase, stances[place] as Stance, index));
}

/** One match for a phrase, or one for each size that its words name. */
function matchesOf<K extends ReadableKind>(
  words: readonly Word[],
  phrase: FoundPhrase<K>,
  stance: Stance,
  index: KindIndex<K>,
): readonly KindMatch<K>[] {
  const [kind, ...alternatives] = phrase.meanings.map((meaning) => meaning.kind);
  if (!kind) return [];
  const sizes = sizesAround(words, phrase, kind, index);
  const { from, to } = sizes ?? phrase;
  const place = { start: words[from]?.start ?? 0, end: words[to - 1]?.end ?? 0, ...stance };
  const amount = amountOf(words, { from, to }, kind);
  if (!sizes) return [{ ...place, kind, alternatives, amount }];
  // An amount for several sizes together belongs to none of them.
  const shared = sizes.kinds.length > 1 ? null : amount;
  return sizes.kinds.map((size) => ({ ...place, kind: size, alternatives: [], amount: shared }));
}
