import { getDocumentProxy } from 'unpdf';

export interface ReadPdf {
  readonly pages: number;
  /** The text of each page, in the order in which it is read out. */
  readonly texts: readonly string[];
  readonly text: string;
  /** Widths and heights in points. */
  readonly sizes: readonly (readonly [number, number])[];
  readonly title: string;
  readonly language: string;
  /** Has a structure that says what is a heading and what is a text. */
  readonly isTagged: boolean;
  /** Heights of letters, in points. */
  readonly letterSizes: readonly number[];
  /** The farthest that any text reaches, in points from the edges: left, top, right, bottom. */
  readonly margins: readonly [number, number, number, number];
  /** Fonts used, and of those the ones that the file holds. */
  readonly fonts: readonly string[];
  readonly embedded: readonly string[];
}

/** Reads a PDF as a viewer does. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPdf> {
  const raw = Buffer.from(bytes).toString('latin1');
  const pdf = await getDocumentProxy(new Uint8Array(bytes));
  const { info } = await pdf.getMetadata();
  const texts: string[] = [];
  const sizes: [number, number][] = [];
  const letterSizes = new Set<number>();
  const margins: [number, number, number, number] = [Infinity, Infinity, Infinity, Infinity];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    sizes.push([Math.round(width), Math.round(height)]);
    const { items } = await page.getTextContent();
    const written = items.filter((item) => 'str' in item && item.str.trim() !== '');
    texts.push(written.map((item) => ('str' in item ? item.str : '')).join('\n'));
    for (const item of written) {
      if (!('str' in item)) continue;
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform as number[];
      const size = Math.hypot(a, b);
      const isUpright = Math.abs(b) > Math.abs(a);
      letterSizes.add(Math.round(size * 10) / 10);
      const reach = isUpright ? { right: x, top: y + item.width } : { right: x + item.width, top: y + size * 0.75 };
      margins[0] = Math.min(margins[0], isUpright ? x - size * 0.75 : x);
      margins[1] = Math.min(margins[1], height - reach.top);
      margins[2] = Math.min(margins[2], width - reach.right);
      margins[3] = Math.min(margins[3], y);
    }
  }
  return {
    pages: pdf.numPages,
    texts,
    text: texts.join('\n'),
    sizes,
    title: 'Title' in info ? String(info.Title) : '',
    // The document's own stands in its catalog, which is written last; pieces in another language come before.
    language: [...raw.matchAll(/\/Lang \(([^)]*)\)/g)].at(-1)?.[1] ?? '',
    isTagged: /\/MarkInfo/.test(raw) && /\/StructTreeRoot/.test(raw),
    letterSizes: [...letterSizes].sort((a, b) => a - b),
    margins,
    fonts: [...new Set([...raw.matchAll(/\/BaseFont \/([^\s/]+)/g)].map((match) => match[1] ?? ''))],
    embedded: [
      ...new Set([...raw.matchAll(/\/FontName \/([^\s/]+)[^>]*?\/FontFile2/g)].map((match) => match[1] ?? '')),
    ],
  };
}
