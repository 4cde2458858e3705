import { TableError, tableLimits, type TableRow } from '../table-row.ts';
import { readXml } from './read-xml.ts';
import { scanSheet, type SheetScan } from './scan-sheet.ts';
import { type TextStore, textStore } from './text-store.ts';
import type { Workbook } from './workbook.ts';
import { readXlsxContents } from './xlsx-contents.ts';
import { unescaped, xlsxRows } from './xlsx-rows.ts';
import type { ZipParts } from './zip-parts.ts';

/** Opens an XLSX file (ECMA-376). */
export async function openXlsx(zip: ZipParts): Promise<Workbook> {
  const contents = await readXlsxContents(zip);
  const scans = new Map<string, SheetScan>();
  for (const { name, part } of contents.sheets)
    scans.set(name, await scanSheet(zip.stream(part, tableLimits.partBytes)));
  async function* rows(sheet: string): AsyncGenerator<TableRow> {
    const found = contents.sheets.find(({ name }) => name === sheet);
    if (!found) throw new TableError({ code: 'no-such-sheet', sheet });
    const texts = await readSharedTexts(zip, contents.sharedTexts);
    const merges = scans.get(sheet)?.merges ?? [];
    yield* xlsxRows(zip.stream(found.part, tableLimits.partBytes), { ...contents, texts, merges });
  }
  return {
    sheets: contents.sheets.map(({ name, hidden }) => ({ name, hidden, rows: scans.get(name)?.rows ?? 0 })),
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
