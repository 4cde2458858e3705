import { normalText } from '@barnraise/kernel/normal-text.ts';

import type { TableRow } from '../read/table-row.ts';
import { shapeOf } from './cell-shape.ts';
import { meaningByName } from './column-words.ts';

/** Rows looked at: what stands above a table is a title, a date, a line of thanks. */
export const headerRowsLooked = 40;

/**
 * The row of the columns' names, or 0 where there are none: the first row that is about as wide as those below it, says
 * only short words, each once, and is not said again below. A title is narrower, or says the same in a merge all along.
 */
export function guessHeaderRow(rows: readonly TableRow[]): number {
  const width = usualWidth(rows);
  for (const [index, row] of rows.slice(0, 20).entries()) {
    const said = row.cells.filter((cell) => cell.trim() !== '');
    const different = new Set(said.map(normalText)).size;
    if (different < Math.max(1, Math.ceil(width * 0.5)) || different < said.length * 0.6) continue;
    return isHeader(row, said, rows.slice(index + 1)) ? row.rowNo : 0;
  }
  return 0;
}

function usualWidth(rows: readonly TableRow[]): number {
  const widths = rows.map(({ cells }) => cells.filter((cell) => cell.trim() !== '').length).toSorted((a, b) => a - b);
  return widths[Math.floor(widths.length / 2)] ?? 0;
}

function isHeader(row: TableRow, said: readonly string[], below: readonly TableRow[]): boolean {
  const known = said.filter((cell) => isName(cell) && meaningByName(cell) !== undefined).length;
  const values = said.filter((cell) => !isName(cell));
  if (values.length > said.length / 2) return false;
  const again = row.cells.filter((cell, column) => cell.trim() !== '' && saysAgain(cell, column, below)).length;
  const long = said.filter((cell) => cell.length > 300).length;
  if (known >= 2 || (known === 1 && said.length <= 3)) return again < said.length / 2;
  return values.length === 0 && again === 0 && long === 0;
}

function isName(cell: string): boolean {
  return !/\d{4}-\d\d|\d+[/.]\d+[/.]\d+/.test(cell) && ['text', 'yes-no'].includes(shapeOf(cell.trim(), 'US'));
}

function saysAgain(cell: string, column: number, below: readonly TableRow[]): boolean {
  const text = cell.trim();
  return below.some(({ cells }) => cells[column]?.trim() === text);
}
