import { peek } from './peek.ts';
import { TableError, type TableFormat, tableLimits, type TableProblem, type WholeFileProblem } from './table-row.ts';
import { sniffUtf16 } from './csv/sniff-utf16.ts';
import { openZip } from './workbook/zip-parts.ts';

export type FormatFinding = { readonly format: TableFormat } | { readonly refusal: TableProblem };

/** What begins a file of a kind that is no table; names and endings of files say little. */
const beginnings: readonly (readonly [WholeFileProblem, RegExp])[] = [
  ['is-a-pdf', /^[^]{0,1000}%PDF-/],
  [
    'is-a-picture',
    /^(?:\u0089PNG|\u00FF\u00D8\u00FF|GIF8|BM[^]{4}\0\0\0\0|II\*\0|MM\0\*|RIFF[^]{4}WEBP|[^]{4}ftyp(?:heic|heix|mif1|avif))/,
  ],
  ['is-a-document', /^\{\\rtf/],
  ['is-an-archive', /^(?:7z\u00BC\u00AF|Rar!|BZh)/],
  ['is-a-web-page', /^(?:\u00EF\u00BB\u00BF)?\s*<(?:!doctype|html|\?xml|head|body|table|meta|svg)/i],
];

/** Finds out by its content what a file is. */
export async function tableFormat(open: () => AsyncIterable<Uint8Array>): Promise<FormatFinding> {
  const { head, whole } = await peek(open(), 65_536);
  try {
    if (head.length === 0) return refused('empty-file');
    const text = Buffer.from(head).toString('latin1');
    if (text.startsWith('PK\u0003\u0004') || text.startsWith('PK\u0005\u0006')) return await archiveFormat(whole);
    if (text.startsWith('\u00D0\u00CF\u0011\u00E0')) return await compoundFormat(whole);
    if (text.startsWith('\u001F\u008B')) return refused('is-an-archive');
    const found = beginnings.find(([, pattern]) => pattern.test(text.slice(0, 2000)));
    if (found) return refused(found[0]);
    return isText(head) ? { format: 'csv' } : refused('not-a-table');
  } catch (error) {
    if (error instanceof TableError) return { refusal: error.problem };
    throw error;
  } finally {
    await whole.return(undefined);
  }
}

function refused(code: WholeFileProblem): FormatFinding {
  return { refusal: { code } };
}

/** A workbook is an archive with certain parts in it; a text document and a presentation are archives with others. */
async function archiveFormat(whole: AsyncIterable<Uint8Array>): Promise<FormatFinding> {
  const zip = await openZip(await workbookBytes(whole));
  const has = (part: string): boolean => zip.names.includes(part);
  const under = (folder: string): boolean => zip.names.some((name) => name.startsWith(folder));
  if (has('xl/workbook.bin')) return refused('binary-excel');
  if (has('content.xml') && has('mimetype'))
    return (await zip.text('mimetype')).includes('spreadsheet') ? { format: 'ods' } : refused('is-a-document');
  if (under('word/') || under('ppt/') || under('Index/')) return refused('is-a-document');
  return has('[Content_Types].xml') && has('_rels/.rels') ? { format: 'xlsx' } : refused('is-an-archive');
}

/** Old Office files, and new ones under a password, are boxes in a format of the nineties. */
async function compoundFormat(whole: AsyncIterable<Uint8Array>): Promise<FormatFinding> {
  const bytes = await workbookBytes(whole);
  const has = (name: string): boolean => bytes.includes(Buffer.from(name, 'utf16le'));
  if (has('EncryptedPackage')) return refused('encrypted-workbook');
  if (has('Workbook') || has('Book')) return refused('old-excel');
  return refused('is-a-document');
}

/** All of a workbook's bytes, or a TableError. */
export async function workbookBytes(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of chunks) {
    size += chunk.length;
    if (size > tableLimits.workbookBytes) throw new TableError({ code: 'workbook-too-big' });
    pieces.push(chunk);
  }
  return Buffer.concat(pieces, size);
}

/** Text has hardly any control characters; UTF-16 has zeros, but in order. */
function isText(head: Uint8Array): boolean {
  if (sniffUtf16(head)) return true;
  let odd = 0;
  for (const byte of head)
    if (byte < 0x20 && byte !== 0x09 && byte !== 0x0a && byte !== 0x0d && byte !== 0x1a) odd += 1;
  return odd <= Math.max(4, head.length / 50);
}
