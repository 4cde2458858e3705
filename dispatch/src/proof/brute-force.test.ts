import { beforeAll, describe, expect, it, vi } from 'vitest';

import { checkPlan } from '../checker/index.ts';
import { bruteForce, compare } from './brute-force.ts';
import { prepareTiming } from './difference-constraints.ts';
import { featureNames, manifoldFeatures, pricedFeatures, randomProblem } from './random-problem.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
const seeds = isLong ? 40 : 4;

// The brute force and the checker know nothing of each other's rules: where one errs, the other objects.
describe('the brute force', () => {
  beforeAll(prepareTiming);

  it.each(featureNames)('finds plans the checker allows, with %s', (feature) => {
    const jobs = pricedFeatures.has(feature) || manifoldFeatures.has(feature) ? 3 : 4;
    for (let seed = 1; seed <= seeds; seed++) {
      const problem = randomProblem([feature], jobs, 2, seed);
      const found = bruteForce(problem);
      if (!found) continue;
      const verdict = checkPlan(problem, found.plan);
      expect(verdict.defects).toEqual([]);
      expect(compare(verdict.objective, found.vector)).toBe(0);
    }
  });
});
