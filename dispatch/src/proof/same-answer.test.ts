import { describe, expect, it, vi } from 'vitest';

import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { compare } from './brute-force.ts';
import { randomProblem } from './random-problem.ts';
import type { FeatureName } from './random-problem.ts';
import { solved } from './solved.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

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
