import type { ColumnGuess } from './guess-meaning.ts';
import type { ColumnSurvey } from './column-tally.ts';
import { hashOf } from './column-tally.ts';

/** What names a row, so that it comes in once and is found again when it has changed. */
export interface KeyGuess {
  readonly columns: readonly string[];
  /** True when no two of the rows looked at have the same. */
  readonly isUnique: boolean;
}

/** Rows whose cells are remembered, as hashes, to see which columns tell them apart together. */
export const keyRows = 5000;
const keyColumnsMax = 6;

/** Meanings by how little they change while a thing stays itself: a number, then who, then where, then when; never a state. */
const steadiness = [
  'name',
  'phone',
  'mail',
  'address',
  'latitude',
  'longitude',
  'point',
  'askedAt',
  'words',
  'needs',
  'kinds',
] as const;

/** A numbering of the rows' own; else the fewest of the steadiest columns that together are different in every row. */
export function guessKey(
  columns: readonly ColumnSurvey[],
  guesses: readonly ColumnGuess[],
  sample: readonly Uint32Array[],
): KeyGuess {
  const own = columns.filter((column, index) => guesses[index]?.meaning === 'key' && column.isUnique);
  const numbered = own.toSorted((left, right) => right.filled - left.filled)[0];
  if (numbered && numbered.filled >= sample.length * 0.9) return { columns: [numbered.name], isUnique: true };
  const ordered = steadiness.flatMap((meaning) =>
    columns.flatMap((column, index) => (guesses[index]?.meaning === meaning && column.filled > 0 ? [index] : [])),
  );
  const together = narrowed(growing(ordered, sample), columns, sample);
  if (together.isUnique) return together;
  // Nothing that is understood tells the rows apart; a column without a meaning may: a barcode, the name of a ware.
  const other = columns.find((column) => column.isUnique && column.filled >= sample.length && column.longest <= 100);
  return other ? { columns: [other.name], isUnique: true } : together;
}

/** Takes columns in as long as each tells more rows apart. */
function growing(ordered: readonly number[], sample: readonly Uint32Array[]): number[] {
  let chosen: number[] = [];
  let apart = 0;
  for (const column of ordered) {
    if (apart === sample.length && chosen.length > 0) break;
    const more = differing([...chosen, column], sample);
    if (more > apart || chosen.length === 0) chosen = [...chosen, column];
    apart = Math.max(apart, more);
  }
  return chosen;
}

/** Leaves out again what the later ones made needless, from the least steady on. */
function narrowed(
  chosen: readonly number[],
  columns: readonly ColumnSurvey[],
  sample: readonly Uint32Array[],
): KeyGuess {
  const apart = differing(chosen, sample);
  let kept = [...chosen];
  for (const column of chosen.toReversed()) {
    const without = kept.filter((one) => one !== column);
    if (without.length > 0 && differing(without, sample) === apart) kept = without;
  }
  const names = kept.slice(0, keyColumnsMax).map((index) => columns[index]?.name ?? '');
  return { columns: names, isUnique: names.length > 0 && apart === sample.length };
}

function differing(chosen: readonly number[], sample: readonly Uint32Array[]): number {
  return new Set(sample.map((row) => chosen.map((column) => row[column]).join())).size;
}

/** A row's cells as hashes, empty ones as 0. */
export function rowHashes(cells: readonly string[]): Uint32Array {
  return Uint32Array.from(cells, (cell) => (cell.trim() === '' ? 0 : hashOf(cell.trim())));
}
