import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { makeOds, makeXlsx, makeZip, xlsxParts } from '../../../../../tests/seed/make-workbook.ts';
import { readTable, type TableOptions } from './read-table.ts';
import { tableFormat } from './table-format.ts';
import { TableError, type TableFormat, tableLimits, type TableProblem, type TableRow } from './table-row.ts';

const usual: TableOptions = { headerRow: 1, delimiter: ',', encoding: 'auto' };

/** The bytes in pieces of a few, so that every border lies somewhere inside of something. */
const opened = (content: string | Buffer, piece = 7) =>
  async function* () {
    const bytes = Buffer.from(content as string);
    for (let start = 0; start < bytes.length; start += piece) yield bytes.subarray(start, start + piece);
  };

async function rowsOf(
  content: string | Buffer,
  options: Partial<TableOptions> = {},
  format: TableFormat = 'csv',
): Promise<TableRow[]> {
  const rows: TableRow[] = [];
  const open = opened(content, format === 'csv' ? 7 : 65_536);
  for await (const row of readTable(open, format, { ...usual, ...options })) rows.push(row);
  return rows;
}

const cellsOf = async (...given: Parameters<typeof rowsOf>) => (await rowsOf(...given)).map(({ cells }) => cells);

async function problemOf(...given: Parameters<typeof rowsOf>): Promise<TableProblem | undefined> {
  try {
    await rowsOf(...given);
    return undefined;
  } catch (error) {
    if (error instanceof TableError) return error.problem;
    throw error;
  }
}

/** How often others had their turn until a table was read. */
async function othersTurnsIn(rows: AsyncIterable<TableRow>): Promise<number> {
  let turns = 0;
  let isOver = false;
  const turn = (): void => void (isOver || ((turns += 1), setImmediate(turn)));
  turn();
  for await (const _ of rows);
  isOver = true;
  return turns;
}

