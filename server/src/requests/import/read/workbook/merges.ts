import { tableLimits } from '../table-row.ts';

/** Cells shown as one. What it says stands in its first cell only. Rows and columns count from 0. */
export interface Merge {
  readonly row: number;
  readonly column: number;
  readonly lastRow: number;
  readonly lastColumn: number;
}

/**
 * Gives every cell of a merge what its first cell says, to the right and downwards: a name that stands for three rows is
 * the name of each of them. Rows are handed in from the top, each once.
 */
export function mergeFiller(merges: readonly Merge[]): (row: number, cells: string[]) => void {
  const waiting = merges.toSorted((left, right) => left.row - right.row);
  let next = 0;
  let open: { readonly merge: Merge; readonly text: string }[] = [];
  return (row, cells) => {
    open = open.filter(({ merge }) => merge.lastRow >= row);
    for (let merge = waiting[next]; merge && merge.row <= row; merge = waiting[next]) {
      next += 1;
      const text = merge.row === row ? (cells[merge.column] ?? '') : '';
      if (text !== '') open.push({ merge, text });
    }
    for (const { merge, text } of open) fillMerge(cells, merge, text);
  };
}

/** Writes a text into the cells of a merge that are in this row and say nothing of their own. */
export function fillMerge(cells: string[], { column, lastColumn }: Merge, text: string): void {
  const last = Math.min(lastColumn, tableLimits.columns - 1);
  for (let index = column; index <= last; index += 1) {
    while (cells.length < index) cells.push('');
    cells[index] ||= text;
  }
}
