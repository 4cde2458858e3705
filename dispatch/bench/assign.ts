// Exact sharing on boards of 5,000 × 5,000 with 20 edges each, in plenty and in scarcity, against HiGHS on the same machine.
// Prints one JSON line. `--quick` leaves HiGHS out and takes one seed.
import { assign } from '../src/assign/index.ts';
import { highsOptimum } from '../src/proof/highs-optimum.ts';
import { townProblem } from '../src/proof/random-assign-problem.ts';

const targetSeconds = 3;
const isQuick = process.argv.includes('--quick');
const seeds = isQuick ? [1] : [1, 2, 3];
const supplies = { plenty: 1.2, scarce: 0.64 };

const parts = [];
for (const [name, supply] of Object.entries(supplies)) {
  for (const seed of seeds) {
    const problem = townProblem(5000, 20, supply, seed);
    const startedAt = performance.now();
    const answer = assign(problem);
    const seconds = (performance.now() - startedAt) / 1000;
    if (!answer.ok) throw new Error(JSON.stringify(answer.refusal));
    const { value, bound, pivots } = answer.outcome;
    // Of HiGHS's methods interior point is the fastest on these, by far: the stronger rival.
    const rival = isQuick ? null : await highsOptimum(problem, 'ipm');
    const isEqual = rival === null ? null : Math.round(rival.value) === value;
    parts.push({
      name,
      seed,
      pairs: problem.pairs.length,
      seconds,
      value,
      isProven: bound === value,
      pivots,
      highsSeconds: rival?.seconds ?? null,
      isEqual,
    });
  }
}

const slowest = Math.max(...parts.map((part) => part.seconds));
const rivals = parts.map((part) => part.highsSeconds).filter((seconds) => seconds !== null);
const baseline = rivals.length > 0 ? rivals.reduce((sum, seconds) => sum + seconds, 0) / rivals.length : null;
const mean = parts.reduce((sum, part) => sum + part.seconds, 0) / parts.length;
const met = slowest <= targetSeconds && parts.every((part) => part.isProven && part.isEqual !== false);
process.stdout.write(
  `${JSON.stringify({ bench: 'assign', value: slowest, baseline, ratio: baseline === null ? null : baseline / mean, target: targetSeconds, met, parts })}\n`,
);
