import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import type { CellFormat } from './cell-format.ts';
import { mergeFiller, type Merge } from './merges.ts';
import { numberText } from './number-text.ts';
import { readXml, type XmlAttributes, type XmlHandlers } from './read-xml.ts';
import { columnIndex } from './scan-sheet.ts';
import type { TextStore } from './text-store.ts';

export interface SheetReading {
  readonly formats: readonly CellFormat[];
  readonly epoch1904: boolean;
  readonly texts: TextStore;
  readonly merges: readonly Merge[];
}

/** The rows of one sheet that say something, in which every cell is text as the sheet shows it. */
export async function* xlsxRows(chunks: AsyncIterable<Buffer>, reading: SheetReading): AsyncGenerator<TableRow> {
  const rows: TableRow[] = [];
  for await (const _ of readXml(
    chunks,
    sheetHandlers(reading, (row) => rows.push(row)),
  ))
    yield* rows.splice(0);
}

interface OpenCell {
  readonly column: number;
  readonly type: string;
  readonly format: CellFormat;
  text: string;
  hasFormula: boolean;
}

const plain: CellFormat = { as: 'number' };
const rowsOfSheet = 1_048_576;

function sheetHandlers(reading: SheetReading, emit: (row: TableRow) => void): XmlHandlers {
  const fillMerges = mergeFiller(reading.merges);
  let rowNo = 0;
  let cells: string[] = [];
  let blanked = 0;
  let isHidden = false;
  let nextColumn = 0;
  let cell: OpenCell | undefined;
  /** True inside what a cell says; a formula's own text and the reading aid of Eastern names are not part of it. */
  let inText = false;
  let inAid = false;

  const openRow = ({ r: stated = '0', hidden = '' }: XmlAttributes): void => {
    // Rows stand in order; one that does not is taken for the next.
    rowNo = Number(stated) > rowNo ? Number(stated) : rowNo + 1;
    if (rowNo > rowsOfSheet) throw new TableError({ code: 'broken-workbook' });
    if (rowNo > tableLimits.rows) throw new TableError({ code: 'too-many-rows' });
    isHidden = hidden === '1' || hidden === 'true';
    [cells, blanked, nextColumn] = [[], 0, 0];
  };
  const closeCell = ({ column, ...rest }: OpenCell): void => {
    const text = cellText(rest, reading);
    if (text === undefined) blanked += 1;
    if (text) putCell(cells, column, text, rowNo);
  };
  const closeRow = (): void => {
    fillMerges(rowNo - 1, cells);
    if (cells.some((text) => text.trim() !== '')) emit({ rowNo, cells, repaired: false, blanked, isHidden });
  };
  return {
    open: (name, attributes) => {
      if (name === 'row') openRow(attributes);
      else if (name === 'c') cell = openCell(attributes, nextColumn, reading);
      else if (name === 'f' && cell) cell.hasFormula = true;
      else if (name === 'rPh') inAid = true;
      else if ((name === 'v' || name === 't') && cell && !inAid) inText = true;
    },
    text: (text) => {
      if (inText && cell) cell.text += text;
    },
    close: (name) => {
      if (name === 'v' || name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'row') closeRow();
      else if (name === 'c' && cell) {
        nextColumn = cell.column + 1;
        closeCell(cell);
        cell = undefined;
      }
    },
  };
}

function openCell({ r = '', t = 'n', s = '' }: XmlAttributes, nextColumn: number, { formats }: SheetReading): OpenCell {
  const letters = /^[A-Z]{1,3}/.exec(r)?.[0];
  const format = (s === '' ? undefined : formats[Number(s)]) ?? plain;
  return { column: letters ? columnIndex(letters) : nextColumn, type: t, format, text: '', hasFormula: false };
}

/** What a cell says; undefined for an error, and for a formula whose value nobody has worked out. None is ever run. */
function cellText(
  { type, text, format, hasFormula }: Omit<OpenCell, 'column'>,
  { texts, epoch1904 }: SheetReading,
): string | undefined {
  if (type === 's') return text === '' ? '' : texts.at(Number(text));
  if (type === 'e') return undefined;
  if (text === '') return hasFormula ? undefined : '';
  if (type === 'b') return text === '1' ? 'TRUE' : 'FALSE';
  if (type === 'str' || type === 'inlineStr') return unescaped(text);
  if (type === 'd') return text.replace('T', ' ').replace(/(\d\d:\d\d):\d\d(?:\.\d+)?Z?$/, '$1');
  const value = Number(text);
  return Number.isFinite(value) ? numberText(value, format, epoch1904) : text;
}

/** Signs that XML cannot hold are written `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text
    .replace(/_x([0-9A-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replace(/\r\n?/g, '\n')
    .replaceAll('\0', '');
}

/** Puts a cell in its place; columns beyond the limit matter only when something stands in them. */
export function putCell(cells: string[], column: number, text: string, rowNo: number): void {
  if (column >= tableLimits.columns) throw new TableError({ code: 'too-many-columns', rowNo });
  if (text.length > tableLimits.cellCharacters)
    throw new TableError({ code: 'cell-too-long', rowNo, columnNo: column + 1 });
  while (cells.length < column) cells.push('');
  cells[column] = text;
}
