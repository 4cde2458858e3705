import { openDocument, type PaperDocument, type Sheet } from './paper-document.ts';
import { type ShapePen, shapePen } from './pen-shapes.ts';
import { type TextPen, textPen } from './pen-text.ts';

export interface Foot {
  readonly size: number;
  /** What stands at the foot of a sheet: its number where there are several, and what else is to be said there. */
  readonly text: (page: number, pages: number) => string;
  /** Said at the foot of every sheet when letters had to be left out. */
  readonly missingLetters: string;
}

/** Draws sheets in black on white. Points from the top left of the area that every printer reaches. */
export interface Pen extends TextPen, ShapePen {
  /** The printable area. */
  readonly width: number;
  readonly height: number;
  /** Begins a new sheet. */
  page(): void;
  /** Draws the foot of every sheet, and gives the whole document. */
  finish(foot: Foot): Promise<Uint8Array>;
}

/** A pen on an empty document. */
export function openPen(sheet: Sheet): Pen {
  const paper = openDocument(sheet);
  let pages = 0;
  let isMissing = false;
  const texts = textPen(paper, () => {
    isMissing = true;
  });
  return {
    ...texts,
    ...shapePen(paper),
    width: paper.width,
    height: paper.height,
    page: () => {
      pages += 1;
      paper.doc.addPage();
    },
    finish: (foot) => {
      for (let page = 1; page <= pages; page += 1) {
        paper.doc.switchToPage(page - 1);
        const words = [foot.text(page, pages), isMissing ? foot.missingLetters : ''];
        drawFoot(paper, texts, words.filter((one) => one !== '').join('  ·  '), foot.size);
      }
      return paper.end();
    },
  };
}

function drawFoot({ width, height }: PaperDocument, texts: TextPen, words: string, size: number): void {
  texts.text(words, { x: 0, y: height - size, width, size, align: 'center', linesMax: 1 });
}
