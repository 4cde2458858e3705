import { createRequire } from 'node:module';

import { type Font, openSync } from 'fontkit';

export type FontWeight = 'regular' | 'bold';

/**
 * DejaVu Sans Condensed (Bitstream Vera license): drawn for small sizes, and it has the letters of Latin with every
 * accent, Greek, Cyrillic, Armenian, Georgian, Hebrew and Arabic. It has none for Chinese, Japanese, Korean or the
 * scripts of India; see {@link printable}.
 */
const files: Readonly<Record<FontWeight, string>> = {
  regular: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed.ttf',
  bold: 'dejavu-fonts-ttf/ttf/DejaVuSansCondensed-Bold.ttf',
};

const opened = new Map<FontWeight, Font>();

/** Opened once for all sheets: reading a font takes longer than drawing a page with it. */
export function paperFont(weight: FontWeight): Font {
  let font = opened.get(weight);
  if (!font) {
    font = openSync(createRequire(import.meta.url).resolve(files[weight])) as Font;
    opened.set(weight, font);
  }
  return font;
}

/** Stands for each run of letters that the fonts do not have; the foot of the sheet says so. */
export const missingMark = '[…]';

// Marks that change how letters join or which way they run, and breaks: nothing of it is drawn.
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}]+/gu;

/** The text as it can be drawn: no garbage and no boxes that look like boxes to tick, but a mark where letters are missing. */
export function printable(text: string, has: (codePoint: number) => boolean = hasLetter): string {
  const clean = text.normalize('NFC').replaceAll(invisible, ' ').replaceAll(/\s+/gu, ' ');
  let drawn = '';
  for (const letter of clean) {
    if (has(letter.codePointAt(0) ?? 0)) drawn += letter;
    else if (!drawn.endsWith(missingMark)) drawn += missingMark;
  }
  return drawn.trim();
}

function hasLetter(codePoint: number): boolean {
  return paperFont('regular').hasGlyphForCodePoint(codePoint) && paperFont('bold').hasGlyphForCodePoint(codePoint);
}
