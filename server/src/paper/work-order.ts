import { setImmediate as othersFirst } from 'node:timers/promises';

import type { Instant } from '@barnraise/kernel/instant.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Words } from '../words/words.ts';
import { openPen, type Pen } from './pen.ts';
import { drawBox, boxHeight } from './work-order-box.ts';
import type { PaperSize } from './paper-size.ts';

/** Name and value, in words. */
export type Line = readonly [name: string, value: string];

export interface WorkOrder {
  readonly code: ShortCode;
  /** Where its code leads. */
  readonly link: string;
  /** The box that is filled in at its end: how it went, or who takes it. */
  readonly box: 'outcome' | 'taker';
  readonly what: string;
  readonly amount: string;
  /** When, where, for whom: whatever this helper may know. */
  readonly lines: readonly Line[];
  /** What keeps people from harm. */
  readonly heed: readonly Line[];
}

export interface WorkOrders {
  readonly groupName: string;
  readonly orders: readonly WorkOrder[];
  /** Where outcomes are typed in, as a link. */
  readonly typeLink: string;
  readonly shredOn: Instant;
  readonly zone: string;
  readonly size: PaperSize;
  readonly t: Words;
}

const usual = 10;
const small = 8.5;
const footHeight = 14;
const gutter = 14;

/** One order for each promise: two on a sheet where both fit, else a sheet or more of its own. */
export async function drawWorkOrders(orders: WorkOrders): Promise<Uint8Array> {
  const { t } = orders;
  const pen = openPen({
    size: orders.size,
    title: `${orders.groupName}: ${t('paper.orderTitle')}`,
    language: t.locale,
  });
  const half = (pen.height - footHeight - gutter) / 2;
  let isHalfFree = false;
  for (const order of orders.orders) {
    // A hundred sheets take most of a second, in which others want their pages.
    await othersFirst();
    const isShort = orderHeight(pen, orders, order) <= half;
    const top: number = isShort && isHalfFree ? half + gutter : 0;
    if (top === 0) pen.page();
    else pen.line(0, half + gutter / 2, pen.width, half + gutter / 2, { dashed: true });
    drawOrder(pen, orders, order, { top, bottom: isShort ? top + half : pen.height - footHeight });
    isHalfFree = isShort && top === 0;
  }
  if (orders.orders.length === 0) {
    pen.page();
    pen.text(t('paper.orderNone'), { x: 0, y: 0, width: pen.width, size: 14 });
  }
  return pen.finish({
    size: small,
    text: (page, pages) => (pages > 1 ? t('paper.page', { page, pages }) : ''),
    missingLetters: t('paper.missingLetters'),
  });
}

const nameWidth = 92;

function orderHeight(pen: Pen, orders: WorkOrders, order: WorkOrder): number {
  const lines = [...order.lines, ...order.heed].reduce((sum, line) => sum + lineHeight(pen, line), 0);
  const title = pen.heightOf(order.what, { size: 16, weight: 'bold', width: pen.width - 150 });
  return Math.max(title + 26, 62) + lines + (order.heed.length > 0 ? 12 : 0) + boxHeight(pen, orders, order) + 8;
}

function lineHeight(pen: Pen, [name, value]: Line): number {
  const names = pen.heightOf(name, { size: usual, weight: 'bold', width: nameWidth - 6 });
  return Math.max(names, pen.heightOf(value, { size: usual, width: pen.width - nameWidth })) + 2;
}

interface Slot {
  readonly top: number;
  readonly bottom: number;
}

function drawOrder(pen: Pen, orders: WorkOrders, order: WorkOrder, { top, bottom }: Slot): void {
  let y = drawHead(pen, orders, order, top);
  const goOn = (height: number, until: number): void => {
    if (y + height <= until) return;
    pen.page();
    y = 0;
  };
  const drawLine = (line: Line): void => {
    // What is longer than a sheet goes on on the next one: nobody may miss what they must know.
    if (lineHeight(pen, line) > pen.height - footHeight) {
      const value = { size: usual, width: pen.width - nameWidth };
      const [fits, rest] = pen.split(line[1], value, bottom - y - 2);
      drawLine([line[0], fits]);
      drawLine([line[0], rest]);
      return;
    }
    goOn(lineHeight(pen, line), bottom);
    pen.text(line[0], { x: 0, y, width: nameWidth - 6, size: usual, weight: 'bold' });
    pen.text(line[1], { x: nameWidth, y, width: pen.width - nameWidth, size: usual });
    y += lineHeight(pen, line);
  };
  for (const line of order.lines) drawLine(line);
  if (order.heed.length > 0) {
    pen.line(0, y + 3, pen.width, y + 3);
    y += 8;
    for (const line of order.heed) drawLine(line);
  }
  const height = boxHeight(pen, orders, order);
  goOn(height, bottom);
  drawBox(pen, orders, order, Math.max(y, y === 0 ? 0 : bottom - height));
}

function drawHead(pen: Pen, { t, groupName }: WorkOrders, order: WorkOrder, y: number): number {
  const codeSide = 54;
  const codeX = pen.width - codeSide;
  pen.squareCode(order.link, codeX, y, codeSide);
  const beside = { x: pen.width - 150, width: 150 - codeSide - 8, align: 'end' } as const;
  pen.text(t(order.box === 'taker' ? 'paper.orderOpen' : 'paper.order'), { ...beside, y, size: small });
  pen.text(showShortCode(order.code), { ...beside, y: y + 12, size: 13, weight: 'bold' });
  const width = pen.width - 150;
  let below = pen.text(groupName, { x: 0, y, width, size: usual, linesMax: 1 });
  below = pen.text(order.what, { x: 0, y: below, width, size: 16, weight: 'bold', role: 'H1' });
  return Math.max(below + 6, y + codeSide + 6);
}
