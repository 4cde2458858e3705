import * as fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';

import { checkPlan } from '../checker/index.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { solve } from '../solve.ts';
import { bruteForce, compare } from './brute-force.ts';
import { prepareTiming } from './difference-constraints.ts';
import { randomNumbers } from './random-numbers.ts';
import { featureNames, manifoldFeatures, pricedFeatures, randomProblem } from './random-problem.ts';
import type { FeatureName } from './random-problem.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);

async function solved(problem: Problem, iterations: number, seed = 1, start?: Plan): Promise<Plan> {
  const { plan } = await solve(problem, { iterations, seed, ...(start ? { start } : {}) });
  const { defects } = checkPlan(problem, plan);
  // The problem itself can be impossible through what is locked; then nobody is to blame.
  if (defects.length > 0 && bruteForceOrNull(problem) === null) return plan;
  expect(defects).toEqual([]);
  return plan;
}

function bruteForceOrNull(problem: Problem) {
  return problem.vehicles.some((vehicle) => vehicle.locked) && problem.jobs.length < 6
    ? bruteForce(problem)
    : undefined;
}

/** How many jobs the brute force can take with these features. */
function jobsFor(names: readonly FeatureName[]): number {
  const heavy = names.filter((name) => manifoldFeatures.has(name)).length;
  const priced = names.filter((name) => pricedFeatures.has(name)).length;
  if (heavy + priced === 0) return 5;
  return heavy + priced === 1 ? 4 : 3;
}

beforeAll(prepareTiming);

describe('the solver finds what brute force finds', () => {
  it.each(featureNames)('with %s', async (name) => {
    for (let seed = 1; seed <= (isLong ? 60 : 3); seed++) {
      const problem = randomProblem([name], jobsFor([name]), 2, seed);
      const best = bruteForce(problem);
      if (!best) continue;
      const plan = await solved(problem, 3000, seed);
      expect([seed, compare(plan.objective, best.vector), plan.objective]).toEqual([seed, 0, plan.objective]);
    }
  });

  it('with up to seven jobs in a plain problem with windows', async () => {
    for (let seed = 1; seed <= (isLong ? 20 : 2); seed++) {
      const problem = randomProblem(['windows', 'deliver', 'tight-capacity', 'tiers'], 7, 2, seed);
      const best = bruteForce(problem)!;
      const plan = await solved(problem, 5000, seed);
      expect([seed, compare(plan.objective, best.vector)]).toEqual([seed, 0]);
    }
  });

  it('with any pair of features', async () => {
    const pairs = featureNames.flatMap((a, index) => featureNames.slice(index + 1).map((b) => [a, b] as const));
    // The short run takes a fixed sample; the long one takes all.
    const sample = isLong ? pairs : pairs.filter((_, index) => index % 23 === 0);
    for (const [index, names] of sample.entries()) {
      const problem = randomProblem(names, jobsFor(names), 2, index);
      const best = bruteForce(problem);
      if (!best) continue;
      const plan = await solved(problem, 3000, 1);
      expect([names, index, compare(plan.objective, best.vector)]).toEqual([names, index, 0]);
    }
  });
});

