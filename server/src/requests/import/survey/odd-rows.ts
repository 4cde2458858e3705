import type { TableRow } from '../read/table-row.ts';
import type { ColumnTally } from './column-tally.ts';

/** What makes a row strange, to be looked at before all come in. */
export type OddReason =
  | { readonly code: 'columns-differ'; readonly cells: number; readonly columns: number }
  | { readonly code: 'names-again' | 'looks-like-a-total' | 'mostly-empty' | 'repaired-letters' | 'sheet-error' }
  | { readonly code: 'unlike-the-rest' | 'very-long'; readonly column: string };

export interface OddRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
  readonly reasons: readonly OddReason[];
}

export type CellLook = ReturnType<ColumnTally['add']>;

const oddRowsMax = 8;
/** Rows after which it is known what a column usually looks like. */
const usualAfter = 20;

interface Looks {
  readonly counts: Map<CellLook, number>;
  filled: number;
  characters: number;
}

/** Keeps the strangest rows of a table; where two are alike strange, the one that came first. */
export function oddRows(names: readonly string[]) {
  const looks: Looks[] = names.map(() => ({ counts: new Map(), filled: 0, characters: 0 }));
  let kept: (OddRow & { readonly weight: number })[] = [];
  const add = (row: TableRow, seen: readonly CellLook[]): void => {
    const reasons = [...ofTheRow(row, names), ...ofItsCells(row, seen, names, looks)];
    note(row, seen, looks);
    const weight = reasons.reduce((sum, { code }) => sum + weights[code], 0);
    if (weight === 0 || (kept.length === oddRowsMax && weight <= (kept.at(-1)?.weight ?? 0))) return;
    const cells = row.cells.slice(0, names.length + 5).map((cell) => cell.slice(0, 200));
    kept = [...kept, { rowNo: row.rowNo, cells, reasons: reasons.slice(0, 4), weight }]
      .toSorted((left, right) => right.weight - left.weight)
      .slice(0, oddRowsMax);
  };
  return {
    add,
    rows: (): readonly OddRow[] =>
      kept
        .map(({ rowNo, cells, reasons }) => ({ rowNo, cells, reasons }))
        .toSorted((left, right) => left.rowNo - right.rowNo),
  };
}

const weights: Readonly<Record<OddReason['code'], number>> = {
  'columns-differ': 5,
  'names-again': 5,
  'looks-like-a-total': 4,
  'unlike-the-rest': 2,
  'mostly-empty': 2,
  'sheet-error': 2,
  'very-long': 1,
  'repaired-letters': 1,
};

function ofTheRow({ cells, repaired, blanked }: TableRow, names: readonly string[]): OddReason[] {
  const filled = cells.filter((cell) => cell.trim() !== '');
  const reasons: (OddReason | false)[] = [
    cells.length !== names.length && { code: 'columns-differ', cells: cells.length, columns: names.length },
    filled.length > 1 && cells.every((cell, index) => cell.trim() === names[index]) && { code: 'names-again' },
    names.length > 2 &&
      filled.some((cell) => /^(?:grand |sub)?total(?:es)?:?$/i.test(cell.trim())) && { code: 'looks-like-a-total' },
    names.length > 3 && filled.length <= 1 && { code: 'mostly-empty' },
    repaired && { code: 'repaired-letters' },
    blanked > 0 && { code: 'sheet-error' },
  ];
  return reasons.filter((reason) => reason !== false);
}

function ofItsCells(
  { cells }: TableRow,
  seen: readonly CellLook[],
  names: readonly string[],
  looks: readonly Looks[],
): OddReason[] {
  return seen.flatMap((look, index): OddReason[] => {
    const usual = looks[index];
    const column = names[index];
    if (!usual || column === undefined || look === 'empty' || usual.filled < usualAfter) return [];
    const clear = (['date', 'phone', 'mail', 'number'] as const).some(
      (one) => one !== look && (usual.counts.get(one) ?? 0) > usual.filled * 0.9,
    );
    if (clear) return [{ code: 'unlike-the-rest', column }];
    const length = cells[index]?.length ?? 0;
    return length > 300 && length > (usual.characters / usual.filled) * 8 ? [{ code: 'very-long', column }] : [];
  });
}

function note({ cells }: TableRow, seen: readonly CellLook[], looks: readonly Looks[]): void {
  for (const [index, look] of seen.entries()) {
    const usual = looks[index];
    if (!usual || look === 'empty') continue;
    usual.filled += 1;
    usual.characters += cells[index]?.length ?? 0;
    usual.counts.set(look, (usual.counts.get(look) ?? 0) + 1);
  }
}
