import { describe, expect, it } from 'vitest';

import { checkPlan } from '../checker/index.ts';
import { solve } from '../solve.ts';
import { plantedProblem } from './planted-problem.ts';

const days = process.env['BARNRAISE_LONG'] ? 40 : 8;

describe('days made from a plan, into which everything fits, but hardly otherwise', () => {
  for (const carries of [false, true]) {
    it(`are completed with just their vehicles: ${carries ? 'pickups and deliveries' : 'deliveries'}`, async () => {
      for (let seed = 1; seed <= days; seed += 1) {
        const problem = plantedProblem(seed, { vehicles: 8, stops: 8, carries });
        const { plan } = await solve(problem, { iterations: 10_000, seed });
        expect(checkPlan(problem, plan).defects).toEqual([]);
        expect(plan.unserved, `day ${seed}`).toEqual([]);
      }
    });
  }

  it('are done with no more vehicles where many stand ready', async () => {
    for (let seed = 1; seed <= days; seed += 1) {
      const problem = plantedProblem(seed, { vehicles: 6, stops: 8, carries: true });
      const more = problem.vehicles.map((vehicle) => ({ ...vehicle, id: `${vehicle.id} too` }));
      const ready = {
        ...problem,
        vehicles: [...problem.vehicles, ...more],
        objective: { second: 'vehicles' as const },
      };
      const { plan } = await solve(ready, { iterations: 10_000, seed });
      expect(checkPlan(ready, plan).defects).toEqual([]);
      expect(plan.unserved, `day ${seed}`).toEqual([]);
      expect(plan.routes.length, `day ${seed}`).toBeLessThanOrEqual(problem.vehicles.length);
    }
  });
});
