import { repairText } from '../read/repair-text.ts';

/** A row by the names of its columns. */
export type Row = Readonly<Record<string, string>>;

/** The cells of one row as the mapping names them, trimmed, with broken letters put right. */
export interface RowCells {
  /** Empty where the row has no such column. */
  readonly cell: (name: string | undefined) => string;
  /** Several cells in one, the empty ones left out, at most so many characters. */
  readonly joined: (names: readonly string[] | undefined, separator: string, lengthMax: number) => string;
  /** True once a cell was read whose letters had to be put right. */
  readonly wasRepaired: () => boolean;
  /** True once a text was too long and was cut. */
  readonly wasCut: () => boolean;
}

export function rowCells(row: Row): RowCells {
  let wasRepaired = false;
  let wasCut = false;
  const cell = (name: string | undefined): string => {
    const right = repairText(name === undefined ? '' : (row[name] ?? ''));
    wasRepaired ||= right.repaired;
    return right.text.trim();
  };
  const joined: RowCells['joined'] = (names, separator, lengthMax) => {
    const text = (names ?? [])
      .map(cell)
      .filter((part) => part !== '')
      .join(separator);
    wasCut ||= text.length > lengthMax;
    return text.slice(0, lengthMax);
  };
  return { cell, joined, wasRepaired: () => wasRepaired, wasCut: () => wasCut };
}
