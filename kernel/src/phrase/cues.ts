import { englishCues } from './english-cues.ts';
import { spanishCues } from './spanish-cues.ts';
import { gapStrength, type Word } from './words.ts';

/**
 * What a turn of phrase does to the things named around it.
 * `refuse` turns down what follows up to the end of the clause ("we do not need"), `refuse-item` only the item of the
 * list it stands in ("no", "not"), `except` turns the sense of what came before around, `lack` says that something has
 * run out, which is asking for it ("we have no water"), `need` begins anew, `hold` says that somebody has it,
 * `neutral` is a phrase that only looks like another ("al menos"). `enough-of-it` and `there-is` only look back, at what
 * stands before them in the item: "food good", "oxygen available at the gate"; so does `asked-for`, which takes out of a
 * refusal what stands before it: "no clothes, toys welcome".
 */
export type CueSense =
  | 'refuse'
  | 'refuse-item'
  | 'except'
  | 'lack'
  | 'need'
  | 'hold'
  | 'neutral'
  | 'asked-for'
  | 'enough-of-it'
  | 'there-is';

/**
 * A cue over the words `from` to `to`; `bare` for a lone "no", which can also mean that there is none; `measures` for
 * "plenty" and its like, which can also say how much is needed.
 */
export type Cue = {
  readonly sense: CueSense;
  readonly from: number;
  readonly to: number;
  readonly bare: boolean;
  readonly measures: boolean;
};

const senses = Object.keys(englishCues) as readonly CueSense[];

const measuring = /^(?:more than )?(?:plenty|enough|suficient|bastante)/;

function isSingleWords(source: string): boolean {
  return /^[a-z0-9|]+$/.test(source);
}

// Both languages at once: people mix them, and no phrase of one is a phrase of the other with another sense.
const patterns = senses.map((sense) => {
  // Of several that fit a regular expression takes the first: single words come last.
  const sources = [...englishCues[sense], ...spanishCues[sense]]
    .toSorted((one, other) => Number(isSingleWords(one)) - Number(isSingleWords(other)))
    .join('|');
  return [sense, new RegExp(`(?<![^ ])(?:${sources})(?![^ ])`, 'y')] as const;
});

/**
 * Every cue of a text in its order, the longest where several begin at one word. Cues inside `taken` words (a phrase that
 * names a kind, such as "no-cook box") are none.
 */
export function cuesOf(words: readonly Word[], taken: (at: number) => boolean): readonly Cue[] {
  const line = lineOf(words);
  const cues: Cue[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const cue = taken(at) ? undefined : cueAt(line, at, taken);
    if (!cue) continue;
    cues.push(cue);
    at = cue.to - 1;
  }
  return cues;
}

type Line = { readonly text: string; readonly starts: readonly number[] };

/** The plain words with single spaces, and a mark no pattern contains wherever something parts them. */
function lineOf(words: readonly Word[]): Line {
  const starts: number[] = [];
  let text = '';
  for (const word of words) {
    if (text !== '') text += gapStrength(word.gap) > 0 ? ' | ' : ' ';
    starts.push(text.length);
    text += word.plain;
  }
  return { text, starts };
}

function cueAt(line: Line, from: number, taken: (at: number) => boolean): Cue | undefined {
  const start = line.starts[from] ?? 0;
  // A turn of phrase is short: a window keeps a long text from being read over and over.
  const begin = Math.max(0, start - 80);
  const near = line.text.slice(begin, start + 240);
  let longest: Cue | undefined;
  let length = 0;
  for (const [sense, pattern] of patterns) {
    pattern.lastIndex = start - begin;
    const found = pattern.exec(near)?.[0] ?? '';
    if (found.length <= length) continue;
    const count = found.split(' ').length;
    if (Array.from({ length: count }, (_, offset) => from + offset).some(taken)) continue;
    length = found.length;
    longest = {
      sense,
      from,
      to: from + count,
      bare: /^(?:no|ni|nor|nope|nah)$/.test(found),
      measures: measuring.test(found),
    };
  }
  return longest;
}