describe('a CSV file', () => {
  it('gives the names first, unique and never empty, then the rows with the numbers a spreadsheet shows', async () => {
    const rows = await rowsOf('Name,Phone,,Phone\nAda,1,2,3\n\n"Bo\nBo",4,5,6,\nCy,7');
    expect(rows.map(({ rowNo, cells }) => [rowNo, ...cells])).toEqual([
      [1, 'Name', 'Phone', 'Column C', 'Phone (2)'],
      [2, 'Ada', '1', '2', '3'],
      [4, 'Bo\nBo', '4', '5', '6'],
      [5, 'Cy', '7'],
    ]);
  });

  it('makes names where there are none, and passes over what stands above them', async () => {
    expect(await cellsOf('a,b\nc,d', { headerRow: 0 })).toEqual([
      ['Column A', 'Column B'],
      ['a', 'b'],
      ['c', 'd'],
    ]);
    expect(await cellsOf('Our list 2026\n\nname,town\nAda,Hardin', { headerRow: 3 })).toEqual([
      ['name', 'town'],
      ['Ada', 'Hardin'],
    ]);
    expect(await problemOf('a\nb', { headerRow: 9 })).toEqual({ code: 'no-header-row', headerRow: 9 });
  });

  it('reads every array of cells back that was written with quotes, however it is cut into pieces', async () => {
    // An apostrophe in front is what makes a formula safe in a table that leaves; it is taken off again.
    const cell = fc
      .string({ unit: 'grapheme', maxLength: 12 })
      .map((text) => text.replace(/[\0\r\uFEFF]/g, '').replace(/^'+/, ''));
    const row = fc.array(cell, { minLength: 3, maxLength: 3 }).map(([first = '', ...more]) => [`x${first}`, ...more]);
    const line = fc.constantFrom('\n', '\r\n', '\r');
    await fc.assert(
      fc.asyncProperty(
        fc.array(row, { maxLength: 8 }),
        line,
        fc.constantFrom(',', ';', '\t'),
        async (rows, end, delimiter) => {
          const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;
          const content = [['a', 'b', 'c'], ...rows].map((cells) => cells.map(quoted).join(delimiter)).join(end);
          expect(await cellsOf(content, { delimiter })).toEqual([['a', 'b', 'c'], ...rows]);
        },
      ),
      { numRuns: 200 },
    );
  });

  it.each([
    ['UTF-16 little-endian', Buffer.from('\uFEFFname,town\nPeña,Hardin\n', 'utf16le')],
    ['UTF-16 big-endian', Buffer.from('\uFEFFname,town\nPeña,Hardin\n', 'utf16le').swap16()],
    ['UTF-16 without a mark', Buffer.from('name,town\r\nPeña,Hardin', 'utf16le')],
    ['UTF-8 with a mark', Buffer.from('\uFEFFname,town\nPeña,Hardin')],
    ['lines ended by carriage returns', Buffer.from('name,town\rPeña,Hardin\r')],
    ['a line that names the delimiter', Buffer.from('sep=;\r\nname;town\r\nPeña;Hardin')],
    ['zero bytes', Buffer.from('name,to\0wn\nPe\0ña,Hardin')],
    [
      'one line in windows-1252',
      Buffer.concat([Buffer.from('name,town\nPe'), Buffer.from([0xf1]), Buffer.from('a,Hardin')]),
    ],
  ])('reads %s', async (_, bytes) => {
    expect(await cellsOf(bytes)).toEqual([
      ['name', 'town'],
      ['Peña', 'Hardin'],
    ]);
  });

  it('says which rows had bytes that were put right, over cells of several lines', async () => {
    const odd = Buffer.from([0xf1]);
    const rows = await rowsOf(
      Buffer.concat([Buffer.from('n,t\nA,1\n"B\n'), odd, Buffer.from('",2\n\nC,3\nD'), odd, Buffer.from(',4\n')]),
    );
    expect(rows.map(({ rowNo, repaired }) => [rowNo, repaired])).toEqual([
      [1, false],
      [2, false],
      [3, true],
      [5, false],
      [6, true],
    ]);
    expect(await cellsOf(Buffer.from([0x6e, 0x0a, 0x8e]), { encoding: 'macintosh' })).toEqual([['n'], ['é']]);
  });

  it('takes quotes in the wrong place for what they look like, and names the row of one that is never closed', async () => {
    expect(await cellsOf('n,t\n5" pipe,x\nsaid "no",y')).toEqual([
      ['n', 't'],
      ['5" pipe', 'x'],
      ['said "no"', 'y'],
    ]);
    expect(await problemOf('n,t\nA,1\nB,"2\nC,3\n')).toEqual({ code: 'quote-not-closed', rowNo: 3 });
    expect(await problemOf(`n,t\nA,"1\n${'B,2\n'.repeat(400_000)}`)).toEqual({ code: 'quote-not-closed', rowNo: 2 });
  });

  it('passes over millions of empty lines in a moment, and counts them', async () => {
    const start = performance.now();
    const empty = '\n'.repeat(900_000);
    const rows: TableRow[] = [];
    for await (const row of readTable(opened(`a,b${empty}1,2`, 262_144), 'csv', usual)) rows.push(row);
    expect(rows.map(({ rowNo }) => rowNo)).toEqual([1, 900_001]);
    expect(performance.now() - start).toBeLessThan(8000);
  });

  it('lets others have their turn, also within one piece of many rows', async () => {
    const content = `a,b,c\n${'x\n'.repeat(40_000)}`;
    expect(await othersTurnsIn(readTable(opened(content, content.length), 'csv', usual))).toBeGreaterThan(50);
  });

  it('ends at its limits with the row that goes beyond them', async () => {
    const wide = Array.from({ length: 10_000 }, (_, index) => `c${index}`).join();
    expect(await problemOf(`n\n${wide}`)).toEqual({ code: 'too-many-columns', rowNo: 2 });
    expect(await problemOf(`n,t\nx,${'y'.repeat(40_000)}`)).toEqual({ code: 'cell-too-long', rowNo: 2, columnNo: 2 });
    expect(await cellsOf(`n${','.repeat(10_000)}\nx`)).toEqual([['n'], ['x']]);
    expect(await problemOf(Buffer.alloc(3_000_000, 'x'))).toEqual({ code: 'line-too-long', rowNo: 1 });
  });

  it('reads rubbish or refuses it, and never fails otherwise', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
        await problemOf(Buffer.from(bytes), { headerRow: 0 });
        await tableFormat(opened(Buffer.from(bytes)));
      }),
      { numRuns: 300 },
    );
  });
});

const cell = (reference: string, value: string, more = ''): string => `<c r="${reference}"${more}><v>${value}</v></c>`;

