import { describe, expect, it, vi } from 'vitest';

import { checkPlan } from '../checker/index.ts';
import type { Plan } from '../plan.ts';
import { solve } from '../solve.ts';
import { compare } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';
import { solved } from './solved.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

describe('where the search starts and stops', () => {
  it('makes a feasible plan of one that is not', async () => {
    for (let seed = 1; seed <= (isLong ? 60 : 6); seed++) {
      const loose = randomProblem(['carry', 'deliver'], 12, 3, seed);
      const tight = randomProblem(['carry', 'deliver', 'windows', 'tight-capacity', 'short-shift'], 12, 3, seed);
      const start = await solved(loose, 100, seed);
      expect(checkPlan(tight, start).feasible).toBe(false);
      await solved(tight, 100, seed, start, seed);
    }
  });

  it('takes a plan with strangers in it', async () => {
    const problem = randomProblem(['deliver'], 6, 2, 1);
    const larger = randomProblem(['deliver'], 9, 3, 1);
    await solved(problem, 50, 1, await solved(larger, 50));
  });

  it('stops at once when told to, with a sound plan', async () => {
    const problem = randomProblem(['windows', 'carry'], 60, 6, 1);
    const { plan, seconds } = await solve(problem, { seconds: 60, signal: AbortSignal.abort() });
    expect(checkPlan(problem, plan).defects).toEqual([]);
    expect(seconds).toBeLessThan(10);
  });

  it('streams plans that are sound and ever better', async () => {
    const problem = randomProblem(['windows', 'carry', 'skills'], 30, 5, 2);
    const plans: Plan[] = [];
    const { plan } = await solve(problem, {
      iterations: 2000,
      seed: 1,
      everySeconds: 0,
      onPlan: (better) => plans.push(better),
    });
    expect(plans.length).toBeGreaterThan(0);
    for (const [index, each] of plans.entries()) {
      expect(checkPlan(problem, each).defects).toEqual([]);
      if (index > 0) expect(compare(each.objective, plans[index - 1]!.objective)).toBeLessThanOrEqual(0);
    }
    expect(compare(plan.objective, plans.at(-1)!.objective)).toBeLessThanOrEqual(0);
  });
});
