import PdfDocument from 'pdfkit';

import type { Locale } from '../words/locale.ts';
import { paperFont, printable } from './paper-fonts.ts';
import { marginPoints, type PaperSize, sheetPoints } from './paper-size.ts';

export interface Sheet {
  readonly size: PaperSize;
  readonly title: string;
  readonly language: Locale;
}

/** An empty document: the fonts it uses, its title and language, and the order in which it is read out, go with it. */
export interface PaperDocument {
  readonly doc: PDFKit.PDFDocument;
  readonly language: Locale;
  /** The printable area. */
  readonly width: number;
  readonly height: number;
  /** Draws something that is read out: a heading, a text, a picture with words in its place. */
  say(role: string, options: { readonly lang?: string; readonly alt?: string }, draw: () => void): void;
  /** Draws what is no text, which whatever reads the sheet out skips. */
  decorate(draw: () => void): void;
  /** Ends the document and gives the whole of it. */
  end(): Promise<Uint8Array>;
}

export function openDocument({ size, title, language }: Sheet): PaperDocument {
  const { width, height } = sheetPoints[size];
  const doc = new PdfDocument({
    size: [width, height],
    margin: 0,
    autoFirstPage: false,
    bufferPages: true,
    tagged: true,
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: { Title: printable(title), Creator: 'Barnraise', Producer: 'Barnraise' },
    // The type knows names of fonts only; a font that is open already is taken as well.
    font: paperFont('regular') as unknown as string,
  });
  // Under its own name: a document that knows a font by another one compares it with the others at every text.
  for (const weight of ['regular', 'bold'] as const) {
    doc.registerFont(paperFont(weight).postscriptName, paperFont(weight) as unknown as string);
  }
  const whole = collect(doc);
  const root = doc.struct('Document', { lang: language });
  doc.addStructure(root);
  return {
    doc,
    language,
    width: width - 2 * marginPoints,
    height: height - 2 * marginPoints,
    say: (role, options, draw) => void root.add(doc.struct(role, options, draw)),
    decorate: (draw) => {
      doc.markContent('Artifact', { type: 'Layout' });
      draw();
      doc.endMarkedContent();
    },
    end: () => {
      root.end();
      doc.end();
      return whole;
    },
  };
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  return new Promise((resolve, reject) => {
    doc.on('data', (chunk: Uint8Array) => chunks.push(chunk));
    doc.on('end', () => resolve(Buffer.concat(chunks)));
    doc.on('error', reject);
  });
}
