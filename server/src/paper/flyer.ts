import { openPen, type Pen } from './pen.ts';
import type { PaperSize } from './paper-size.ts';
import { said, saidBy, type Spoken } from './spoken.ts';

export interface Flyer {
  readonly groupName: string;
  readonly areaLabel: string;
  readonly emergencyNumber: string;
  /** As people write it; empty where the group has none. */
  readonly phone: string;
  readonly askLink: string;
  readonly offerLink: string;
  readonly size: PaperSize;
  readonly spoken: Spoken;
}

const strips = 8;
const stripHeight = 168;

/** For a wall: who asks here, the code to do it, and strips to take along. */
export function drawFlyer(flyer: Flyer): Promise<Uint8Array> {
  const [t] = flyer.spoken;
  const pen = openPen({
    size: flyer.size,
    title: `${flyer.groupName}: ${t('paper.flyerHeading')}`,
    language: t.locale,
  });
  pen.page();
  drawPoster(pen, flyer, pen.height - stripHeight - 12);
  drawStrips(pen, flyer, pen.height - stripHeight);
  return pen.finish({ size: 7, text: () => '', missingLetters: '' });
}

function drawPoster(pen: Pen, flyer: Flyer, height: number): void {
  const { spoken } = flyer;
  const [first, second] = spoken;
  const whole = { x: 0, width: pen.width, align: 'center' } as const;
  let y = pen.text(flyer.groupName, { ...whole, y: 0, size: 26, weight: 'bold', linesMax: 2 });
  if (flyer.areaLabel) y = pen.text(flyer.areaLabel, { ...whole, y, size: 13, linesMax: 1 });
  y += 8;
  const heading = said(spoken, 'paper.flyerHeading');
  y = pen.text(heading[0], { ...whole, y, size: 44, weight: 'bold', role: 'H1', language: first.locale });
  if (heading[1]) y = pen.text(heading[1], { ...whole, y, size: 34, role: 'H1', language: second?.locale });

  const lines = said(spoken, 'paper.flyerLine');
  y = pen.text(lines[0], { ...whole, y: y + 4, size: 14, language: first.locale });
  if (lines[1]) y = pen.text(lines[1], { ...whole, y: y + 2, size: 14, language: second?.locale });
  const footHeight = 96;
  const side = Math.min(190, height - y - footHeight - 34);
  pen.squareCode(flyer.askLink, (pen.width - side) / 2, y + 10, side);
  y = pen.text(shown(flyer.askLink), { ...whole, y: y + side + 14, size: 15, weight: 'bold', linesMax: 1 });
  if (flyer.phone) {
    const call = saidBy(spoken, (t) => t('paper.flyerCall', { phone: flyer.phone }));
    pen.text(call.join('  ·  '), { ...whole, y, size: 14, linesMax: 1 });
  }
  drawOffer(pen, flyer, height - footHeight + 22);
}

/** Smaller, since who asks comes first: a code for those who can help, and where not to ask. */
function drawOffer(pen: Pen, flyer: Flyer, y: number): void {
  const { spoken } = flyer;
  const side = 64;
  pen.line(0, y - 6, pen.width, y - 6);
  pen.squareCode(flyer.offerLink, 0, y, side);
  const beside = { x: side + 12, width: pen.width - side - 12 };
  const offers = said(spoken, 'paper.flyerOffer').join('  ·  ');
  let below = pen.text(offers, { ...beside, y: y + 2, size: 15, weight: 'bold', role: 'H2', linesMax: 1 });
  below = pen.text(shown(flyer.offerLink), { ...beside, y: below, size: 11, linesMax: 1 });
  for (const [index, t] of spoken.entries()) {
    if (!t) continue;
    const warning = t('common.notEmergency', { number: flyer.emergencyNumber });
    const language = spoken[index]?.locale;
    below = pen.text(warning, { ...beside, y: below + 1, size: 9, language, linesMax: 1 });
  }
}

/** Cut along the dashes, from the foot up to the line. */
function drawStrips(pen: Pen, flyer: Flyer, y: number): void {
  const width = pen.width / strips;
  pen.line(0, y, pen.width, y, { dashed: true });
  for (let strip = 0; strip < strips; strip += 1) {
    const x = strip * width;
    if (strip > 0) pen.line(x, y, x, pen.height, { dashed: true });
    const side = 42;
    pen.squareCode(flyer.askLink, x + (width - side) / 2, pen.height - side - 2, side);
    const [host = '', ...path] = shown(flyer.askLink).split('/');
    const lines = [
      { text: said(flyer.spoken, 'paper.flyerHeading').join(' '), size: 8 },
      { text: flyer.groupName, size: 9, weight: 'bold' },
      { text: host, size: 8 },
      { text: `/${path.join('/')}`, size: 8 },
      { text: flyer.phone, size: 10, weight: 'bold' },
    ] as const;
    for (const [index, { text, ...style }] of lines.entries()) {
      const length = stripHeight - side - 14;
      // A long address is set smaller before it is cut: half an address leads nowhere.
      const size = Math.max(5.5, Math.min(style.size, (style.size * length) / (pen.widthOf(text, style) + 1)));
      pen.upright(text, { ...style, size, x: x + 3 + (index * (width - 4)) / 5, y: pen.height - side - 8, length });
    }
  }
}

/** As people type it. */
function shown(link: string): string {
  return link.replace(/^https?:\/\//, '');
}
