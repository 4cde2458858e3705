import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import type { Job, Problem } from '../problem.ts';
import { findPlace, insertRequest } from './find-place.ts';
import { compile } from './model/compile.ts';
import type { Model } from './model/model.ts';
import { createOrders } from './orders.ts';
import { layPenalties } from './penalties.ts';
import { createRandom } from './random.ts';
import { recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import { addRequest, copyRequests, createSearchState, dropRequest } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { keepChanges, undoChanges } from './undo.ts';
import { COST_TOTAL } from './walk/walk-record.ts';
import { walkRoute } from './walk/walk-route.ts';

const count = process.env['BARNRAISE_LONG'] ? 400 : 40;

/** Two lunches in a day, and for each stop the morning or the evening. */
function withBreaks(problem: Problem, seed: number): Problem {
  const random = createRandom(seed);
  const pause = (id: string, from: number) => ({
    id,
    window: { earliest: from + random.below(60), latest: from + 60 + random.below(80) },
    duration: 5 + random.below(25),
  });
  return {
    ...problem,
    vehicles: problem.vehicles.map((vehicle, index) => ({
      ...vehicle,
      breaks: [pause('lunch', 60), ...(index === 0 ? [pause('tea', 220)] : [])],
    })),
    jobs: problem.jobs.map((job): Job => {
      if (job.kind === 'carry' || job.kind === 'visit') return job;
      const late = 250 + random.below(100);
      const windows = [...(job.stop.windows ?? []), { earliest: late, latest: late + 20 + random.below(60) }];
      return { ...job, stop: { ...job.stop, windows } };
    }),
  };
}

/** Stops on a line with tight windows, one or two dimensions, half of the jobs carries. */
function lineProblem(seed: number, jobs: number, carries: boolean): Problem {
  const random = createRandom(seed);
  const at = Array.from({ length: 2 * jobs + 1 }, () => random.below(100));
  const window = (): { earliest: number; latest: number } => {
    const earliest = random.below(200);
    return { earliest, latest: earliest + 30 + random.below(150) };
  };
  return {
    places: at.map((_, index) => ({ id: `p${index}` })),
    profiles: { default: { kind: 'matrix', durations: at.map((a) => at.map((b) => Math.abs(a - b))) } },
    vehicles: [1, 2].map((id) => ({
      id: `v${id}`,
      start: 'p0',
      end: 'p0',
      capacity: [6, 9],
      shift: { earliest: 0, latest: 500 },
      maxDistance: 400,
      maxStops: 9,
    })),
    jobs: Array.from({ length: jobs }, (_, index): Job => {
      const amount = [1 + random.below(3), random.below(4)];
      const first = { place: `p${2 * index + 1}`, duration: random.below(8), windows: [window()] };
      const second = { place: `p${2 * index + 2}`, duration: random.below(8) };
      if (carries && random.unit() < 0.6)
        return { kind: 'carry', id: `j${index}`, pickups: [{ ...first, amount }], delivery: second };
      return { kind: random.unit() < 0.5 ? 'deliver' : 'collect', id: `j${index}`, stop: first, amount };
    }),
  };
}

function emptyState(model: Model): SearchState {
  const state = createSearchState(model, 1);
  layPenalties(state);
  for (let q = 0; q < model.requestCount; q += 1) addRequest(state.absent, q);
  return state;
}

/** The least added cost over all places, each judged by walking the whole route. */
function cheapestByWalk(state: SearchState, q: number, r: number): number {
  const { model, routes, walk } = state;
  const first = model.requests.firstVisit[q]!;
  const visits = model.requests.firstVisit[q + 1]! - first;
  const items = [...routes.items.subarray(r * routes.stride + 1, r * routes.stride + 1 + routes.length[r]!)];
  let best = Infinity;
  for (let i = 0; i <= items.length; i += 1) {
    for (let j = i; j <= (visits === 2 ? items.length : i); j += 1) {
      const trial = [
        ...items.slice(0, i),
        first,
        ...items.slice(i, j),
        ...(visits === 2 ? [first + 1] : []),
        ...items.slice(j),
      ];
      for (const [index, item] of trial.entries()) walk.items[index + 1] = item;
      walk.count = trial.length;
      if (walkRoute(model, walk, r, null, false)) best = Math.min(best, walk.cost[COST_TOTAL]! - routes.cost[r]!);
    }
  }
  return best;
}

describe('a place in constant time', () => {
  it.each([
    [false, false],
    [true, false],
    [false, true],
    [true, true],
  ])('is the cheapest one that a walk of the whole route allows (carries: %s, breaks: %s)', (carries, breaks) => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 2, max: 7 }), (seed, jobs) => {
        const problem = lineProblem(seed, jobs, carries);
        const model = compile(breaks ? withBreaks(problem, seed) : problem);
        expect(model.needsWalk).toBe(false);
        expect(model.labelWidth).toBe(breaks ? 3 : 0);
        const state = emptyState(model);
        for (let q = 0; q < jobs; q += 1) {
          const r = q % 2;
          if (model.requests.compatible[q * 2 + r] === 0) continue;
          findPlace(state, q, r, -1);
          const expected = cheapestByWalk(state, q, r);
          expect(state.place.cost[0]).toBeCloseTo(expected, 6);
          if (expected === Infinity) continue;
          insertRequest(state, q, r, state.place.code[0]!);
          dropRequest(state.absent, q);
        }
      }),
      { numRuns: count },
    );
  });
});

