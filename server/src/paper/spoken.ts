import type { PlainMessageKey, Words } from '../words/words.ts';
import type { Pen } from './pen.ts';
import type { TextStyle } from './pen-text.ts';

/** The languages a sheet is written in: one, or two side by side. */
export type Spoken = readonly [first: Words, second?: Words];

/** A text in each of the sheet's languages. */
export type Said = readonly [first: string, second?: string];

export function said([first, second]: Spoken, key: PlainMessageKey): Said {
  return second ? [first(key), second(key)] : [first(key)];
}

/** What differs from one language to the other in more than its key. */
export function saidBy([first, second]: Spoken, say: (t: Words) => string): Said {
  return second ? [say(first), say(second)] : [say(first)];
}

/** From the left of a tick's box to its words, in sizes of its type. */
export const tickGap = 1.45;

interface LabelBox {
  readonly x: number;
  readonly y: number;
  readonly width: number;
}

/**
 * The first language in bold with the second behind it, or below it where they do not fit in one line. Each is marked as
 * what it is, so that it is read out in its own voice. Gives the y below.
 */
export function drawLabel(
  pen: Pen,
  spoken: Spoken,
  [first, second]: Said,
  { x, y, width }: LabelBox,
  style: TextStyle,
): number {
  const bold = { weight: 'bold', language: spoken[0].locale, ...style } as const;
  if (!second || !spoken[1] || second === first) return pen.text(first, { ...bold, x, y, width });
  const plain = { ...style, weight: 'regular', language: spoken[1].locale } as const;
  const taken = pen.widthOf(first, bold) + style.size * 0.7;
  if (taken + pen.widthOf(second, plain) > width) {
    return pen.text(second, { ...plain, x, y: pen.text(first, { ...bold, x, y, width }), width });
  }
  pen.text(first, { ...bold, x, y, width });
  return pen.text(second, { ...plain, x: x + taken, y, width: width - taken });
}

/** The height that {@link drawLabel} takes. */
export function labelHeight(pen: Pen, spoken: Spoken, [first, second]: Said, width: number, style: TextStyle): number {
  const bold = { weight: 'bold', ...style } as const;
  const plain = { ...style, weight: 'regular' } as const;
  if (!second || !spoken[1] || second === first) return pen.heightOf(first, { ...bold, width });
  const isOneLine = pen.widthOf(first, bold) + style.size * 0.7 + pen.widthOf(second, plain) <= width;
  return isOneLine
    ? pen.heightOf(first, { ...bold, width })
    : pen.heightOf(first, { ...bold, width }) + pen.heightOf(second, { ...plain, width });
}

/** A box to tick with its words beside it. Gives the y below. */
export function drawTick(pen: Pen, spoken: Spoken, words: Said, { x, y, width }: LabelBox, style: TextStyle): number {
  const side = style.size;
  pen.box(x, y + style.size * 0.1, side, side, { weight: 1 });
  const gap = side * tickGap;
  return drawLabel(pen, spoken, words, { x: x + gap, y, width: width - gap }, { weight: 'regular', ...style });
}
