import { crc32, deflateRawSync } from 'node:zlib';

/** Makes a ZIP archive (APPNOTE 6.3.10) out of named parts. `lie` states another unpacked size than there is. */
export function makeZip(parts: Readonly<Record<string, string | Buffer>>, { lie }: { lie?: number } = {}): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(parts)) {
    const bytes = Buffer.from(content as string);
    const packed = deflateRawSync(bytes);
    const head = Buffer.alloc(26);
    head.writeUInt16LE(20, 0);
    head.writeUInt16LE(8, 4);
    head.writeUInt32LE(crc32(bytes), 10);
    head.writeUInt32LE(packed.length, 14);
    head.writeUInt32LE(lie ?? bytes.length, 18);
    head.writeUInt16LE(Buffer.byteLength(name), 22);
    bodies.push(Buffer.from('PK\u0003\u0004'), head, Buffer.from(name), packed);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.from('PK\u0001\u0002\u0014\0'), head, tail, Buffer.from(name));
    offset += 30 + Buffer.byteLength(name) + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(Object.keys(parts).length, 4);
  end.writeUInt16LE(Object.keys(parts).length, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...bodies, list, Buffer.from('PK\u0005\u0006'), end]);
}

export interface MadeSheet {
  readonly name: string;
  readonly hidden?: boolean;
  /** What stands between `<sheetData>` and its end, or whole rows of texts. */
  readonly data: string | readonly (readonly string[])[];
  readonly merges?: readonly string[];
}

export interface MadeWorkbook {
  readonly sheets: readonly MadeSheet[];
  readonly epoch1904?: boolean;
  /** Codes of number formats, from style 1 on. */
  readonly formats?: readonly string[];
  readonly shared?: readonly string[];
  readonly more?: Readonly<Record<string, string | Buffer>>;
}

const main = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"';
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const xml = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';

/** The parts of an XLSX file, to be changed before they are packed. */
export function xlsxParts(book: MadeWorkbook): Record<string, string | Buffer> {
  const { sheets, shared = [], formats = [] } = book;
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return {
    '[Content_Types].xml': `${xml}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
    '_rels/.rels': `${xml}<Relationships>${relation('rId1', 'officeDocument', 'xl/workbook.xml')}</Relationships>`,
    'xl/workbook.xml':
      `${xml}<workbook ${main} xmlns:r="${office}">${book.epoch1904 ? '<workbookPr date1904="1"/>' : ''}<sheets>` +
      sheets
        .map(
          ({ name, hidden }, index) =>
            `<sheet name="${name}" sheetId="${index + 1}"${hidden ? ' state="hidden"' : ''} r:id="rId${index + 1}"/>`,
        )
        .join('') +
      '</sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      `${xml}<Relationships>` +
      sheets.map((_, index) => relation(`rId${index + 1}`, 'worksheet', `worksheets/sheet${index + 1}.xml`)).join('') +
      relation('rId90', 'styles', 'styles.xml') +
      relation('rId91', 'sharedStrings', 'sharedStrings.xml') +
      '</Relationships>',
    'xl/styles.xml':
      `${xml}<styleSheet ${main}><numFmts>` +
      formats
        .map(
          (code, index) =>
            `<numFmt numFmtId="${200 + index}" formatCode="${escaped(code).replaceAll('"', '&quot;')}"/>`,
        )
        .join('') +
      `</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>` +
      formats.map((_, index) => `<xf numFmtId="${200 + index}"/>`).join('') +
      '</cellXfs></styleSheet>',
    'xl/sharedStrings.xml': `${xml}<sst ${main}>${shared.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    ...Object.fromEntries(
      sheets.map(({ data, merges = [] }, index) => [
        `xl/worksheets/sheet${index + 1}.xml`,
        `${xml}<worksheet ${main}><dimension ref="A1:XFD1048576"/><sheetData>${typeof data === 'string' ? data : rowsXml(data)}</sheetData>` +
          (merges.length > 0
            ? `<mergeCells>${merges.map((ref) => `<mergeCell ref="${ref}"/>`).join('')}</mergeCells>`
            : '') +
          '</worksheet>',
      ]),
    ),
    ...book.more,
  };
}

function rowsXml(rows: readonly (readonly string[])[]): string {
  return rows
    .map(
      (cells) => `<row>${cells.map((text) => `<c t="inlineStr"><is><t>${escaped(text)}</t></is></c>`).join('')}</row>`,
    )
    .join('');
}

export function makeXlsx(book: MadeWorkbook): Buffer {
  return makeZip(xlsxParts(book));
}

/** An ODS file with what stands in its `office:spreadsheet`. */
export function makeOds(tables: string, styles = '', more: Readonly<Record<string, string | Buffer>> = {}): Buffer {
  return makeZip({
    mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
    'content.xml': `${xml}<office:document-content><office:automatic-styles>${styles}</office:automatic-styles><office:body><office:spreadsheet>${tables}</office:spreadsheet></office:body></office:document-content>`,
    ...more,
  });
}

export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