describe('an iteration', () => {
  it('leaves nothing behind when it is undone', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = compile(withBreaks(lineProblem(seed, 7, true), seed));
        const state = emptyState(model);
        const orders = createOrders(model);
        const pending = new Int32Array(model.requestCount);
        recreate(state, orders, pending, Infinity);
        keepChanges(state.undo);
        const before = picture(state);
        copyRequests(state.absent, state.absentBefore);
        const [way, lost] = [state.cost[0]!, state.cost[1]!];
        ruin(state, { mean: 5, longest: 5, keepMore: 0.5 });
        recreate(state, orders, pending, Infinity);
        undoChanges(model, state.routes, state.undo);
        copyRequests(state.absentBefore, state.absent);
        state.cost.set([way, lost]);
        expect(picture(state)).toEqual(before);
      }),
      { numRuns: count },
    );
  });

  it('keeps the running cost equal to the sum of its parts', () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const model = compile(lineProblem(seed, 7, true));
        const state = emptyState(model);
        state.cost[1] = state.penalty.reduce((sum, each) => sum + each, 0);
        const orders = createOrders(model);
        const pending = new Int32Array(model.requestCount);
        for (let round = 0; round < 20; round += 1) {
          recreate(state, orders, pending, Infinity);
          keepChanges(state.undo);
          ruin(state, { mean: 4, longest: 4, keepMore: 0.5 });
          const absent = [...state.absent.list.subarray(0, state.absent.count[0])];
          expect(state.cost[0]).toBeCloseTo(
            state.routes.cost.reduce((sum, each) => sum + each, 0),
            6,
          );
          expect(state.cost[1]).toBeCloseTo(
            absent.reduce((sum, q) => sum + state.penalty[q]!, 0),
            3,
          );
        }
      }),
      { numRuns: count },
    );
  });
});

/** Everything a search can see of its routes. */
function picture(state: SearchState) {
  const { model, routes } = state;
  return Array.from({ length: model.vehicleCount }, (_, r) => {
    const from = r * routes.stride;
    const to = from + routes.length[r]! + 2;
    return {
      items: [...routes.items.subarray(from, to)],
      leave: [...routes.leave.subarray(from, to)],
      limit: [...routes.limit.subarray(from, to)],
      departs: [...routes.departs.subarray(from * model.labelWidth, to * model.labelWidth)],
      arrives: [...routes.arrives.subarray((from + 1) * model.labelWidth, to * model.labelWidth)],
      legWay: [...routes.legWay.subarray(from, to)],
      load: [...routes.load.subarray(from * model.dimensions, (to - 1) * model.dimensions)],
      cost: routes.cost[r],
      version: routes.version[r],
      absent: [...state.absent.list.subarray(0, state.absent.count[0])].sort((a, b) => a - b),
    };
  });
}
