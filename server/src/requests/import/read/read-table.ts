import { setImmediate as othersTurn } from 'node:timers/promises';

import { readCsv, withoutEmptyEnd } from './csv/read-csv.ts';
import type { TableEncoding } from './repair-text.ts';
import { workbookBytes } from './table-format.ts';
import { TableError, type TableFormat, type TableRow } from './table-row.ts';
import { openOds } from './workbook/open-ods.ts';
import { openXlsx } from './workbook/open-xlsx.ts';
import { columnLetters } from './workbook/scan-sheet.ts';
import type { SheetInfo, Workbook } from './workbook/workbook.ts';
import { openZip } from './workbook/zip-parts.ts';

/** How a file is read; of an `ImportMapping` these fields can be handed over as they are. */
export interface TableOptions {
  /** Of a workbook; the first that has rows to speak of and is not hidden unless given. */
  readonly sheet?: string | undefined;
  /** The row of the columns' names as a spreadsheet numbers it; 0 where there are none. */
  readonly headerRow: number;
  readonly delimiter: string;
  readonly encoding: TableEncoding;
}

/** Rows looked at for the width of a sheet, in which a column may have no name. */
const widthRows = 200;

/**
 * Reads a table as a stream. **The first row given is always the columns' names**, made unique and never empty: an unnamed
 * column is "Column C", a second "Phone" is "Phone (2)"; without a row of names (`headerRow` 0) they are all made so. Then
 * follow the rows below it that say something. A row has as many cells as there are names, or it does not fit: one of a
 * CSV file with too few or too many cells comes as it is.
 *
 * Nothing in a file makes it grow beyond `tableLimits`; what would ends the reading with a {@link TableError}. A formula
 * gives the value that was last worked out and is never run.
 */
export async function* readTable(
  open: () => AsyncIterable<Uint8Array>,
  format: TableFormat,
  options: TableOptions,
): AsyncGenerator<TableRow> {
  const rows = rowsOfFile(open, format, options);
  const { headerRow } = options;
  let names: readonly string[] | undefined;
  const early: TableRow[] = [];
  let header: TableRow | undefined;
  for await (const row of rows) {
    if (row.rowNo < headerRow) continue;
    if (row.rowNo === headerRow) {
      header = row;
      continue;
    }
    if (names) {
      yield fitted(row, names.length, format);
      continue;
    }
    if (headerRow > 0 && !header) throw new TableError({ code: 'no-header-row', headerRow });
    early.push(row);
    if (early.length < widthRows) continue;
    names = columnNames(header, early, format);
    yield headOf(header, names);
    for (const one of early.splice(0)) yield fitted(one, names.length, format);
  }
  if (names) return;
  if (headerRow > 0 && !header) throw new TableError({ code: 'no-header-row', headerRow });
  names = columnNames(header, early, format);
  yield headOf(header, names);
  for (const one of early) yield fitted(one, names.length, format);
}

/** All rows that say something, those above the columns' names too. */
export async function* rowsOfFile(
  open: () => AsyncIterable<Uint8Array>,
  format: TableFormat,
  options: Pick<TableOptions, 'sheet' | 'delimiter' | 'encoding'>,
): AsyncGenerator<TableRow> {
  if (format === 'csv') {
    yield* readCsv(open(), options);
    return;
  }
  const workbook = await openWorkbook(open, format);
  const sheet = options.sheet ?? usualSheet(await workbook.sheets());
  if (sheet === undefined) throw new TableError({ code: workbook.hasPicture ? 'is-a-picture' : 'no-rows' });
  let read = 0;
  for await (const row of workbook.rows(sheet)) {
    yield row;
    read += 1;
    // One row of a sheet may say that it stands for a million.
    if (read % rowsAtOnce === 0) await othersTurn();
  }
}

/** Rows looked at before others have their turn. */
const rowsAtOnce = 500;

/** Opens a workbook for its list of sheets. */
export async function openWorkbook(
  open: () => AsyncIterable<Uint8Array>,
  format: Exclude<TableFormat, 'csv'>,
): Promise<Workbook> {
  const zip = await openZip(await workbookBytes(open()));
  return format === 'xlsx' ? openXlsx(zip) : openOds(zip);
}

/** The sheet that is read unless one is named. */
export function usualSheet(sheets: readonly SheetInfo[]): string | undefined {
  const filled = sheets.filter(({ rows }) => rows > 0);
  const visible = filled.filter(({ hidden }) => !hidden);
  // A sheet of one row is a cover; names of columns with nothing below them are no list either.
  return (visible.find(({ rows }) => rows > 1) ?? visible[0] ?? filled[0])?.name;
}

function headOf(header: TableRow | undefined, names: readonly string[]): TableRow {
  return { rowNo: header?.rowNo ?? 0, cells: names, repaired: header?.repaired ?? false, blanked: 0 };
}

function columnNames(header: TableRow | undefined, early: readonly TableRow[], format: TableFormat): readonly string[] {
  // In a CSV file a row that is longer than the names is a broken one; in a sheet it has a column without a name.
  const looked = header && format === 'csv' ? [] : early;
  const width = Math.max(header?.cells.length ?? 0, ...looked.map(({ cells }) => withoutEmptyEnd(cells).length));
  return uniqueNames(Array.from({ length: width }, (_, index) => header?.cells[index] ?? ''));
}

/** Names for columns: trimmed, on one line, none empty, none twice. */
export function uniqueNames(cells: readonly string[]): readonly string[] {
  const used = new Set<string>();
  return cells.map((cell, index) => {
    const name = cell.replace(/\s+/g, ' ').trim().slice(0, 150) || `Column ${columnLetters(index)}`;
    let unique = name;
    for (let again = 2; used.has(unique); again += 1) unique = `${name} (${again})`;
    used.add(unique);
    return unique;
  });
}

/** A row with as many cells as there are names, where what it lacks or has too much is empty. */
function fitted(row: TableRow, width: number, format: TableFormat): TableRow {
  const { cells } = row;
  if (cells.length === width || (cells.length < width && format === 'csv')) return row;
  if (cells.length < width) return { ...row, cells: [...cells, ...Array<string>(width - cells.length).fill('')] };
  const end = withoutEmptyEnd(cells);
  return end.length > width ? row : { ...row, cells: cells.slice(0, width) };
}
