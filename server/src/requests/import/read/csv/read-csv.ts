import { pipeline, Readable } from 'node:stream';
import { setImmediate as othersTurn } from 'node:timers/promises';

import { type CsvError, type Info, parse } from 'csv-parse';

import type { TableEncoding } from '../repair-text.ts';
import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import { decodeLines, type LineBlock } from './decode-lines.ts';

export interface CsvOptions {
  readonly delimiter: string;
  readonly encoding: TableEncoding;
}

/**
 * So much is cut into rows before others have their turn, and so many rows are looked at: a file of short lines has tens
 * of thousands in a piece of its own size.
 */
const bytesAtOnce = 4096;
const rowsAtOnce = 500;

/** A line by which a spreadsheet is told the delimiter. It belongs to no row and counts as none. */
export const separatorLine = /^"?sep=(.)"?(?:\n|$)/i;

/**
 * The rows of a file of separated values, from the first on, empty ones left out. Quotes that are in the wrong place are
 * taken for what they look like; one that opens a cell and is never closed ends the reading with the number of its row.
 */
export async function* readCsv(chunks: AsyncIterable<Uint8Array>, options: CsvOptions): AsyncGenerator<TableRow> {
  const blocks = decodeLines(chunks, options.encoding);
  const first = await blocks.next();
  if (first.done) return;
  const separator = separatorLine.exec(first.value.text);
  const repaired: number[] = [];
  const text = Readable.from(textOf(first.value, blocks, separator?.[0].length ?? 0, repaired), { objectMode: false });
  const parser = parse({
    delimiter: separator?.[1] ?? options.delimiter,
    recordDelimiter: '\n',
    relaxQuotes: true,
    relaxColumnCount: true,
    // Ten million of them are nothing; they count as rows all the same.
    skipEmptyLines: true,
    info: true,
    maxRecordSize: tableLimits.lineBytes,
  });
  pipeline(text, parser, () => undefined);
  const skippedLines = separator ? 1 : 0;
  let read = 0;
  try {
    for await (const { record, info } of parser as AsyncIterable<{ record: string[]; info: Info }>) {
      read += 1;
      if (read % rowsAtOnce === 0) await othersTurn();
      const rowNo = info.records + info.empty_lines;
      const row = rowOf(record, rowNo, takeRepaired(repaired, info.lines + skippedLines));
      if (row) yield row;
    }
  } catch (error) {
    throw error instanceof TableError ? error : problemIn(error as CsvError);
  }
}

async function* textOf(
  first: LineBlock,
  blocks: AsyncIterable<LineBlock>,
  skip: number,
  repaired: number[],
): AsyncGenerator<Buffer> {
  repaired.push(...first.repairedLines);
  yield* inParts(first.text.slice(skip));
  for await (const block of blocks) {
    repaired.push(...block.repairedLines);
    yield* inParts(block.text);
  }
}

/** As bytes, since half a letter of a text is none. */
async function* inParts(text: string): AsyncGenerator<Buffer> {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; at += bytesAtOnce) {
    yield bytes.subarray(at, at + bytesAtOnce);
    await othersTurn();
  }
}

/** True when one of the lines up to this one, not asked about before, was put right. */
function takeRepaired(repaired: number[], line: number): boolean {
  const until = repaired.findIndex((one) => one > line);
  return repaired.splice(0, until === -1 ? repaired.length : until).length > 0;
}

function rowOf(record: string[], rowNo: number, repaired: boolean): TableRow | undefined {
  if (rowNo > tableLimits.rows) throw new TableError({ code: 'too-many-rows' });
  const cells = record.length > tableLimits.columns ? withoutEmptyEnd(record) : record;
  if (cells.length > tableLimits.columns) throw new TableError({ code: 'too-many-columns', rowNo });
  if (cells.every((cell) => cell === '' || cell.trim() === '')) return undefined;
  const tooLong = cells.findIndex((cell) => cell.length > tableLimits.cellCharacters);
  if (tooLong !== -1) throw new TableError({ code: 'cell-too-long', rowNo, columnNo: tooLong + 1 });
  return { rowNo, cells: cells.map(withoutGuard), repaired, blanked: 0 };
}

/** Programs that make a table safe for spreadsheets put an apostrophe before what would be a formula; ours does too. */
function withoutGuard(cell: string): string {
  return /^'[=+\-@]/.test(cell) ? cell.slice(1) : cell;
}

/** The cells up to the last that says something. */
export function withoutEmptyEnd(cells: readonly string[]): string[] {
  return cells.slice(0, cells.findLastIndex((cell) => cell !== '') + 1);
}

function problemIn(error: CsvError): unknown {
  // One line may be as long as the limit, so what is longer has run on over the end of its line.
  const isUnclosed = error.code === 'CSV_QUOTE_NOT_CLOSED' || error.code === 'CSV_MAX_RECORD_SIZE';
  const before = Number(error['records'] ?? 0) + Number(error['empty_lines'] ?? 0);
  return isUnclosed ? new TableError({ code: 'quote-not-closed', rowNo: before + 1 }, error) : error;
}