describe('an XLSX file', () => {
  const sheet = (data: string, more: Partial<Parameters<typeof makeXlsx>[0]> = {}) =>
    cellsOf(makeXlsx({ sheets: [{ name: 'List', data }], ...more }), { headerRow: 0 }, 'xlsx');

  it('gives what the sheet shows: whole telephone numbers, zeros in front, percents, days, errors as nothing', async () => {
    const formats = [
      'yyyy-mm-dd hh:mm',
      'd/m/yy',
      '0%',
      '00000',
      '[<=9999999]###-####;(###) ###-####',
      'General',
      '#,##0.00',
    ];
    const data =
      `<row r="1">${cell('A1', '0', ' t="s"')}${cell('B1', '3045550101')}${cell('C1', '5.55E+9')}</row>` +
      `<row r="2">${cell('A2', '45000.5', ' s="1"')}${cell('B2', '45000', ' s="2"')}${cell('C2', '0.45', ' s="3"')}</row>` +
      `<row r="3">${cell('A3', '501', ' s="4"')}${cell('B3', '3045550101', ' s="5"')}${cell('C3', '5550101', ' s="5"')}</row>` +
      `<row r="5">${cell('A5', '#N/A', ' t="e"')}${cell('B5', '1', ' t="b"')}${cell('C5', '0.30000000000000004')}</row>` +
      `<row r="6"><c r="A6"><f>1+1</f><v>2</v></c><c r="B6"><f>WEBSERVICE("http://x")</f></c>${cell('C6', '1234.5', ' s="7"')}</row>`;
    expect(await sheet(data, { formats, shared: ['Peña &amp; Co'] })).toEqual([
      ['Column A', 'Column B', 'Column C'],
      ['Peña & Co', '3045550101', '5550000000'],
      ['2023-03-15 12:00', '2023-03-15', '45%'],
      ['00501', '(304) 555-0101', '555-0101'],
      ['', 'TRUE', '0.3'],
      ['2', '', '1234.5'],
    ]);
    const rows = await rowsOf(makeXlsx({ sheets: [{ name: 'List', data }] }), { headerRow: 0 }, 'xlsx');
    expect(rows.map(({ rowNo, blanked }) => [rowNo, blanked])).toEqual([
      [0, 0],
      [1, 0],
      [2, 0],
      [3, 0],
      [5, 1],
      [6, 1],
    ]);
  });

  it('counts days from 1900 with its extra day, or from 1904', async () => {
    const days = (...figures: number[]) =>
      figures.map((figure, index) => `<row>${cell(`A${index + 1}`, String(figure), ' s="1"')}</row>`).join('');
    const given = days(1, 59, 60, 61, -5, 0.75);
    expect(await sheet(given, { formats: ['yyyy-mm-dd hh:mm'] })).toEqual(
      ['Column A', '1900-01-01 00:00', '1900-02-28 00:00', '1900-02-29 00:00', '1900-03-01 00:00', '-5', '18:00'].map(
        (text) => [text],
      ),
    );
    expect(await sheet(days(0, 1), { formats: ['m/d/yyyy'], epoch1904: true })).toEqual([
      ['Column A'],
      ['1904-01-01'],
      ['1904-01-02'],
    ]);
  });

  it('gives each cell of a merge what its first one says, and reads sheets by name', async () => {
    const book = makeXlsx({
      sheets: [
        { name: 'Empty', data: '' },
        { name: 'Kept', hidden: true, data: [['hidden']] },
        {
          name: 'Families',
          data: `<row r="1">${cell('A1', '1')}${cell('B1', '2')}</row><row r="2">${cell('B2', '3')}</row><row r="3">${cell('C3', '4')}</row>`,
          merges: ['A1:A3', 'B3:C3'],
        },
      ],
    });
    expect(await cellsOf(book, { headerRow: 0 }, 'xlsx')).toEqual([
      ['Column A', 'Column B', 'Column C'],
      ['1', '2', ''],
      ['1', '3', ''],
      ['1', '', '4'],
    ]);
    expect(await cellsOf(book, { headerRow: 0, sheet: 'Kept' }, 'xlsx')).toEqual([['Column A'], ['hidden']]);
    expect(await problemOf(book, { sheet: 'Gone' }, 'xlsx')).toEqual({ code: 'no-such-sheet', sheet: 'Gone' });
  });

  it('reads rows that the sheet hides, and says of each that it does', async () => {
    const data = ['', ' hidden="1"', ' hidden="0"', ' hidden="true"']
      .map((more, index) => `<row r="${index + 1}"${more}>${cell(`A${index + 1}`, String(index))}</row>`)
      .join('');
    const [, ...rows] = await rowsOf(makeXlsx({ sheets: [{ name: 'List', data }] }), { headerRow: 0 }, 'xlsx');
    expect(rows.map(({ isHidden }) => isHidden)).toEqual([false, true, false, true]);
  });

  it('refuses bombs and broken files with a reason, before memory is full', async () => {
    const parts = xlsxParts({ sheets: [{ name: 'A', data: [['x']] }] });
    const laughs =
      '<?xml version="1.0"?><!DOCTYPE l [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><worksheet><sheetData><row><c><v>&b;</v></c></row></sheetData></worksheet>';
    const sheetOf = (xml: string | Buffer) => makeZip({ ...parts, 'xl/worksheets/sheet1.xml': xml });
    const problem = (bytes: Buffer) => problemOf(bytes, { headerRow: 0 }, 'xlsx');
    expect(await problem(sheetOf(laughs))).toEqual({ code: 'broken-workbook' });
    expect(await problem(sheetOf(`<worksheet><sheetData><row></row>${'<a>'.repeat(10_000)}`))).toEqual({
      code: 'broken-workbook',
    });
    expect(await problem(sheetOf(`<worksheet><sheetData><row></row>${' '.repeat(8_000_000)}`))).toEqual({
      code: 'broken-workbook',
    });
    expect(
      await problem(makeZip({ ...parts, 'xl/styles.xml': Buffer.alloc(tableLimits.smallPartBytes + 1, ' ') })),
    ).toEqual({
      code: 'unpacks-too-big',
    });
    expect(await problem(makeZip(parts, { lie: 3 }))).toEqual({ code: 'broken-workbook' });
    expect(
      await problem(sheetOf(`<worksheet><sheetData><row r="1">${cell('XFD1', '1')}</row></sheetData></worksheet>`)),
    ).toEqual({
      code: 'too-many-columns',
      rowNo: 1,
    });
    expect(
      await problem(makeXlsx({ sheets: [{ name: 'A', data: '<row r="1048577"><c><v>1</v></c></row>' }] })),
    ).toEqual({
      code: 'broken-workbook',
    });
    expect(await problem(makeXlsx({ sheets: [{ name: 'A', data: `<row><c t="s" r="A1"><v>99</v></c></row>` }] }))).toBe(
      undefined,
    );
    expect(await problem(Buffer.concat([makeZip(parts)]).subarray(0, 300))).toEqual({ code: 'broken-workbook' });
  });

  it('takes an empty sheet with a picture on it for a picture', async () => {
    const book = makeXlsx({ sheets: [{ name: 'Scan', data: '' }], more: { 'xl/media/image1.png': Buffer.from('x') } });
    expect(await problemOf(book, {}, 'xlsx')).toEqual({ code: 'is-a-picture' });
    expect(await problemOf(makeXlsx({ sheets: [{ name: 'None', data: '' }] }), {}, 'xlsx')).toEqual({
      code: 'no-rows',
    });
  });
});

