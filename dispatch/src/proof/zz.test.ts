import { expect, it } from 'vitest';
import { solve } from '../solve.ts';
import { randomProblem } from './random-problem.ts';
import { defectsOf } from './solved.ts';
it('x', async () => {
  const problem = randomProblem(["deliver","units","skills","tiers","weights","gap-at-least","ends-elsewhere","short-shift","asymmetric","speed-factor","time","locked"] as never, 8, 4, 17);
  const { plan } = await solve(problem, { iterations: 100, seed: 1 });
  const d = defectsOf(problem, plan);
  if (d.length) console.log(JSON.stringify(problem.vehicles, null, 1), JSON.stringify(plan.routes, null, 1), JSON.stringify((problem as any).locks ?? null), JSON.stringify(problem.jobs));
  expect(d).toEqual([]);
});
