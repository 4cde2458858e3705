import { create as createQrCode } from 'qrcode';

import type { PaperDocument } from './paper-document.ts';
import { marginPoints } from './paper-size.ts';

export interface Stroke {
  readonly weight?: number;
  readonly dashed?: boolean;
}

export interface ShapePen {
  box(x: number, y: number, width: number, height: number, stroke?: Stroke): void;
  line(fromX: number, fromY: number, toX: number, toY: number, stroke?: Stroke): void;
  /** A link as a square code (ISO/IEC 18004). */
  squareCode(link: string, x: number, y: number, side: number): void;
}

export function shapePen(paper: PaperDocument): ShapePen {
  const { doc } = paper;
  const stroke = ({ weight = 0.75, dashed = false }: Stroke = {}): void => {
    doc.lineWidth(weight);
    if (dashed) doc.dash(4, { space: 3 });
    doc.stroke('black');
    if (dashed) doc.undash();
  };
  return {
    box: (x, y, width, height, how) =>
      paper.decorate(() => {
        doc.rect(x + marginPoints, y + marginPoints, width, height);
        stroke(how);
      }),
    line: (fromX, fromY, toX, toY, how) =>
      paper.decorate(() => {
        doc.moveTo(fromX + marginPoints, fromY + marginPoints).lineTo(toX + marginPoints, toY + marginPoints);
        stroke(how);
      }),
    squareCode: (link, x, y, side) => {
      const { across, runs } = squaresOf(link);
      const unit = side / across;
      paper.say('Figure', { alt: link }, () => {
        for (const [row, from, length] of runs) {
          doc.rect(x + marginPoints + from * unit, y + marginPoints + row * unit, length * unit, unit);
        }
        doc.fill('black');
      });
    },
  };
}

interface Squares {
  readonly across: number;
  /** Row, first square and number of squares that are black side by side. */
  readonly runs: readonly (readonly [row: number, from: number, length: number])[];
}

/** Level Q still reads with a quarter of it soiled or folded, which happens to paper. */
function squaresOf(link: string): Squares {
  const { modules } = createQrCode(link, { errorCorrectionLevel: 'Q' });
  const runs: [number, number, number][] = [];
  for (let row = 0; row < modules.size; row += 1) {
    for (let column = 0; column < modules.size; column += 1) {
      if (!modules.get(row, column)) continue;
      const last = runs.at(-1);
      if (last && last[0] === row && last[1] + last[2] === column) last[2] += 1;
      else runs.push([row, column, 1]);
    }
  }
  return { across: modules.size, runs };
}
