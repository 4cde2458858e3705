import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import { odsHandlers, type OdsRow } from './ods-rows.ts';
import { readXml } from './read-xml.ts';
import type { SheetInfo, Workbook } from './workbook.ts';
import type { ZipParts } from './zip-parts.ts';

/** Opens an ODS file (OpenDocument 1.3). All its sheets stand in one part, so their list takes one reading of it. */
export async function openOds(zip: ZipParts): Promise<Workbook> {
  if (
    zip.names.includes('META-INF/manifest.xml') &&
    (await zip.text('META-INF/manifest.xml')).includes('encryption-data')
  )
    throw new TableError({ code: 'encrypted-workbook' });
  async function* rows(sheet: string): AsyncGenerator<TableRow> {
    for await (const row of odsRows(zip, sheet)) yield* repeated(row);
  }
  return {
    sheets: () => listSheets(zip),
    hasPicture: zip.names.some((name) => name.startsWith('Pictures/') && !name.endsWith('/')),
    rows,
  };
}

async function* odsRows(zip: ZipParts, sheet: string): AsyncGenerator<OdsRow> {
  const found: OdsRow[] = [];
  let isKnown = false;
  const handlers = odsHandlers({
    onSheet: ({ name }) => {
      isKnown ||= name === sheet;
    },
    isWanted: (name) => name === sheet,
    emit: (row) => found.push(row),
  });
  for await (const _ of readXml(zip.stream('content.xml', tableLimits.partBytes), handlers)) yield* found.splice(0);
  if (!isKnown) throw new TableError({ code: 'no-such-sheet', sheet });
}

async function listSheets(zip: ZipParts): Promise<readonly SheetInfo[]> {
  const sheets: { name: string; hidden: boolean; rows: number }[] = [];
  const handlers = odsHandlers({
    onSheet: ({ name, hidden }) => {
      sheets.push({ name, hidden, rows: 0 });
      if (sheets.length > tableLimits.sheets) throw new TableError({ code: 'too-many-sheets' });
    },
    isWanted: () => true,
    emit: ({ repeat }) => {
      const last = sheets.at(-1);
      if (last) last.rows += repeat;
    },
  });
  for await (const _ of readXml(zip.stream('content.xml', tableLimits.partBytes), handlers));
  return sheets;
}

/** A row that stands for a million is handed out one by one, as long as anybody asks. */
function* repeated({ repeat, row }: OdsRow): Generator<TableRow> {
  for (let index = 0; index < repeat; index += 1) {
    const rowNo = row.rowNo + index;
    if (rowNo > tableLimits.rows) throw new TableError({ code: 'too-many-rows' });
    yield index === 0 ? row : { ...row, rowNo };
  }
}
