import type { ImportSubject } from '../mapping.ts';
import { peek } from '../read/peek.ts';
import { openWorkbook, readTable, rowsOfFile, type TableOptions, usualSheet } from '../read/read-table.ts';
import { repairText, type TableEncoding } from '../read/repair-text.ts';
import { tableFormat } from '../read/table-format.ts';
import { TableError, type TableFormat, type TableProblem, type TableRow } from '../read/table-row.ts';
import type { SheetInfo } from '../read/workbook/workbook.ts';
import { type ColumnSurvey, type ColumnTally, columnTally, type TallyOptions } from './column-tally.ts';
import { guessDelimiter } from './guess-delimiter.ts';
import { guessEncoding } from './guess-encoding.ts';
import { guessHeaderRow, headerRowsLooked } from './guess-header.ts';
import { guessKey, type KeyGuess, keyRows, rowHashes } from './guess-key.ts';
import { guessMeanings } from './guess-meaning.ts';
import { type OddRow, oddRows } from './odd-rows.ts';

/** What reading a file once showed. It is plain data, and holds cells: keep it sealed. */
export interface Survey {
  readonly format: TableFormat;
  /** Of a workbook; empty for a CSV file. */
  readonly sheets: readonly SheetInfo[];
  readonly sheet: string | undefined;
  readonly delimiter: string;
  readonly encoding: TableEncoding;
  /** Encodings that are about as likely; empty when it is clear. */
  readonly encodings: readonly TableEncoding[];
  readonly headerRow: number;
  /** The first rows of the file as they stand, for choosing the row of the names. */
  readonly top: readonly ShownRow[];
  /** Rows below the names that say something. */
  readonly rowsTotal: number;
  readonly columns: readonly ColumnSurvey[];
  readonly first: readonly ShownRow[];
  readonly odd: readonly OddRow[];
  readonly misfits: number;
  /** Rows with letters that had to be put right. */
  readonly repaired: number;
  /** Cells that held an error of the sheet's own. */
  readonly blanked: number;
  /** Rows that the spreadsheet does not show: hidden by hand or by a filter. They come in like the others. */
  readonly hidden: number;
  readonly key: KeyGuess;
}

export interface ShownRow {
  readonly rowNo: number;
  readonly cells: readonly string[];
}

export interface SurveyOptions extends TallyOptions {
  readonly subject: ImportSubject;
  /** What somebody has chosen; what is left out is guessed. */
  readonly sheet?: string | undefined;
  readonly headerRow?: number | undefined;
  readonly delimiter?: string | undefined;
  readonly encoding?: TableEncoding | undefined;
}

const headBytes = 1_048_576;
const shownRows = 10;
const shownCharacters = 300;

/**
 * Reads a file once from end to end and says what is in it: how it is to be read, how many rows, what each column looks
 * like, which rows are strange. In memory are counts and some rows, however many there are. Returns why it cannot be read
 * where it cannot.
 */
export async function surveyTable(
  open: () => AsyncIterable<Uint8Array>,
  options: SurveyOptions,
): Promise<Survey | { readonly refusal: TableProblem }> {
  try {
    const found = await tableFormat(open);
    if ('refusal' in found) return found;
    const opening = await guessOpening(open, found.format, options);
    const read = { ...opening, headerRow: options.headerRow ?? guessHeaderRow(opening.top) };
    return { ...read, top: read.top.slice(0, 15).map(shown), ...(await tallied(open, read, options)) };
  } catch (error) {
    if (error instanceof TableError) return { refusal: error.problem };
    throw error;
  }
}

type Opening = Pick<Survey, 'format' | 'sheets' | 'sheet' | 'delimiter' | 'encoding' | 'encodings'> & {
  readonly top: readonly TableRow[];
};

/** How the file is to be read, and its first rows. */
async function guessOpening(
  open: () => AsyncIterable<Uint8Array>,
  format: TableFormat,
  options: SurveyOptions,
): Promise<Opening> {
  const text = format === 'csv' ? await guessText(open, options) : notText;
  const book = format === 'csv' ? noSheets : await guessSheet(open, format, options.sheet);
  const top: TableRow[] = [];
  for await (const row of rowsOfFile(open, format, { ...text, ...book })) {
    top.push(row);
    if (top.length === headerRowsLooked) break;
  }
  if (top.length === 0) throw new TableError({ code: 'no-rows' });
  return { format, ...book, ...text, top };
}

const notText = { delimiter: ',', encoding: 'auto', encodings: [] } as const;
const noSheets = { sheets: [], sheet: undefined } as const;

async function guessText(
  open: () => AsyncIterable<Uint8Array>,
  { delimiter, encoding }: SurveyOptions,
): Promise<Pick<Survey, 'delimiter' | 'encoding' | 'encodings'>> {
  const { head, whole } = await peek(open(), headBytes);
  await whole.return(undefined);
  const guess = guessEncoding(head);
  const used = encoding ?? guess.encoding;
  return {
    encoding: used,
    encodings: encoding === undefined ? guess.alternatives : [],
    delimiter: delimiter ?? (await guessDelimiter(head.subarray(0, 131_072), used)),
  };
}

async function guessSheet(
  open: () => AsyncIterable<Uint8Array>,
  format: Exclude<TableFormat, 'csv'>,
  chosen: string | undefined,
): Promise<Pick<Survey, 'sheets' | 'sheet'>> {
  const workbook = await openWorkbook(open, format);
  const sheets = await workbook.sheets();
  const sheet = chosen ?? usualSheet(sheets);
  if (sheet === undefined) throw new TableError({ code: workbook.hasPicture ? 'is-a-picture' : 'no-rows' });
  return { sheets, sheet };
}

type Tallied = Omit<Survey, keyof Opening | 'headerRow' | 'top'>;

/** The one reading of the whole. */
async function tallied(
  open: () => AsyncIterable<Uint8Array>,
  read: TableOptions & Pick<Survey, 'format'>,
  options: SurveyOptions,
): Promise<Tallied> {
  const rows = readTable(open, read.format, read);
  const header = await rows.next();
  const names = header.done ? [] : header.value.cells;
  const tallies = names.map((name) => columnTally(name, options));
  const odd = oddRows(names);
  const first: ShownRow[] = [];
  const sample: Uint32Array[] = [];
  const counts = { rowsTotal: 0, misfits: 0, repaired: 0, blanked: 0, hidden: 0 };
  for await (const row of rows) {
    counts.rowsTotal += 1;
    counts.misfits += row.cells.length === names.length ? 0 : 1;
    counts.repaired += row.repaired || row.cells.some((cell) => repairText(cell).repaired) ? 1 : 0;
    counts.blanked += row.blanked;
    counts.hidden += row.isHidden ? 1 : 0;
    if (first.length < shownRows) first.push(shown(row));
    if (sample.length < keyRows) sample.push(rowHashes(row.cells));
    odd.add(row, looksOf(row, tallies));
  }
  if (counts.rowsTotal === 0) throw new TableError({ code: 'no-rows' });
  const columns = tallies.map((tally) => tally.survey());
  const key = guessKey(columns, guessMeanings(columns, options.subject), sample);
  return { ...counts, columns, first, odd: odd.rows(), key };
}

function looksOf({ cells }: TableRow, tallies: readonly ColumnTally[]) {
  return tallies.map((tally, index) => tally.add(cells[index] ?? ''));
}

function shown({ rowNo, cells }: TableRow): ShownRow {
  return { rowNo, cells: cells.map((cell) => cell.slice(0, shownCharacters)) };
}
