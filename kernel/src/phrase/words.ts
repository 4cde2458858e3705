import { normalText } from '../normal-text.ts';
import { spelledOut } from './shorthand.ts';

/** One word of a text: its stem for comparing, where it stands, and what stood between it and the word before. */
export type Word = {
  /** Lower case, without accents and apostrophes, plural endings off. */
  readonly stem: string;
  /** As `stem`, with its ending: "needed" differs from "need". */
  readonly plain: string;
  readonly start: number;
  readonly end: number;
  readonly gap: string;
};

const wordShape =
  /\d+(?:[.,/]\d+)*(?![\p{L}\d])|[\p{L}\p{N}\p{M}]+(?:['’`´][\p{L}\p{M}]+)*|½|¼|¾|[🚫❌⛔✖✗✘👎🙅✅✔☑👍]/gu;

/** Signs that people set beside a thing in place of a word; read as words that nobody writes. */
const signs: ReadonlyMap<string, string> = new Map([
  ...'🚫 ❌ ⛔ ✖ ✗ ✘ 👎 🙅'.split(' ').map((sign) => [sign, 'signno'] as const),
  ...'✅ ✔ ☑ 👍'.split(' ').map((sign) => [sign, 'signyes'] as const),
]);

/** Cuts a text into words. Offsets are those of the text as given, so a page can mark what was read. */
export function wordsOf(text: string): readonly Word[] {
  const words: Word[] = [];
  let end = 0;
  // As long as before, so that the offsets stay: "n/a" and "w/o" are one word each.
  const joined = text
    .replace(/\b([nw])\/([ao])\b/gi, (_, first: string, last: string) => `${first}x${last}`)
    .replace(/\bw\//gi, 'w ')
    // "No + ropa" is no more of it.
    .replace(/(?<=\bno )\+/gi, 'ª');
  // Addresses of pages and mail hold words that nobody wrote as words; spaces in their place keep the offsets.
  const prose = joined.replace(/https?:\/\/\S+|www\.\S+|(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,255}\.\S+/gi, (link) =>
    ' '.repeat(link.length),
  );
  for (const match of prose.matchAll(wordShape)) {
    const plain = signs.get(match[0]) ?? spelledOut(normalText(match[0]));
    words.push({
      stem: stemOf(plain),
      plain,
      start: match.index,
      end: match.index + match[0].length,
      gap: joined.slice(end, match.index),
    });
    end = match.index + match[0].length;
  }
  return words;
}

/**
 * Takes plural endings off an English or Spanish word alike: boxes and box, batteries and battery, colchones and colchón
 * meet. It need not be right, only the same for both sides, and it must keep short words apart (car, care).
 */
export function stemOf(plain: string): string {
  if (plain.length <= 3 || /\d/.test(plain)) return plain;
  if (/(?:x|ch|sh|ss|zz)es$/.test(plain)) return plain.slice(0, -2);
  const singular = /[^siu]s$/.test(plain) ? plain.slice(0, -1) : plain;
  if (/(?:ie|y)$/.test(singular)) return singular.replace(/(?:ie|y)$/, 'i');
  return singular.length > 4 && singular.endsWith('e') ? singular.slice(0, -1) : singular;
}

/** Words that carry nothing between the words of a name: "ride to the doctor" and "ride doctor" are one phrase. */
const fillers = new Set(
  `a an the of for to my our your his her their some any with de del la las el los un una unos unas para al con por mi mis
   su sus nuestro nuestra lo`.split(/\s+/),
);

/** True for articles, possessives and small prepositions, which phrases are compared without. */
export function isFiller(word: Word): boolean {
  return fillers.has(word.plain);
}

/** The stems of a phrase without its fillers; empty when nothing but fillers and single letters is left. */
export function phraseStems(phrase: string): readonly string[] {
  const stems = wordsOf(phrase)
    .filter((word) => !isFiller(word))
    .map((word) => word.stem);
  return stems.some((stem) => stem.length > 1) ? stems : [];
}

/** How strongly a gap parts two words: 0 not, 1 as items of a list, 2 as clauses. */
export function gapStrength(gap: string): 0 | 1 | 2 {
  if (/[:;]-?[)(DP](?![\p{L}\d])|[.;!?…]\s|[.;!?…]{2}|;|[!?](?!['’])|\n|\r|\s[-–—]+\s|[–—]|\.$/u.test(gap)) return 2;
  return /[,:/|•·*()[\]+]|-\s|\s-/.test(gap) ? 1 : 0;
}
