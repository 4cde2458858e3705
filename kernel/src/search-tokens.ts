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

/** Words that stand in nearly every text, English and Spanish: nobody is told apart by them. */
const commonWords = new Set(
  `the and for with that this have has had are was were you your our from they them their there here who what when can
  could would will need needs please thank thanks not but any all one more just about also some very really get got
  los las una uno unos unas con para por que del esta este estoy son mas muy pero como sin nos mis sus les hay tengo
  tiene necesito necesita favor gracias`.split(/\s+/),
);

/** More words of one text are not searched by. */
export const textTokensMax = 40;

/** The words that a longer text is found by: those that say something, each once. */
export function textTokens(text: string): readonly string[] {
  return searchTokens(text)
    .filter((token) => (token.length > 2 || unspaced.test(token)) && !commonWords.has(token))
    .slice(0, textTokensMax);
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
