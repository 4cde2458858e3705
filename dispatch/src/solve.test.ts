import { describe, expect, it } from 'vitest';

import { checkPlan } from './checker/index.ts';
import { comparePlans } from './plan.ts';
import type { Plan } from './plan.ts';
import { ProblemError } from './problem-error.ts';
import type { Problem } from './problem.ts';
import { solve } from './solve.ts';
import { solve as solveOnNode } from './node.ts';

/** Sixty stops around a depot, five vehicles. */
const ring: Problem = {
  places: Array.from({ length: 61 }, (_, index) => ({
    id: `p${index}`,
    latitude: index === 0 ? 0 : Math.sin(index * 2.4) * 0.001 * index,
    longitude: index === 0 ? 0 : Math.cos(index * 2.4) * 0.001 * index,
  })),
  profiles: { default: { kind: 'haversine', speed: 10 } },
  vehicles: Array.from({ length: 5 }, (_, index) => ({ id: `v${index}`, start: 'p0', end: 'p0', capacity: [15] })),
  jobs: Array.from({ length: 60 }, (_, index) => ({
    kind: 'deliver' as const,
    id: `j${index + 1}`,
    amount: [1],
    stop: { place: `p${index + 1}`, duration: 60 },
  })),
};

describe('solve', () => {
  it('gives the same plan for a seed and a number of iterations', async () => {
    const one = await solve(ring, { iterations: 500, seed: 7 });
    const two = await solve(ring, { iterations: 500, seed: 7 });
    expect(two.plan).toEqual(one.plan);
    expect(one.iterations).toBe(500);
    expect(checkPlan(ring, one.plan).defects).toEqual([]);
  });

  it('tells of plans that get better and better, the last being the answer', async () => {
    const told: Plan[] = [];
    const { plan } = await solve(ring, { iterations: 2000, everySeconds: 0, onPlan: (each) => told.push(each) });
    expect(told.length).toBeGreaterThan(2);
    for (const [index, each] of told.entries())
      if (index > 0) expect(comparePlans(each, told[index - 1]!)).toBeLessThan(0);
    expect(comparePlans(plan, told.at(-1)!)).toBe(0);
  });

  it('stops at once when told to, and still answers', async () => {
    const stop = new AbortController();
    const { plan, iterations } = await solve(ring, {
      iterations: 1e9,
      signal: stop.signal,
      everySeconds: 0,
      onProgress: (progress) => {
        if (progress.iterations > 200) stop.abort();
      },
    });
    expect(iterations).toBeLessThan(5000);
    expect(plan.unserved).toEqual([]);
  });

  it('never makes a given plan worse', async () => {
    const { plan } = await solve(ring, { iterations: 1000, seed: 2 });
    const again = await solve(ring, { iterations: 100, seed: 3, start: plan });
    expect(comparePlans(again.plan, plan)).toBeLessThanOrEqual(0);
  });

  it('uses the fewest vehicles where that counts first', async () => {
    const { plan } = await solve({ ...ring, objective: { second: 'vehicles' } }, { iterations: 1500 });
    expect(plan.routes).toHaveLength(4);
  });

  it('refuses a problem with defects, naming them', async () => {
    const broken = { ...ring, vehicles: [{ id: 'v', start: 'nowhere', end: null }] };
    await expect(solve(broken)).rejects.toThrow(ProblemError);
  });

  it('has an answer when there is nobody to go and nothing to do', async () => {
    const nobody = await solve({ ...ring, vehicles: [] }, { iterations: 10 });
    expect(nobody.plan.unserved).toHaveLength(60);
    const nothing = await solve({ ...ring, jobs: [] }, { iterations: 10 });
    expect(nothing.plan).toMatchObject({ routes: [], unserved: [], objective: [0, 0] });
  });
});

describe('solve in threads', () => {
  it('gives the best of its threads, the same every time', async () => {
    const options = { iterations: 300, seed: 5, threads: 2 };
    const one = await solveOnNode(ring, options);
    const two = await solveOnNode(ring, options);
    expect(two.plan).toEqual(one.plan);
    const alone = await solve(ring, { iterations: 300, seed: 5 });
    expect(comparePlans(one.plan, alone.plan)).toBeLessThanOrEqual(0);
  });
});
