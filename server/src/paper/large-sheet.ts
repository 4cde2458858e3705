import { setImmediate as othersFirst } from 'node:timers/promises';

import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Words } from '../words/words.ts';
import { openPen, type Pen } from './pen.ts';
import type { PaperSize } from './paper-size.ts';

/** One stop, in words that are ready to be read at arm's length. */
export interface Stop {
  readonly when: string;
  readonly what: string;
  /** First name and initial; empty where it may not be known. */
  readonly name: string;
  readonly where: readonly string[];
  readonly heed: readonly string[];
}

export interface DayOfOne {
  readonly provider: string;
  readonly stops: readonly Stop[];
}

export interface LargeSheets {
  readonly groupName: string;
  readonly day: Instant;
  readonly shredOn: Instant;
  readonly zone: string;
  readonly days: readonly DayOfOne[];
  readonly size: PaperSize;
  readonly t: Words;
}

const large = 18;
const larger = 23;
const footHeight = 30;

/** A day's stops to take along, nothing in it smaller than 18 points. Each provider begins on a sheet of their own. */
export async function drawLargeSheets(sheets: LargeSheets): Promise<Uint8Array> {
  const { t, days } = sheets;
  const title = t('paper.dayHeading', { day: t.instant(sheets.day, sheets.zone, 'date'), name: sheets.groupName });
  const pen = openPen({ size: sheets.size, title, language: t.locale });
  for (const day of days.length > 0 ? days : [{ provider: '', stops: [] }]) {
    await othersFirst();
    drawDay(pen, sheets, day);
  }
  return pen.finish({
    size: large,
    text: (page, pages) =>
      [
        t('paper.shredBy', { day: t.instant(sheets.shredOn, sheets.zone, 'date') }),
        pages > 1 ? t('paper.page', { page, pages }) : '',
      ]
        .filter((one) => one !== '')
        .join('  ·  '),
    missingLetters: t('paper.missingLetters'),
  });
}

function drawDay(pen: Pen, sheets: LargeSheets, { provider, stops }: DayOfOne): void {
  const { t } = sheets;
  const day = t.instant(sheets.day, sheets.zone, 'date');
  const heading = provider ? t('paper.dayHeading', { day, name: provider }) : day;
  const begin = (): number => {
    pen.page();
    const y = pen.text(heading, {
      x: 0,
      y: 0,
      width: pen.width,
      size: larger,
      weight: 'bold',
      role: 'H1',
      linesMax: 2,
    });
    pen.line(0, y + 4, pen.width, y + 4, { weight: 2 });
    return y + 14;
  };
  let y = begin();
  if (stops.length === 0) pen.text(t('paper.dayEmpty'), { x: 0, y, width: pen.width, size: large });
  for (const stop of stops) {
    // A stop is not torn apart, unless it is longer than a sheet.
    if (y + heightOf(pen, stop) > pen.height - footHeight && y > 80) y = begin();
    y = drawStop(pen, stop, y, begin);
  }
}

const indent = 34;

function partsOf({ when, what, name, where, heed }: Stop) {
  return [
    { text: what, size: larger, weight: 'bold', role: 'H2' },
    { text: [when, name].filter((one) => one !== '').join('  ·  '), size: large, weight: 'bold', role: 'P' },
    ...where.map((text) => ({ text, size: large, weight: 'regular', role: 'P' }) as const),
    ...heed.map((text) => ({ text: `! ${text}`, size: large, weight: 'bold', role: 'P' }) as const),
  ] as const;
}

function heightOf(pen: Pen, stop: Stop): number {
  const width = pen.width - indent;
  return partsOf(stop).reduce((sum, { text, size, weight }) => sum + pen.heightOf(text, { size, weight, width }), 22);
}

function drawStop(pen: Pen, stop: Stop, top: number, begin: () => number): number {
  const width = pen.width - indent;
  let y = top;
  pen.box(0, y + 3, larger - 3, larger - 3, { weight: 1.8 });
  for (const { text, ...style } of partsOf(stop)) {
    if (y + pen.heightOf(text, { ...style, width }) > pen.height - footHeight) y = begin();
    y = pen.text(text, { ...style, x: indent, y, width });
  }
  pen.line(0, y + 7, pen.width, y + 7);
  return y + 18;
}
