import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import * as fc from 'fast-check';
import { beforeAll, describe, expect, it, vi } from 'vitest';

import { checkPlan, planOfSchedule } from '../checker/index.ts';
import type { PlanDefect } from '../checker/index.ts';
import { readProblem } from '../formats/index.ts';
import type { Plan } from '../plan.ts';
import type { MatrixProfile, Problem } from '../problem.ts';
import { problemInProgress } from '../replan.ts';
import { solve } from '../solve.ts';
import { bruteForce, compare } from './brute-force.ts';
import { prepareTiming } from './difference-constraints.ts';
import { randomNumbers } from './random-numbers.ts';
import { featureNames, manifoldFeatures, pricedFeatures, randomProblem } from './random-problem.ts';
import type { FeatureName } from './random-problem.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

/** Solves, and lets the checker judge; `about` shows up in the message when it finds something. */
async function solved(problem: Problem, iterations: number, seed = 1, start?: Plan, about?: unknown): Promise<Plan> {
  const { plan } = await solve(problem, { iterations, seed, ...(start ? { start } : {}) });
  expect([about, defectsOf(problem, plan)]).toEqual([about, []]);
  return plan;
}

/** What the checker finds, but for what the locked stops break all by themselves: nobody can help that. */
function defectsOf(problem: Problem, plan: Plan): readonly PlanDefect[] {
  const isLocked = (id: string | undefined) => problem.vehicles.some((vehicle) => vehicle.id === id && vehicle.locked);
  const hasBreaks = problem.vehicles.some((vehicle) => vehicle.breaks);
  const bare = problem.vehicles.flatMap((vehicle) => {
    if (!vehicle.locked) return [];
    const steps = vehicle.locked.flatMap((entry) => (entry.kind === 'stop' ? [entry] : []));
    return [
      { vehicle: vehicle.id, steps: steps.map(({ kind, stop, startedAt }) => ({ kind, stop, startAt: startedAt })) },
    ];
  });
  const known = new Set(checkPlan(problem, planOfSchedule(problem, bare)).defects.map((defect) => defect.rule));
  // A break that is owed lengthens the locked stops' route further.
  if (hasBreaks) for (const rule of ['shift-exceeded', 'duration-exceeded'] as const) known.add(rule);
  return checkPlan(problem, plan).defects.filter((defect) => !(isLocked(defect.vehicle) && known.has(defect.rule)));
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
    for (let seed = 1; seed <= (isLong ? 60 : 2); seed++) {
      const problem = randomProblem([name], jobsFor([name]), 2, seed);
      const best = bruteForce(problem);
      if (!best) continue;
      const plan = await solved(problem, 1500, seed, undefined, seed);
      expect([seed, plan.objective, compare(plan.objective, best.vector)]).toEqual([seed, plan.objective, 0]);
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

  it('with hour factors that are the same all day: as with a slower matrix', async () => {
    for (let seed = 1; seed <= (isLong ? 30 : 3); seed++) {
      const problem = randomProblem(['windows', 'carry', 'time'], 3, 2, seed);
      const profile = problem.profiles['default'] as MatrixProfile;
      const rows = profile.durations as readonly (readonly number[])[];
      const slow = { ...profile, distances: rows, durations: rows.map((row) => row.map((seconds) => seconds * 2)) };
      const factors = { ...profile, hourFactors: Array.from({ length: 24 }, () => 2) };
      const best = bruteForce({ ...problem, profiles: { default: slow } })!;
      const plan = await solved({ ...problem, profiles: { default: factors } }, 1000, seed);
      expect([seed, plan.objective, compare(plan.objective, best.vector)]).toEqual([seed, plan.objective, 0]);
    }
  });

  it('with any pair of features', async () => {
    const pairs = featureNames.flatMap((a, index) => featureNames.slice(index + 1).map((b) => [a, b] as const));
    // The short run takes a fixed sample; the long one takes all.
    const sample = isLong ? pairs : pairs.filter((_, index) => index % 37 === 0);
    for (const [index, names] of sample.entries()) {
      const problem = randomProblem(names, jobsFor(names), 2, index);
      const best = bruteForce(problem);
      if (!best) continue;
      const plan = await solved(problem, 2000, 1, undefined, names);
      expect([names, index, compare(plan.objective, best.vector)]).toEqual([names, index, 0]);
    }
  });
});

describe('the checker allows what the solver finds', () => {
  it('with every pair of features', async () => {
    let seed = 0;
    for (const [index, a] of featureNames.entries()) {
      for (const b of featureNames.slice(index + 1)) {
        await solved(randomProblem([a, b], 5, 3, ++seed), isLong ? 400 : 25, seed, undefined, [a, b, seed]);
      }
    }
  });

  it('with many features and more jobs', async () => {
    const names = fc.subarray(featureNames, { minLength: 3, maxLength: 12 });
    await fc.assert(
      fc.asyncProperty(names, fc.integer({ min: 6, max: 25 }), fc.nat(1e9), async (features, jobs, seed) => {
        const problem = randomProblem(features, jobs, 4, seed);
        const { plan } = await solve(problem, { iterations: 100, seed: 1 });
        expect(defectsOf(problem, plan)).toEqual([]);
      }),
      { numRuns: isLong ? 1500 : 40 },
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

const dataFolder = path.resolve(import.meta.dirname, '../../../../shared/data/routing');

describe.skipIf(!existsSync(dataFolder))('published files (needs ../shared/data/routing)', () => {
  const tables = ['BKS_vrptw.json', 'BKS_pdptw.json'].map((name) => path.join(dataFolder, name));
  const best = Object.assign(
    {},
    ...tables.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as object),
  ) as Record<string, { best_known_cost: number }>;

  it.each(['solomon/C102', 'solomon/RC207', 'li_lim_100/lc103', 'homberger_200/r1_2_8', 'li_lim_200/LR2_2_6'])(
    '%s is solved feasibly and well within few iterations',
    async (name) => {
      const read = readProblem(readFileSync(path.join(dataFolder, `${name}.txt`), 'utf8'));
      if (!read.ok) throw new Error(read.defect.code);
      const plan = await solved(read.value.problem, 1000);
      const key = path.basename(name);
      expect(plan.unserved).toEqual([]);
      // With the fewest vehicles the way is longer, so that cost is an upper mark in any case.
      expect(plan.cost.total).toBeLessThan(best[key]!.best_known_cost * 1.12);
      expect(plan.cost.total).toBeGreaterThan((best[`${key}_distance`]?.best_known_cost ?? 0) - 0.01);
    },
  );
});

describe('a plan that runs', () => {
  const names: readonly FeatureName[] = [
    'carry',
    'windows',
    'deliver',
    'reload',
    'several-pickups',
    'lifo',
    'duration-by-type',
    'open-end',
  ];

  it('is changed soundly at any moment of the day, in small steps, with everything begun as it was', async () => {
    for (let seed = 1; seed <= (isLong ? 100 : 6); seed++) {
      const random = randomNumbers(seed);
      const problem = randomProblem(
        names.filter(() => random.chance(0.6)),
        14,
        3,
        seed,
      );
      let plan = await solved(problem, 200, seed);
      for (let now = random.between(0, 150); now < 700; now += random.between(50, 250)) {
        const today = problemInProgress(problem, plan, { now, freeze: 40, pricePerChange: 30 });
        plan = await solved(today, 60, seed, plan, [seed, now]);
      }
    }
  });
});

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
