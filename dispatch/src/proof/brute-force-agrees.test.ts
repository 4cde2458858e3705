import { beforeAll, describe, expect, it, vi } from 'vitest';

import type { MatrixProfile, Problem } from '../problem.ts';
import { bruteForce, compare } from './brute-force.ts';
import { prepareTiming } from './difference-constraints.ts';
import { featureNames, manifoldFeatures, pricedFeatures, randomProblem } from './random-problem.ts';
import type { FeatureName } from './random-problem.ts';
import { solved } from './solved.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

/** How many jobs the brute force can take with these features. */
function jobsFor(names: readonly FeatureName[]): number {
  const heavy = names.filter((name) => manifoldFeatures.has(name)).length;
  const priced = names.filter((name) => pricedFeatures.has(name)).length;
  if (heavy + priced === 0) return 5;
  return heavy + priced === 1 ? 4 : 3;
}

beforeAll(prepareTiming);

interface Tally {
  readonly tried: number;
  /** Where the solver's plan is feasible but not the best there is. */
  readonly missed: readonly string[];
}

/** Solves and compares with the brute force. A plan better than the best is an error of the proof, and fails. */
async function tally(cases: Iterable<readonly [string, Problem]>, iterations: number): Promise<Tally> {
  let tried = 0;
  const missed: string[] = [];
  for (const [about, problem] of cases) {
    const best = bruteForce(problem);
    if (!best) continue;
    tried++;
    const plan = await solved(problem, iterations, 1, undefined, about);
    const difference = compare(plan.objective, best.vector);
    expect([about, difference < 0]).toEqual([about, false]);
    if (difference > 0) missed.push(`${about}: ${plan.objective.join(' ')} against ${best.vector.join(' ')}`);
  }
  return { tried, missed };
}

describe('the solver finds what brute force finds', () => {
  it.each(featureNames)('with %s', async (name) => {
    const seeds = Array.from({ length: isLong ? 60 : 2 }, (_, index) => index + 1);
    const cases = seeds.map((seed) => [`seed ${seed}`, randomProblem([name], jobsFor([name]), 2, seed)] as const);
    const { tried, missed } = await tally(cases, 1500);
    // Where time has a price the solver's schedule of a route is good, not always the best.
    const mostMissed = pricedFeatures.has(name) ? Math.floor(tried * 0.05) : 0;
    expect(missed.slice(mostMissed)).toEqual([]);
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
    const cases = pairs
      .map((names, seed) => [names, seed] as const)
      .filter(([, seed]) => isLong || seed % 37 === 0)
      .map(([names, seed]) => [`${names.join(' ')} ${seed}`, randomProblem(names, jobsFor(names), 2, seed)] as const);
    const { tried, missed } = await tally(cases, 2000);
    expect(missed.slice(Math.floor(tried * 0.01))).toEqual([]);
  });
});
