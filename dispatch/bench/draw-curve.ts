// Draws docs/anytime.svg: mean gap to the best known over time, 0.1 to 60 s, one line for each family.
// `node bench/draw-curve.ts [--clock cpu] [--quick]`
import { writeFileSync } from 'node:fs';
import path from 'node:path';

import { solve } from '../src/solve.ts';
import { haveInstances, instancesOf } from './instances.ts';
import { mean } from './measure.ts';
import { writeTable } from './report.ts';
import { budget, clock } from './settings.ts';

const moments = [0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 40, 60];
const samples: Readonly<Record<string, { readonly color: string; readonly names: readonly string[] }>> = {
  'Solomon, 100': { color: '#1b6ca8', names: ['R101', 'R207', 'RC103', 'C104'] },
  'Li & Lim, 100': { color: '#a8551b', names: ['lr112', 'lrc104', 'lc203'] },
  'Homberger, 1,000': { color: '#3b7d3b', names: ['r2_10_5'] },
};

if (!haveInstances) {
  process.stderr.write('The reference instances are not here.\n');
  process.exit(2);
}

const instances = instancesOf('solomon', 'li_lim_100', 'homberger_1000');
const curves: { label: string; color: string; gaps: number[] }[] = [];
for (const [label, { color, names }] of Object.entries(samples)) {
  const runs: number[][] = [];
  for (const name of names) {
    const instance = instances.find((each) => each.name === name)!;
    const seen: { seconds: number; cost: number }[] = [];
    await solve(instance.problem, {
      seconds: budget(60),
      clock,
      everySeconds: budget(0.05),
      onProgress: ({ seconds, objective }) =>
        seen.push({ seconds, cost: objective[0] === 0 ? objective.at(-1)! : Infinity }),
    });
    runs.push(
      moments.map(
        (moment) => (seen.findLast((each) => each.seconds <= budget(moment))?.cost ?? Infinity) / instance.cost - 1,
      ),
    );
    process.stderr.write(
      `${name} ${runs
        .at(-1)!
        .map((gap) => (gap * 100).toFixed(2))
        .join(' ')}\n`,
    );
  }
  curves.push({ label, color, gaps: moments.map((_, index) => mean(runs.map((run) => run[index]!)) * 100) });
}
writeFileSync(path.resolve(import.meta.dirname, '../docs/anytime.svg'), drawing());
writeTable(
  'curve',
  [
    '## Over time\n',
    'One search of 60 s each, of the instances named in `bench/draw-curve.ts`, one seed. A search cools over its whole budget: one of',
    '1 s is far better after 1 s than one of 60 s, see the tables above.\n',
    '![Mean gap to the best known over time, 0.1 to 60 s](anytime.svg)\n',
  ].join('\n'),
);

/** Both axes logarithmic: most of the gain is in the first second, and the last tenth of a percent takes the rest. */
function drawing(): string {
  const x = (seconds: number): number => 70 + (Math.log10(seconds / 0.1) / Math.log10(600)) * 590;
  const y = (gap: number): number =>
    330 - (Math.log10(Math.min(Math.max(gap, 0.01), 30) / 0.01) / Math.log10(3000)) * 300;
  const text = (at: number, down: number, words: string, anchor = 'middle'): string =>
    `<text x="${at.toFixed(1)}" y="${down.toFixed(1)}" text-anchor="${anchor}">${words}</text>`;
  const grid = [0.01, 0.1, 1, 10].map(
    (gap) => `<path d="M70 ${y(gap).toFixed(1)}H660" class="grid"/>${text(62, y(gap) + 4, `${gap} %`, 'end')}`,
  );
  const ticks = [0.1, 1, 10, 60].map(
    (second) => `<path d="M${x(second).toFixed(1)} 30V330" class="grid"/>${text(x(second), 350, `${second} s`)}`,
  );
  const lines = curves.map(({ label, color, gaps }, index) => {
    const points = moments.flatMap((moment, at) =>
      Number.isFinite(gaps[at]!) ? [`${x(moment).toFixed(1)},${y(gaps[at]!).toFixed(1)}`] : [],
    );
    const legend = `<text x="480" y="${50 + index * 20}" fill="${color}">${label.replace('&', '&amp;')}</text>`;
    return `<polyline points="${points.join(' ')}" fill="none" stroke="${color}" stroke-width="2"/>${legend}`;
  });
  const style = 'text{font:13px sans-serif}.grid{stroke:#ccc;fill:none}';
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 700 370" role="img"><title>Mean gap to the best known over time</title><style>${style}</style><rect width="700" height="370" fill="#fff"/>${[...grid, ...ticks, ...lines].join('')}</svg>\n`;
}
