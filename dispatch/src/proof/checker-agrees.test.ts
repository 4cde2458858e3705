import * as fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';

import type { Problem } from '../problem.ts';
import { problemInProgress } from '../replan.ts';
import { solve } from '../solve.ts';
import { randomNumbers } from './random-numbers.ts';
import { featureNames, randomProblem } from './random-problem.ts';
import type { FeatureName } from './random-problem.ts';
import { defectsOf, solved } from './solved.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });
// The short run is the same every time; the long one looks for what nobody has seen yet.
else fc.configureGlobal({ seed: 1 });

/** Taking a stop out made the next one later, the ways being what they are, and so a route that waits for that one. */
const lateWithoutStop: [FeatureName[], number, number] = [
  'deliver units skills tiers weights gap-at-least ends-elsewhere short-shift asymmetric speed-factor time locked'.split(
    ' ',
  ) as FeatureName[],
  8,
  17,
];

/** Ways drawn one by one, so that taking a stop out of a route may well make the rest of it late. */
function crookedProblem(seed: number, breaks: boolean): Problem {
  const random = randomNumbers(seed);
  const stops = 12;
  const ids = Array.from({ length: stops + 1 }, (_, index) => `p${index}`);
  const lunch = { id: 'lunch', window: { earliest: 60, latest: 140 }, duration: 20 };
  return {
    places: ids.map((id) => ({ id })),
    profiles: { default: { kind: 'matrix', durations: ids.map(() => ids.map(() => random.between(1, 100))) } },
    vehicles: [1, 2, 3].map((id) => ({
      id: `v${id}`,
      start: 'p0',
      end: 'p0',
      shift: { earliest: 0, latest: 300 },
      maxDistance: 400,
      ...(breaks ? { breaks: [lunch] } : {}),
    })),
    jobs: ids.slice(1).map((place, index) => {
      const earliest = random.between(0, 150);
      return {
        kind: 'visit',
        id: `j${index}`,
        stop: { place, duration: 5, windows: [{ earliest, latest: earliest + 60 }] },
      };
    }),
  };
}

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
      { numRuns: isLong ? 1500 : 40, examples: [lateWithoutStop] },
    );
  });

  it('where the way around is often the shorter one', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(1e9), fc.boolean(), async (seed, breaks) => {
        const problem = crookedProblem(seed, breaks);
        const { plan } = await solve(problem, { iterations: 1500, seed: 1 });
        expect(defectsOf(problem, plan)).toEqual([]);
      }),
      { numRuns: isLong ? 1000 : 40 },
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
