import { type Categories, categoryTally } from './categories.ts';
import { type CellShape, shapeOf } from './cell-shape.ts';
import { type DateGuess, dateTally } from './guess-dates.ts';

/** What the values of one column look like. */
export interface ColumnSurvey {
  readonly name: string;
  readonly filled: number;
  /** Different values: counted, or estimated beyond some thousand. */
  readonly distinct: number;
  readonly isUnique: boolean;
  readonly samples: readonly string[];
  /** Characters of the longest value, and words of a usual one. */
  readonly longest: number;
  readonly usualWords: number;
  /** Of the filled, from 0 to 1. */
  readonly shares: Readonly<Record<CellShape, number>>;
  /** Of the figures, the least and the greatest. */
  readonly range: { readonly least: number; readonly most: number; readonly areWhole: boolean };
  readonly dates: DateGuess;
  /** Set when few values come again and again. */
  readonly categories: Categories | undefined;
}

export interface ColumnTally {
  /** Takes a value in, and gives what it looks like; a day is told apart from other text. */
  readonly add: (text: string) => CellShape | 'date' | 'empty';
  readonly survey: () => ColumnSurvey;
}

/** Values told apart one by one; beyond them a bitmap estimates (linear counting, within one in a hundred). */
const exactMax = 4000;
const bitmapBits = 1 << 19;

/** Counts one column in bounded memory, however many rows there are. */
export function columnTally(name: string, { country, monthFirst }: TallyOptions): ColumnTally {
  const dates = dateTally(monthFirst);
  const shapes: Record<CellShape, number> = { phone: 0, mail: 0, number: 0, point: 0, link: 0, 'yes-no': 0, text: 0 };
  const listed = categoryTally();
  const samples: string[] = [];
  const different = differentValues();
  let [filled, longest, words, least, most] = [0, 0, 0, Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  let areWhole = true;
  const add = (cell: string): CellShape | 'date' | 'empty' => {
    const text = cell.trim();
    if (text === '') return 'empty';
    filled += 1;
    longest = Math.max(longest, text.length);
    words += wordCount(text);
    if (different.add(text) && samples.length < 3) samples.push(text.slice(0, 120));
    listed.add(text);
    const shape = shapeOf(text, country);
    shapes[shape] += 1;
    if (shape === 'number') {
      const figure = Number(text.replace(/,|%$/g, ''));
      if (figure < least) least = figure;
      if (figure > most) most = figure;
      areWhole &&= Number.isInteger(figure);
    }
    return dates.add(text) ? 'date' : shape;
  };
  const survey = (): ColumnSurvey => ({
    name,
    filled,
    distinct: different.count(),
    isUnique: filled > 1 && !different.hasTwice(filled),
    samples,
    longest,
    usualWords: filled === 0 ? 0 : Math.round((words / filled) * 10) / 10,
    shares: sharesOf(shapes, filled),
    range: Number.isFinite(least) ? { least, most, areWhole } : { least: 0, most: 0, areWhole: false },
    dates: dates.guess(),
    categories: listed.categories(),
  });
  return { add, survey };
}

export interface TallyOptions {
  readonly country: string;
  /** The month is written before the day, as in the United States. */
  readonly monthFirst: boolean;
}

/** Words up to a number beyond which it is a story anyhow. */
function wordCount(text: string): number {
  let words = 1;
  for (let at = text.indexOf(' '); at !== -1 && words < 100; at = text.indexOf(' ', at + 1)) words += 1;
  return words;
}

function sharesOf(shapes: Readonly<Record<CellShape, number>>, filled: number): Readonly<Record<CellShape, number>> {
  const shares = Object.entries(shapes).map(([shape, count]) => [shape, filled === 0 ? 0 : count / filled]);
  return Object.fromEntries(shares) as Record<CellShape, number>;
}

function differentValues() {
  const exact = new Set<string>();
  let bits: Uint8Array | undefined;
  let zeros = bitmapBits;
  let twice = false;
  const mark = (text: string): void => {
    bits ??= new Uint8Array(bitmapBits / 8);
    const place = (hashOf(text) >>> 0) % bitmapBits;
    const mask = 1 << (place % 8);
    const byte = bits[place >> 3] ?? 0;
    if ((byte & mask) === 0) zeros -= 1;
    bits[place >> 3] = byte | mask;
  };
  return {
    /** True for one that was not there before, as far as that is counted one by one. */
    add: (text: string): boolean => {
      const key = text.length > 100 ? `${hashOf(text)} ${text.length} ${text.slice(0, 80)}` : text;
      if (exact.has(key)) {
        twice = true;
        return false;
      }
      if (exact.size < exactMax) {
        exact.add(key);
        if (exact.size === exactMax) for (const one of exact) mark(one);
        return true;
      }
      // A column in which values come again is settled; only a possible key is estimated to the end.
      mark(key);
      return false;
    },
    count: (): number => (bits ? Math.round(-bitmapBits * Math.log(Math.max(zeros, 1) / bitmapBits)) : exact.size),
    hasTwice: (filled: number): boolean =>
      twice || (bits !== undefined && -bitmapBits * Math.log(Math.max(zeros, 1) / bitmapBits) < filled * 0.995),
  };
}

/** FNV-1a: quick, and even enough to count with. */
export function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  // The lowest bits of FNV are its weakest.
  return hash ^ (hash >>> 15);
}