describe('the checker allows what the solver finds', () => {
  it('with every pair of features', async () => {
    let seed = 0;
    for (const [index, a] of featureNames.entries()) {
      for (const b of featureNames.slice(index + 1)) {
        await solved(randomProblem([a, b], 5, 3, ++seed), isLong ? 400 : 40, seed);
      }
    }
  });

  it('with many features and more jobs', async () => {
    const names = fc.subarray(featureNames, { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 6, max: 25 }), fc.nat(1e9), async (features, jobs, seed) => {
        const problem = randomProblem(features, jobs, 4, seed);
        const { plan } = await solve(problem, { iterations: 200, seed: 1 });
        const { defects } = checkPlan(problem, plan);
        // With something locked even the best plan may break a rule that binds what is locked.
        if (!features.includes('locked')) expect(defects).toEqual([]);
      }),
      { numRuns: isLong ? 1500 : 60 },
    );
  });

  it('on spheres and through the hours of the day', async () => {
    const random = randomNumbers(5);
    for (let seed = 1; seed <= (isLong ? 100 : 10); seed++) {
      const base = randomProblem(seed % 2 ? ['windows', 'carry'] : ['breaks', 'max-duration', 'price'], 10, 3, seed);
      const hourFactors = Array.from({ length: 24 }, () => 0.5 + random.fraction() * 2);
      const problem: Problem = {
        ...base,
        midnightAt: -random.between(0, 86_400),
        places: base.places.map((place) => ({
          ...place,
          latitude: 47 + random.fraction() / 50,
          longitude: 8 + random.fraction() / 50,
        })),
        profiles: { default: { kind: 'haversine', speed: 12, detour: 1.3, hourFactors } },
      };
      await solved(problem, 300, seed);
    }
  });
});

describe('what must not change the answer does not', () => {
  const names: readonly FeatureName[] = ['carry', 'windows', 'skills', 'tiers', 'max-duration'];

  it('another unit of time and length (twice the numbers, the same plan)', async () => {
    for (let seed = 1; seed <= (isLong ? 30 : 4); seed++) {
      const problem = randomProblem(names, 14, 3, seed);
      const [plan, doubled] = [await solved(problem, 500), await solved(scaled(problem, 2), 500)];
      expect(routesOf(doubled)).toEqual(routesOf(plan));
      expect(doubled.cost.total).toBe(2 * plan.cost.total);
    }
  });

  it('other names', async () => {
    for (let seed = 1; seed <= (isLong ? 30 : 4); seed++) {
      const problem = randomProblem(names, 14, 3, seed);
      const plan = await solved(problem, 500);
      const renamed = await solved(withOtherNames(problem), 500);
      expect(routesOf(renamed).map((route) => route.map((id) => id.replace('task-', 'j')))).toEqual(routesOf(plan));
    }
  });

  it('another run with the same seed', async () => {
    const problem = randomProblem(names, 20, 4, 3);
    expect(await solved(problem, 800, 7)).toEqual(await solved(problem, 800, 7));
  });
});

describe('a vehicle more', () => {
  it('never makes a plan worse that the search starts from', async () => {
    for (let seed = 1; seed <= (isLong ? 60 : 6); seed++) {
      const problem = randomProblem(['windows', 'deliver', 'tight-capacity', 'short-shift'], 15, 3, seed);
      const plan = await solved(problem, 300, seed);
      const more = { ...problem, vehicles: [...problem.vehicles, { ...problem.vehicles[0]!, id: 'spare' }] };
      const better = await solved(more, 300, seed, plan);
      expect(compare(better.objective, plan.objective)).toBeLessThanOrEqual(0);
    }
  });
});

function routesOf(plan: Plan): string[][] {
  return plan.routes.map((route) => route.entries.flatMap((entry) => (entry.id === undefined ? [] : [entry.id])));
}

/** Every time and length multiplied; by a power of two, so that no digit is lost. */
function scaled(problem: Problem, factor: number): Problem {
  const scales = new Set([
    'earliest',
    'latest',
    'duration',
    'maxDuration',
    'maxRide',
    'maxDistance',
    'durations',
    'distances',
  ]);
  const walk = (value: unknown, isScaled: boolean): unknown => {
    if (typeof value === 'number') return isScaled ? value * factor : value;
    if (Array.isArray(value)) return value.map((each) => walk(each, isScaled));
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, walk(each, scales.has(key))]));
  };
  return walk(problem, false) as Problem;
}

function withOtherNames(problem: Problem): Problem {
  return JSON.parse(
    JSON.stringify(problem)
      .replaceAll(/"j(\d+)"/g, '"task-$1"')
      .replaceAll(/"v(\d+)"/g, '"unit-$1"')
      .replaceAll('"place ', '"spot '),
  ) as Problem;
}
