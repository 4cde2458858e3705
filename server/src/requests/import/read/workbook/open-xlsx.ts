import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import { readXml } from './read-xml.ts';
import { scanSheet, type SheetScan } from './scan-sheet.ts';
import { type TextStore, textStore } from './text-store.ts';
import type { SheetInfo, Workbook } from './workbook.ts';
import { readXlsxContents } from './xlsx-contents.ts';
import { unescaped, xlsxRows } from './xlsx-rows.ts';
import type { ZipParts } from './zip-parts.ts';

/** Opens an XLSX file (ECMA-376). */
export async function openXlsx(zip: ZipParts): Promise<Workbook> {
  const contents = await readXlsxContents(zip);
  const scans = new Map<string, Promise<SheetScan>>();
  const scanned = (part: string): Promise<SheetScan> => {
    const scan = scans.get(part) ?? scanSheet(zip.stream(part, tableLimits.partBytes));
    scans.set(part, scan);
    return scan;
  };
  async function* rows(sheet: string): AsyncGenerator<TableRow> {
    const found = contents.sheets.find(({ name }) => name === sheet);
    if (!found) throw new TableError({ code: 'no-such-sheet', sheet });
    const texts = await readSharedTexts(zip, contents.sharedTexts);
    const { merges } = await scanned(found.part);
    yield* xlsxRows(zip.stream(found.part, tableLimits.partBytes), { ...contents, texts, merges });
  }
  return {
    sheets: async () => {
      const sheets: SheetInfo[] = [];
      for (const { name, hidden, part } of contents.sheets)
        sheets.push({ name, hidden, rows: (await scanned(part)).rows });
      return sheets;
    },
    hasPicture: zip.names.some((name) => /\/media\/[^/]+\.(?:png|jpe?g|gif|bmp|tiff?|emf|webp)$/i.test(name)),
    rows,
  };
}

/** The texts that cells name by number. */
async function readSharedTexts(zip: ZipParts, part: string | undefined): Promise<TextStore> {
  const texts = textStore(tableLimits.sharedTextBytes);
  if (part === undefined) return texts;
  let text = '';
  let inText = false;
  let inAid = false;
  const reading = readXml(zip.stream(part, tableLimits.partBytes), {
    open: (name) => {
      if (name === 'si') text = '';
      else if (name === 'rPh') inAid = true;
      else if (name === 't') inText = !inAid;
    },
    text: (piece) => {
      if (inText) text += piece;
    },
    close: (name) => {
      if (name === 't') inText = false;
      else if (name === 'rPh') inAid = false;
      else if (name === 'si') texts.add(unescaped(text));
    },
  });
  for await (const _ of reading);
  return texts;
}
