import { setImmediate as othersFirst } from 'node:timers/promises';

import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import { localeNames, locales } from '../words/locale.ts';
import { kindText } from '../words/amount-text.ts';
import { openPen, type Pen } from './pen.ts';
import type { PaperSize } from './paper-size.ts';
import { drawLabel, drawTick, labelHeight, type Said, said, saidBy, type Spoken, tickGap } from './spoken.ts';

export interface AskSlips {
  readonly groupName: string;
  readonly emergencyNumber: string;
  /** What can be ticked, in the group's order. */
  readonly kinds: readonly CatalogKind[];
  /** One for each slip. */
  readonly codes: readonly ShortCode[];
  readonly perSheet: 1 | 2;
  readonly size: PaperSize;
  readonly spoken: Spoken;
}

/** Where one slip lies on its sheet, and how much larger than the smallest its type is. */
interface Place {
  readonly y: number;
  readonly height: number;
  readonly scale: number;
}

const gutter = 16;
const small = 7.6;
const usual = 8.4;

/** Slips to fill in by hand, in one or two languages. What nobody needs to know is not asked. */
export async function drawAskSlips(slips: AskSlips): Promise<Uint8Array> {
  const [t] = slips.spoken;
  const pen = openPen({ size: slips.size, title: `${slips.groupName}: ${t('paper.slipTitle')}`, language: t.locale });
  const height = slips.perSheet === 1 ? pen.height : (pen.height - 2 * gutter) / 2;
  for (const [index, code] of slips.codes.entries()) {
    await othersFirst();
    const at = index % slips.perSheet;
    if (at === 0) pen.page();
    else pen.line(0, height + gutter, pen.width, height + gutter, { dashed: true });
    const place = { y: at * (height + 2 * gutter), height, scale: slips.perSheet === 1 ? 1.35 : 1 };
    drawSlip(pen, slips, code, place);
  }
  return pen.finish({ size: small, text: () => '', missingLetters: t('paper.missingLetters') });
}

function drawSlip(pen: Pen, slips: AskSlips, code: ShortCode, { y, height, scale }: Place): void {
  const { spoken } = slips;
  const below = drawHead(pen, slips, code, y, scale);
  // From the foot upwards, since words of two languages need more or fewer lines; what is left is for the middle.
  const footY = drawFoot(pen, spoken, y + height, scale);
  const addressY = drawAddress(pen, spoken, footY, scale);
  const gap = 14 * scale;
  const left = (pen.width - gap) * 0.52;
  const style = { size: usual * scale };
  const detail = said(spoken, 'ask.detail');
  const moreY = addressY - labelHeight(pen, spoken, detail, left, style) - 34 * scale;
  drawLabel(pen, spoken, detail, { x: 0, y: moreY, width: left }, style);
  for (const line of [20, 5]) pen.line(0, addressY - line * scale, left, addressY - line * scale);
  drawKinds(pen, slips, { y: below, untilY: moreY - 2 * scale, width: left, scale });
  drawWho(pen, spoken, { x: left + gap, y: below, untilY: addressY, width: pen.width - left - gap, scale });
}

function drawHead(
  pen: Pen,
  { spoken, groupName, emergencyNumber }: AskSlips,
  code: ShortCode,
  y: number,
  scale: number,
) {
  const codeWidth = 120 * scale;
  const codeX = pen.width - codeWidth;
  pen.box(codeX, y, codeWidth, 31 * scale, { weight: 1 });
  const inCode = { x: codeX, width: codeWidth, align: 'center' } as const;
  pen.text([...new Set(said(spoken, 'paper.slip'))].join(' · '), { ...inCode, y: y + 3 * scale, size: small * scale });
  pen.text(showShortCode(code), { ...inCode, y: y + 13 * scale, size: 13 * scale, weight: 'bold' });

  const width = codeX - 10 * scale;
  const title = { x: 0, y, width, size: 13 * scale, weight: 'bold', role: 'H1', linesMax: 1 } as const;
  let at = pen.text(groupName, title);
  at = drawLabel(pen, spoken, said(spoken, 'ask.title'), { x: 0, y: at, width }, { size: 11 * scale, role: 'H2' });
  const how = { size: small * scale, weight: 'regular' } as const;
  at = drawLabel(pen, spoken, said(spoken, 'paper.slipHow'), { x: 0, y: at, width }, how);
  const top = Math.max(at, y + 33 * scale) + 2 * scale;
  const warning = saidBy(spoken, (t) => t('common.notEmergency', { number: emergencyNumber }));
  const inside = { x: 5 * scale, y: top + 2.5 * scale, width: pen.width - 10 * scale };
  const bottom = drawLabel(pen, spoken, warning, inside, { size: usual * scale });
  pen.box(0, top, pen.width, bottom + 1.5 * scale - top, { weight: 1.2 });
  return bottom + 7 * scale;
}

interface Column {
  readonly y: number;
  readonly untilY: number;
  readonly width: number;
  readonly scale: number;
}

/** Two columns of boxes, as many as fit; whatever does not is "something else". */
function drawKinds(pen: Pen, { spoken, kinds }: AskSlips, { y, untilY, width, scale }: Column): void {
  const style = { size: usual * scale };
  const top = drawLabel(pen, spoken, said(spoken, 'ask.whatTitle'), { x: 0, y, width }, style) + 3 * scale;
  const across = 2;
  const gap = 8 * scale;
  const columnWidth = (width - gap) / across;
  const named: readonly Said[] = kinds.map((kind) => saidBy(spoken, (t) => kindText(t, kind)));
  const rowHeight = (named.some(([, second]) => second) ? 21 : 14) * scale;
  const rows = Math.max(1, Math.floor((untilY - top) / rowHeight));
  const shown = [...named.slice(0, rows * across - 1), said(spoken, 'ask.somethingElse')];
  for (const [index, words] of shown.entries()) {
    const x = Math.floor(index / rows) * (columnWidth + gap);
    drawStacked(pen, spoken, words, { x, y: top + (index % rows) * rowHeight, width: columnWidth, scale });
  }
}