describe('an ODS file', () => {
  const row = (cells: string, more = '') => `<table:table-row${more}>${cells}</table:table-row>`;
  const text = (words: string, more = '') =>
    `<table:table-cell office:value-type="string"${more}><text:p>${words}</text:p></table:table-cell>`;
  const value = (type: string, attribute: string, given: string, shown: string) =>
    `<table:table-cell office:value-type="${type}" office:${attribute}="${given}"><text:p>${shown}</text:p></table:table-cell>`;
  const table = (rows: string, name = 'List') => `<table:table table:name="${name}">${rows}</table:table>`;

  it('gives what the sheet shows, repeats what stands for many, and reaches back before 1900', async () => {
    const book = makeOds(
      table(
        row(
          text('Peña') + value('float', 'value', '5550000000', '5.55E+09') + value('float', 'value', '501', '00501'),
        ) +
          row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="2"') +
          row(
            value('date', 'date-value', '1899-12-24T18:30:00', '24.12.1899') +
              value('percentage', 'value', '0.45', '45 %') +
              value('boolean', 'boolean-value', 'true', 'WAHR'),
            ' table:number-rows-repeated="2"',
          ) +
          row(
            '<table:table-cell table:formula="of:=[.Z1]" calcext:value-type="error"><text:p>#N/A</text:p></table:table-cell>' +
              '<table:table-cell office:value-type="string"><office:annotation><text:p>a comment</text:p></office:annotation><text:p>two<text:s text:c="2"/>words</text:p><text:p>more</text:p></table:table-cell>',
          ) +
          row('<table:table-cell table:number-columns-repeated="16384"/>', ' table:number-rows-repeated="1048000"'),
      ),
    );
    const rows = await rowsOf(book, { headerRow: 0 }, 'ods');
    expect(rows.map(({ rowNo, cells }) => [rowNo, ...cells])).toEqual([
      [0, 'Column A', 'Column B', 'Column C'],
      [1, 'Peña', '5550000000', '00501'],
      [4, '1899-12-24 18:30', '45%', 'TRUE'],
      [5, '1899-12-24 18:30', '45%', 'TRUE'],
      [6, '', 'two  words\nmore', ''],
    ]);
    expect(rows[4]?.blanked).toBe(1);
  });

  it('gives each cell of a merge what its first one says', async () => {
    const span = ' table:number-rows-spanned="2" table:number-columns-spanned="2"';
    const covered = '<table:covered-table-cell table:number-columns-repeated="2"/>';
    const book = makeOds(
      table(row(text('both', span) + '<table:covered-table-cell/>' + text('a')) + row(covered + text('b'))),
    );
    expect(await cellsOf(book, { headerRow: 0 }, 'ods')).toEqual([
      ['Column A', 'Column B', 'Column C'],
      ['both', 'both', 'a'],
      ['both', 'both', 'b'],
    ]);
  });

  it('reads rows that the sheet hides, and says of each that it does', async () => {
    const book = makeOds(
      table(
        row(text('seen')) +
          row(text('by hand'), ' table:visibility="collapse" table:number-rows-repeated="2"') +
          row(text('by a filter'), ' table:visibility="filter"') +
          row(text('seen too'), ' table:visibility="visible"'),
      ),
    );
    const [, ...rows] = await rowsOf(book, { headerRow: 0 }, 'ods');
    expect(rows.map(({ isHidden }) => isHidden)).toEqual([false, true, true, true, false]);
  });

  it('refuses a row that stands for too many, a cell for too many columns, a hidden key', async () => {
    const endless = makeOds(table(row(text('x'), ' table:number-rows-repeated="99999999"')));
    expect(await problemOf(endless, { headerRow: 0 }, 'ods')).toEqual({ code: 'too-many-rows' });
    const wide = makeOds(table(row(text('x', ' table:number-columns-repeated="16384"'))));
    expect(await problemOf(wide, { headerRow: 0 }, 'ods')).toEqual({ code: 'too-many-columns', rowNo: 1 });
    const locked = makeOds('', '', { 'META-INF/manifest.xml': '<m><encryption-data/></m>' });
    expect(await problemOf(locked, {}, 'ods')).toEqual({ code: 'encrypted-workbook' });
  });

  it('lets others have their turn while one row stands for many', async () => {
    const many = makeOds(table(row(text('x'), ' table:number-rows-repeated="100000"')));
    const rows = readTable(opened(many, 65_536), 'ods', { ...usual, headerRow: 0 });
    expect(await othersTurnsIn(rows)).toBeGreaterThan(100);
  });
});

