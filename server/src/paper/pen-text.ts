import type { Locale } from '../words/locale.ts';
import type { PaperDocument } from './paper-document.ts';
import { type FontWeight, missingMark, paperFont, printable } from './paper-fonts.ts';
import { marginPoints } from './paper-size.ts';
import { drawnOrder, fewLines, hasRightToLeft, textLines } from './text-lines.ts';

export interface TextStyle {
  /** Points. */
  readonly size: number;
  readonly weight?: FontWeight;
  /** The language of this text, where it is not the sheet's. */
  readonly language?: Locale;
  /** What it is to somebody who has the sheet read out. */
  readonly role?: 'H1' | 'H2' | 'P';
}

export interface WrappedStyle extends TextStyle {
  readonly width: number;
  /** Lines at most; what is longer ends in "…". */
  readonly linesMax?: number;
}

export interface TextBox extends WrappedStyle {
  readonly x: number;
  readonly y: number;
  readonly align?: 'start' | 'center' | 'end';
}

export interface UprightLine extends TextStyle {
  readonly x: number;
  readonly y: number;
  readonly length: number;
}

/** Writing: every text is broken into lines here, so that nothing runs off the sheet and heights are known beforehand. */
export interface TextPen {
  /** Draws a text and gives the y below it. */
  text(text: string, box: TextBox): number;
  /** The height a text will take. */
  heightOf(text: string, style: WrappedStyle): number;
  /** As much of a text as a height holds, and the rest. */
  split(text: string, style: WrappedStyle, height: number): readonly [fits: string, rest: string];
  widthOf(text: string, style: TextStyle): number;
  /** One line of text, turned so that it reads upwards from (x, y). */
  upright(text: string, line: UprightLine): void;
}

const lineHeight = 1.22;

export function textPen(paper: PaperDocument, onMissing: () => void): TextPen {
  const { doc } = paper;
  const measureWith = (style: TextStyle) => {
    use(doc, style);
    return (text: string): number => doc.widthOfString(text);
  };
  const linesOf = (text: string, style: WrappedStyle): readonly string[] => {
    const drawn = printable(text);
    if (drawn.includes(missingMark)) onMissing();
    const measure = measureWith(style);
    const lines = textLines(drawn, style.width, measure);
    return style.linesMax ? fewLines(lines, style.linesMax, style.width, measure) : lines;
  };
  const say = ({ role = 'P', language }: TextStyle, draw: () => void): void =>
    paper.say(role, language && language !== paper.language ? { lang: language } : {}, draw);

  return {
    text: (text, box) => {
      const lines = linesOf(text, box);
      if (lines.length > 0) say(box, () => drawLines(doc, lines, box));
      return box.y + lines.length * box.size * lineHeight;
    },
    heightOf: (text, style) => linesOf(text, style).length * style.size * lineHeight,
    split: (text, style, height) => {
      const lines = linesOf(text, style);
      const count = Math.max(1, Math.floor(height / (style.size * lineHeight)));
      return [lines.slice(0, count).join(' '), lines.slice(count).join(' ')];
    },
    widthOf: (text, style) => measureWith(style)(printable(text)),
    upright: (text, line) => {
      const box = { ...line, width: line.length };
      doc.save();
      doc.rotate(-90, { origin: [line.x + marginPoints, line.y + marginPoints] });
      say(line, () => drawLines(doc, linesOf(text, { ...box, linesMax: 1 }), box));
      doc.restore();
    },
  };
}

function use(doc: PDFKit.PDFDocument, { size, weight = 'regular' }: TextStyle): void {
  doc.font(paperFont(weight).postscriptName).fontSize(size);
}

function drawLines(doc: PDFKit.PDFDocument, lines: readonly string[], box: TextBox): void {
  const { x, y, width, align = 'start', size } = box;
  use(doc, box);
  doc.fillColor('black');
  for (const [index, line] of lines.entries()) {
    const free = align === 'start' ? 0 : width - doc.widthOfString(line);
    drawLine(doc, line, x + (align === 'center' ? free / 2 : free), y + index * size * lineHeight);
  }
}

function drawLine(doc: PDFKit.PDFDocument, line: string, x: number, y: number): void {
  const at = { lineBreak: false, baseline: 'top' } as const;
  if (!hasRightToLeft(line)) {
    doc.text(line, x + marginPoints, y + marginPoints, at);
    return;
  }
  let wordX = x + marginPoints;
  for (const word of drawnOrder(line)) {
    doc.text(word, wordX, y + marginPoints, at);
    wordX += doc.widthOfString(`${word} `);
  }
}
