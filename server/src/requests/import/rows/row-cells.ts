import { repairText } from '../read/repair-text.ts';
import type { RowRemark } from './read-row.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The cells of one row as the mapping names them, trimmed, with broken letters put right. */
export interface RowCells {
  /** Empty where the row has no such column. */
  readonly cell: (name: string | undefined) => string;
  /** Several cells in one, the empty ones left out, at most so many characters. */
  readonly joined: (names: readonly string[] | undefined, separator: string, lengthMax: number) => string;
  /** Several texts in one, one below the other, the empty ones left out, at most {@link wordsMax}. */
  readonly words: (...texts: readonly string[]) => string;
  /** What should be looked at in the cells that were read: letters that were put right, a text that was cut. */
  readonly remarks: () => readonly RowRemark[];
}

/** Longest words kept of one row; the whole of it is kept for a while as it came. */
export const wordsMax = 4000;

export function rowCells(row: Row): RowCells {
  let wasRepaired = false;
  let wasCut = false;
  const cell = (name: string | undefined): string => {
    const right = repairText(name === undefined ? '' : (row[name] ?? ''));
    wasRepaired ||= right.repaired;
    return right.text.trim();
  };
  const limited = (parts: readonly string[], separator: string, lengthMax: number): string => {
    const text = parts.filter((part) => part !== '').join(separator);
    wasCut ||= text.length > lengthMax;
    return text.slice(0, lengthMax);
  };
  return {
    cell,
    joined: (names, separator, lengthMax) => limited((names ?? []).map(cell), separator, lengthMax),
    words: (...texts) => limited(texts, '\n\n', wordsMax),
    remarks: () => [
      ...(wasRepaired ? (['repaired-letters'] as const) : []),
      ...(wasCut ? (['cut-short'] as const) : []),
    ],
  };
}
