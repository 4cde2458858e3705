import { TableError, tableLimits } from '../table-row.ts';
import { builtinFormat, type CellFormat, formatOfCode } from './cell-format.ts';
import { readXmlText } from './read-xml.ts';
import type { ZipParts } from './zip-parts.ts';

/** What an XLSX file says of itself before its sheets. */
export interface XlsxContents {
  readonly sheets: readonly { readonly name: string; readonly hidden: boolean; readonly part: string }[];
  readonly epoch1904: boolean;
  /** By the number that a cell names. */
  readonly formats: readonly CellFormat[];
  readonly sharedTexts: string | undefined;
}

/** Reads the list of sheets, where their parts are, and the formats. */
export async function readXlsxContents(zip: ZipParts): Promise<XlsxContents> {
  const [main] = await relations(zip, '_rels/.rels', '', 'officeDocument');
  if (!main) throw new TableError({ code: 'broken-workbook' });
  const folder = main.part.slice(0, main.part.lastIndexOf('/') + 1);
  const relsPart = `${folder}_rels/${main.part.slice(folder.length)}.rels`;
  const related = await relations(zip, relsPart, folder);
  const parts = new Map(related.map(({ id, part }) => [id, part]));
  const styles = related.find(({ type }) => type === 'styles');
  return {
    ...readWorkbookPart(await zip.text(main.part), parts),
    formats: styles && zip.names.includes(styles.part) ? readFormats(await zip.text(styles.part)) : [],
    sharedTexts: related.find(({ type, part }) => type === 'sharedStrings' && zip.names.includes(part))?.part,
  };
}

interface Relation {
  readonly id: string;
  readonly type: string;
  readonly part: string;
}

async function relations(zip: ZipParts, part: string, folder: string, type?: string): Promise<readonly Relation[]> {
  if (!zip.names.includes(part)) return [];
  const found: Relation[] = [];
  readXmlText(await zip.text(part), {
    open: (name, { Id = '', Type = '', Target = '' }) => {
      if (name === 'Relationship')
        found.push({ id: Id, type: Type.split('/').at(-1) ?? '', part: resolved(folder, Target) });
    },
  });
  return type === undefined ? found : found.filter((relation) => relation.type === type);
}

function resolved(folder: string, target: string): string {
  const steps: string[] = [];
  for (const step of (target.startsWith('/') ? target : folder + target).split('/')) {
    if (step === '..') steps.pop();
    else if (step !== '.' && step !== '') steps.push(step);
  }
  return steps.join('/');
}

function readWorkbookPart(xml: string, parts: ReadonlyMap<string, string>): Pick<XlsxContents, 'sheets' | 'epoch1904'> {
  const sheets: { name: string; hidden: boolean; part: string }[] = [];
  let epoch1904 = false;
  readXmlText(xml, {
    open: (name, attributes) => {
      if (name === 'workbookPr') epoch1904 = ['1', 'true'].includes(attributes['date1904'] ?? '');
      if (name !== 'sheet') return;
      const id = Object.entries(attributes).find(([key]) => key.endsWith(':id'))?.[1] ?? '';
      const part = parts.get(id);
      const hidden = (attributes['state'] ?? 'visible') !== 'visible';
      if (part?.includes('worksheets/')) sheets.push({ name: attributes['name'] ?? '', hidden, part });
      if (sheets.length > tableLimits.sheets) throw new TableError({ code: 'too-many-sheets' });
    },
  });
  return { sheets, epoch1904 };
}

function readFormats(xml: string): readonly CellFormat[] {
  const codes = new Map<string, CellFormat>();
  const formats: CellFormat[] = [];
  let inCells = false;
  readXmlText(xml, {
    open: (name, { numFmtId = '0', formatCode = '' }) => {
      if (name === 'numFmt') codes.set(numFmtId, formatOfCode(formatCode));
      if (name === 'cellXfs') inCells = true;
      if (name === 'xf' && inCells) formats.push(codes.get(numFmtId) ?? builtinFormat(Number(numFmtId)));
    },
    close: (name) => {
      if (name === 'cellXfs') inCells = false;
    },
  });
  return formats;
}
