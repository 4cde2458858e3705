import { normalText } from './normal-text.ts';

/** Scripts written without spaces between words: found by pairs of letters instead of words. */
const unspaced = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Thai}\p{Script=Khmer}\p{Script=Lao}]/u;

/** Longer words are cut, so that a hash is never made of a page; more words of one text are not searched by. */
const tokenLengthMax = 40;
export const searchTokensMax = 200;

/**
 * The words a text is found by, each once, in order of first use: normalized, so that "Peña", "PENA" and "peña" are one.
 * The vault keeps a keyed hash of each beside the encrypted text; a search hashes its own tokens and compares.
 */
export function searchTokens(text: string): readonly string[] {
  const tokens = new Set<string>();
  for (const word of normalText(text).split(' ')) {
    for (const token of unspaced.test(word) ? pairsOf(word) : [word]) {
      if (token !== '') tokens.add(token.slice(0, tokenLengthMax));
      if (tokens.size >= searchTokensMax) return [...tokens];
    }
  }
  return [...tokens];
}

/** The whole name as one token, its parts in alphabetical order: "Ortega, Luz María" is "María Luz Ortega". */
export function nameKey(name: string): string {
  return normalText(name).split(' ').toSorted().join(' ');
}

function pairsOf(word: string): readonly string[] {
  const letters = Array.from(word);
  if (letters.length < 2) return letters;
  return letters.slice(1).map((letter, index) => `${letters[index] ?? ''}${letter}`);
}
