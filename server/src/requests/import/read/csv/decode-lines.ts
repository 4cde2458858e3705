import { peek } from '../peek.ts';
import { decodeLine, type LineEncoding, type TableEncoding } from '../repair-text.ts';
import { TableError, tableLimits } from '../table-row.ts';
import { sniffUtf16 } from './sniff-utf16.ts';

/** Some whole lines of a file, each ended by a line feed, whatever ended it in the file. */
export interface LineBlock {
  readonly text: string;
  /** Numbers of those of its lines whose bytes had to be put right, counted from 1 over the whole file. */
  readonly repairedLines: readonly number[];
}

const lineFeed = 0x0a;
const carriageReturn = 0x0d;

/**
 * Decodes a file line by line, so that one broken byte spoils one line and not the rest. Byte order marks and zero
 * characters are taken out; a line longer than the limit ends the reading. It holds one line and one chunk in memory.
 */
export async function* decodeLines(
  chunks: AsyncIterable<Uint8Array>,
  encoding: TableEncoding,
): AsyncGenerator<LineBlock> {
  const { head, whole } = await peek(chunks, 4096);
  const found = encoding === 'auto' ? (sniffUtf16(head) ?? encoding) : encoding;
  let lines = 0;
  const wide = found === 'utf-16le' || found === 'utf-16be';
  for await (const block of wide ? wideBlocks(whole, found) : narrowBlocks(whole, found)) {
    const text = lines === 0 && block.text.startsWith('\uFEFF') ? block.text.slice(1) : block.text;
    yield { text, repairedLines: block.repaired.map((line) => lines + line + 1) };
    lines += block.lines;
  }
}

interface Block {
  readonly text: string;
  readonly lines: number;
  /** Counted from 0 in the block. */
  readonly repaired: readonly number[];
}

async function* narrowBlocks(chunks: AsyncIterable<Uint8Array>, encoding: LineEncoding): AsyncGenerator<Block> {
  let waiting: Uint8Array[] = [];
  let size = 0;
  let lines = 0;
  for await (const chunk of chunks) {
    waiting.push(chunk);
    size += chunk.length;
    // Pieces of one long line are put together once, not with every piece.
    const mayEnd = chunk.includes(lineFeed) || chunk.includes(carriageReturn) || endsInReturn(waiting.at(-2));
    const bytes = mayEnd ? Buffer.concat(waiting) : undefined;
    const end = bytes ? lastLineEnd(bytes) : 0;
    if (size - end > tableLimits.lineBytes) throw tooLong(lines + 1);
    if (!bytes) continue;
    waiting = [bytes.subarray(end)];
    size -= end;
    if (end === 0) continue;
    const block = decodeBlock(bytes.subarray(0, end), encoding);
    lines += block.lines;
    yield block;
  }
  if (size > 0) yield decodeBlock(Buffer.concat(waiting), encoding);
}

function endsInReturn(bytes: Uint8Array | undefined): boolean {
  return bytes?.at(-1) === carriageReturn;
}

/** Behind the last line that is certainly whole: a carriage return at the very end may have its line feed still to come. */
function lastLineEnd(bytes: Buffer): number {
  const settled = bytes.at(-1) === carriageReturn ? bytes.subarray(0, -1) : bytes;
  return Math.max(settled.lastIndexOf(lineFeed), settled.lastIndexOf(carriageReturn)) + 1;
}

function decodeBlock(bytes: Buffer, encoding: LineEncoding): Block {
  const together = bytes.includes(0) ? undefined : decodeLine(bytes, encoding);
  if (together && !together.repaired) {
    const text = withLineFeeds(together.text);
    return { text, lines: countLines(text), repaired: [] };
  }
  const repaired: number[] = [];
  let text = '';
  let lines = 0;
  for (const line of linesIn(bytes)) {
    const decoded = decodeLine(line, encoding);
    const clean = decoded.text.replaceAll('\0', '');
    if (decoded.repaired || clean !== decoded.text) repaired.push(lines);
    text += withLineFeeds(clean);
    lines += 1;
  }
  return { text, lines, repaired };
}

function* linesIn(bytes: Buffer): Generator<Buffer> {
  for (let start = 0; start < bytes.length;) {
    let end = start;
    while (end < bytes.length && bytes[end] !== lineFeed && bytes[end] !== carriageReturn) end += 1;
    end += bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? 2 : 1;
    yield bytes.subarray(start, end);
    start = end;
  }
}

async function* wideBlocks(
  chunks: AsyncIterable<Uint8Array>,
  encoding: 'utf-16le' | 'utf-16be',
): AsyncGenerator<Block> {
  const decoder = new TextDecoder(encoding);
  let rest = '';
  let lines = 0;
  for await (const chunk of chunks) {
    const piece = decoder.decode(chunk, { stream: true }).replaceAll('\0', '');
    const mayEnd = rest.endsWith('\r') || /[\r\n]/.test(piece);
    const text = rest + piece;
    if (!mayEnd) {
      if (text.length > tableLimits.lineBytes) throw tooLong(lines + 1);
      rest = text;
      continue;
    }
    const settled = text.endsWith('\r') ? text.slice(0, -1) : text;
    const end = Math.max(settled.lastIndexOf('\n'), settled.lastIndexOf('\r')) + 1;
    if (text.length - end > tableLimits.lineBytes) throw tooLong(lines + 1);
    rest = text.slice(end);
    if (end === 0) continue;
    const block = withLineFeeds(text.slice(0, end));
    const count = countLines(block);
    lines += count;
    yield { text: block, lines: count, repaired: [] };
  }
  const last = rest + decoder.decode();
  if (last !== '') yield { text: withLineFeeds(last), lines: 1, repaired: [] };
}

function withLineFeeds(text: string): string {
  return text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text;
}

function countLines(text: string): number {
  let lines = 0;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) lines += 1;
  return text.endsWith('\n') || text === '' ? lines : lines + 1;
}

function tooLong(rowNo: number): TableError {
  return new TableError({ code: 'line-too-long', rowNo });
}