describe('tableFormat', () => {
  const old = (name: string) => Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from(name, 'utf16le')]);
  it.each<[string, string | Buffer, Awaited<ReturnType<typeof tableFormat>>]>([
    ['text', 'a;b\nc;d', { format: 'csv' }],
    ['UTF-16', Buffer.from('a,b\nc,d', 'utf16le'), { format: 'csv' }],
    ['an XLSX file', makeXlsx({ sheets: [{ name: 'A', data: '' }] }), { format: 'xlsx' }],
    ['an ODS file', makeOds(''), { format: 'ods' }],
    ['nothing', '', { refusal: { code: 'empty-file' } }],
    ['a PNG', Buffer.from('89504e470d0a1a0a0000', 'hex'), { refusal: { code: 'is-a-picture' } }],
    ['a JPEG', Buffer.from('ffd8ffe000104a464946', 'hex'), { refusal: { code: 'is-a-picture' } }],
    ['a PDF', '%PDF-1.7\n', { refusal: { code: 'is-a-pdf' } }],
    ['a page', '\n<!DOCTYPE html><table>', { refusal: { code: 'is-a-web-page' } }],
    ['a text document', makeZip({ 'word/document.xml': '' }), { refusal: { code: 'is-a-document' } }],
    ['an archive', makeZip({ 'photo.jpg': '' }), { refusal: { code: 'is-an-archive' } }],
    ['a binary workbook', makeZip({ 'xl/workbook.bin': '' }), { refusal: { code: 'binary-excel' } }],
    ['an old workbook', old('Workbook'), { refusal: { code: 'old-excel' } }],
    ['a locked workbook', old('EncryptedPackage'), { refusal: { code: 'encrypted-workbook' } }],
    ['half an archive', makeZip({ 'a.txt': 'b' }).subarray(0, 40), { refusal: { code: 'broken-workbook' } }],
    [
      'a program',
      Buffer.from(Array.from({ length: 500 }, (_, index) => index % 7)),
      { refusal: { code: 'not-a-table' } },
    ],
  ])('knows %s', async (_, content, expected) => {
    expect(await tableFormat(opened(content))).toEqual(expected);
  });
});