/** A box to tick with one language above the other, one line each: so all rows are of one height. */
function drawStacked(
  pen: Pen,
  [first, second]: Spoken,
  [one, other]: Said,
  { x, y, width, scale }: { readonly x: number; readonly y: number; readonly width: number; readonly scale: number },
): void {
  const side = 10 * scale;
  pen.box(x, y + 1 * scale, side, side, { weight: 1 });
  const text = { x: x + side + 5 * scale, width: width - side - 5 * scale, linesMax: 1 };
  // A long name is set a little smaller before it is cut.
  const fitting = (words: string, size: number, weight: 'regular' | 'bold'): number =>
    size * Math.max(0.8, Math.min(1, text.width / pen.widthOf(words, { size, weight })));
  const size = fitting(one, usual * scale, 'bold');
  const below = pen.text(one, { ...text, y, size, weight: 'bold', language: first.locale });
  if (!other || !second) return;
  const otherSize = fitting(other, small * scale, 'regular');
  pen.text(other, { ...text, y: below - 1 * scale, size: otherSize, language: second.locale });
}

/** Who asks, how to reach them safely, and when. */
function drawWho(pen: Pen, spoken: Spoken, { x, y: top, untilY, width, scale }: Column & { readonly x: number }): void {
  const style = { size: usual * scale };
  let y = top;
  for (const key of ['ask.name', 'ask.phoneField'] as const) {
    y = drawLabel(pen, spoken, said(spoken, key), { x, y, width }, style) + 17 * scale;
    pen.line(x, y, x + width, y);
    y += 4 * scale;
  }
  const yesNo = [said(spoken, 'paper.yes'), said(spoken, 'paper.no')];
  for (const key of ['paper.safeToText', 'paper.safeToLeaveMessage'] as const) {
    y = drawLabel(pen, spoken, said(spoken, key), { x, y, width }, style) + 2 * scale;
    y = drawTicks(pen, spoken, yesNo, { x, y, width, scale, across: 2 });
  }
  y = drawLabel(pen, spoken, said(spoken, 'ask.language'), { x, y, width }, style) + 2 * scale;
  const languages = [...locales.map((locale): Said => [localeNames[locale]]), said(spoken, 'paper.otherLanguage')];
  y = drawTicks(pen, spoken, languages, { x, y, width, scale, across: 3 });
  y = drawLabel(pen, spoken, said(spoken, 'ask.when'), { x, y, width }, style) + 2 * scale;
  const whens = (['now', 'today', 'any', 'day'] as const).map((when) => said(spoken, `paper.when-${when}`));
  y = drawTicks(pen, spoken, whens, { x, y, width, scale, across: 2 });
  if (untilY - y < 60 * scale) return;
  y = drawLabel(pen, spoken, said(spoken, 'ask.words'), { x, y, width }, style);
  for (y += 20 * scale; y < untilY - 6 * scale; y += 20 * scale) pen.line(x, y, x + width, y);
}

function drawTicks(
  pen: Pen,
  spoken: Spoken,
  words: readonly Said[],
  { x, y, width, scale, across }: Omit<Column, 'untilY'> & { readonly x: number; readonly across: number },
): number {
  const each = width / across;
  let at = y;
  for (let row = 0; row < words.length; row += across) {
    const below = words.slice(row, row + across).map((one, index) => {
      const box = { x: x + index * each, y: at, width: each - 3 * scale };
      return drawTick(pen, spoken, one, box, { size: usual * scale });
    });
    at = Math.max(...below) + 3 * scale;
  }
  return at + 1 * scale;
}

function drawAddress(pen: Pen, spoken: Spoken, untilY: number, scale: number): number {
  const style = { size: usual * scale };
  const words = said(spoken, 'ask.address');
  const y = untilY - labelHeight(pen, spoken, words, pen.width, style) - 36 * scale;
  drawLabel(pen, spoken, words, { x: 0, y, width: pen.width }, style);
  for (const line of [22, 6]) pen.line(0, untilY - line * scale, pen.width, untilY - line * scale);
  return y;
}

/** What they agree to, and the lines for whoever types it in. Gives the y above. */
function drawFoot(pen: Pen, spoken: Spoken, bottom: number, scale: number): number {
  const fine = { size: small * scale, weight: 'regular' } as const;
  const [t] = spoken;
  const deskY = bottom - 2 * fine.size * 1.3;
  pen.line(0, deskY, pen.width, deskY, { weight: 1.2 });
  const half = { width: pen.width / 2 - 6, y: deskY + 4 * scale };
  pen.text(`${t('paper.deskTyped')} ______________________`, { ...fine, ...half, x: 0 });
  const shred = `${t('paper.deskShred')} ______________ (${t('paper.deskShredHint')})`;
  pen.text(shred, { ...fine, ...half, x: pen.width / 2 });

  const agreed = [said(spoken, 'paper.consent'), said(spoken, 'paper.shareHelpers')];
  const width = pen.width - fine.size * tickGap;
  const heights = agreed.map((words) => labelHeight(pen, spoken, words, width, fine) + 2 * scale);
  const top = deskY - heights.reduce((sum, one) => sum + one, 0) - 2 * scale;
  let y = top;
  for (const [index, words] of agreed.entries()) {
    drawTick(pen, spoken, words, { x: 0, y, width: pen.width }, fine);
    y += heights[index] ?? 0;
  }
  return top;
}
