import type { commitmentReasons } from '@barnraise/kernel/commitment.ts';
import { showShortCode } from '@barnraise/kernel/short-code.ts';

import type { Pen } from './pen.ts';
import type { WorkOrder, WorkOrders } from './work-order.ts';

const usual = 10;
const small = 8.5;

/** What the box at the end of a sheet takes of its height. */
export function boxHeight(pen: Pen, orders: WorkOrders, order: WorkOrder): number {
  return order.box === 'taker' ? takerHeight(pen, orders, order) : outcomeHeight(pen, orders, order);
}

export function drawBox(pen: Pen, orders: WorkOrders, order: WorkOrder, top: number): void {
  if (order.box === 'taker') drawTaker(pen, orders, order, top);
  else drawOutcome(pen, orders, order, top);
}

const takerLine = 26;

function takerWhere({ t }: WorkOrders, order: WorkOrder): string {
  return t('paper.takerWhere', { address: shown(order.link) });
}

function takerHeight(pen: Pen, orders: WorkOrders, order: WorkOrder): number {
  const where = pen.heightOf(takerWhere(orders, order), { size: small, width: pen.width - 12 });
  return 6 + 16 + takerLine * 2 + 4 + where + 6;
}

/** Room for whoever takes it, who may have no phone with them. */
function drawTaker(pen: Pen, orders: WorkOrders, order: WorkOrder, top: number): void {
  const { t } = orders;
  pen.box(0, top, pen.width, takerHeight(pen, orders, order), { weight: 1.2 });
  const inside = { x: 6, width: pen.width - 12 };
  pen.text(t('paper.taker'), { ...inside, y: top + 5, size: usual, weight: 'bold', role: 'H2' });
  const shred = t('paper.shredBy', { day: t.instant(orders.shredOn, orders.zone, 'date') });
  pen.text(shred, { ...inside, y: top + 5, size: small, align: 'end' });
  for (const [index, name] of [t('paper.takerName'), t('paper.takerPhone')].entries()) {
    const y = top + 22 + index * takerLine;
    pen.text(name, { x: 6, y: y + 8, width: 90, size: usual, linesMax: 1 });
    pen.line(100, y + takerLine - 6, pen.width - 6, y + takerLine - 6);
  }
  pen.text(takerWhere(orders, order), { ...inside, y: top + 26 + takerLine * 2, size: small });
}

/** Reasons people have at a door; the rest is "other". */
export const reasonsOnPaper = [
  'not-there',
  'no-longer-needed',
  'not-safe',
  'wrong-details',
  'cannot-come',
  'other',
] as const satisfies readonly (typeof commitmentReasons)[number][];

const reasonWidth = 168;

function outcomeHeight(pen: Pen, { t, typeLink }: WorkOrders, order: WorkOrder): number {
  const where = t('paper.outcomeWhere', { address: shown(typeLink), code: showShortCode(order.code) });
  const rows = Math.ceil(reasonsOnPaper.length / Math.floor((pen.width - 12) / reasonWidth));
  return 6 + 16 + 17 * 2 + rows * 15 + 4 + pen.heightOf(where, { size: small, width: pen.width - 12 }) + 6;
}

/** Boxes for whoever was there, and how it gets back. */
function drawOutcome(pen: Pen, orders: WorkOrders, order: WorkOrder, top: number): void {
  const { t } = orders;
  pen.box(0, top, pen.width, outcomeHeight(pen, orders, order), { weight: 1.2 });
  const inside = { x: 6, width: pen.width - 12 };
  let y = top + 5;
  pen.text(t('paper.outcome'), { ...inside, y, size: usual, weight: 'bold', role: 'H2' });
  const shred = t('paper.shredBy', { day: t.instant(orders.shredOn, orders.zone, 'date') });
  pen.text(shred, { ...inside, y, size: small, align: 'end' });
  y += 17;
  const tick = (words: string, x: number, width: number): void => {
    pen.box(x, y + 1, usual, usual, { weight: 1 });
    pen.text(words, { x: x + usual + 5, y, width: width - usual - 5, size: usual, linesMax: 1 });
  };
  tick(t('paper.outcomeAll'), 6, 140);
  tick(t('paper.outcomePart', { amount: order.amount }), 150, 200);
  pen.text(t('paper.outcomeMinutes'), { x: 352, y, width: pen.width - 358, size: small, linesMax: 1 });
  y += 17;
  tick(t('paper.outcomeNone'), 6, pen.width);
  y += 16;
  const across = Math.floor((pen.width - 12) / reasonWidth);
  for (const [index, reason] of reasonsOnPaper.entries()) {
    tick(t(`commitment.reason-${reason}`), 20 + (index % across) * reasonWidth, reasonWidth);
    if (index % across === across - 1) y += 15;
  }
  const where = t('paper.outcomeWhere', { address: shown(orders.typeLink), code: showShortCode(order.code) });
  pen.text(where, { ...inside, y: y + 2, size: small });
}

function shown(link: string): string {
  return link.replace(/^https?:\/\//, '');
}
