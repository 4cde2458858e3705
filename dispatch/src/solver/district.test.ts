import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plantedProblem } from '../proof/planted-problem.ts';
import { solved } from '../proof/solved.ts';
import type { Problem } from '../problem.ts';
import { isDivisible, isResting, openAll, openDistrict } from './district.ts';
import { compile } from './model/compile.ts';
import { createOrders } from './orders.ts';
import { layPenalties } from './penalties.ts';
import { createRandom } from './random.ts';
import { recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import { addRequest, copyRequests, createSearchState } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { keepChanges, undoChanges } from './undo.ts';

const runs = process.env['BARNRAISE_LONG'] ? 100 : 10;

/** Rounds of eight stops, vehicles of two kinds, and some more of each kind than are needed. */
function wideDay(seed: number, vehicles: number): Problem {
  const day = plantedProblem(seed, { vehicles, stops: 8, carries: seed % 2 === 0 });
  const more = [...day.vehicles, ...day.vehicles.slice(0, 6).map((each) => ({ ...each, id: `spare ${each.id}` }))];
  return { ...day, vehicles: more.map((each, index) => (index % 3 === 0 ? { ...each, fixedCost: 1 } : each)) };
}

function laidOut(seed: number, vehicles: number): SearchState {
  const model = compile(wideDay(seed, vehicles));
  const state = createSearchState(model, seed);
  layPenalties(state);
  for (let q = 0; q < model.requestCount; q += 1) addRequest(state.absent, q);
  recreate(state, createOrders(model), new Int32Array(model.requestCount), Infinity);
  keepChanges(state.undo);
  return state;
}

/** As search does it: strings out, places found again, every second time all put back. */
function stir(state: SearchState, times: number): void {
  const { model, absent, absentBefore, cost } = state;
  const orders = createOrders(model);
  const pending = new Int32Array(model.requestCount);
  for (let each = 0; each < times; each += 1) {
    copyRequests(absent, absentBefore);
    const [ways, penalties] = cost;
    ruin(state, { mean: 10, longest: 10, keepMore: 0.5 });
    recreate(state, orders, pending, Infinity);
    if (each % 2 === 0) {
      keepChanges(state.undo);
      continue;
    }
    undoChanges(model, state.routes, state.undo);
    copyRequests(absentBefore, absent);
    cost.set([ways!, penalties!]);
  }
}

function itemsOf({ routes }: SearchState, r: number): number[] {
  return [...routes.items.subarray(r * routes.stride + 1, r * routes.stride + 1 + routes.length[r]!)];
}

function restingRoutes(state: SearchState): number[] {
  return [...state.routes.length.keys()].filter((r) => isResting(state, r));
}

/** Of each kind those at rest, then the others in use, then the idle ones. */
function expectOrder({ model, routes }: SearchState): void {
  expect([...routes.order].sort((a, b) => a - b)).toEqual([...routes.order.keys()]);
  for (let kind = 0; kind < model.fleet.kindCount; kind += 1) {
    const from = routes.kindFrom[kind]!;
    expect(routes.restingOfKind[kind]).toBeLessThanOrEqual(routes.usedOfKind[kind]!);
    for (let index = from; index < routes.kindFrom[kind + 1]!; index += 1) {
      expect(routes.orderOf[routes.order[index]!]).toBe(index);
      expect(routes.length[routes.order[index]!]! > 0).toBe(index < from + routes.usedOfKind[kind]!);
    }
  }
}

describe('a district', () => {
  it('holds the visits of all routes that do not rest, eight routes at the least', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), fc.integer({ min: 25, max: 40 }), (seed, vehicles) => {
        const state = laidOut(seed, vehicles);
        openDistrict(state);
        const { routes, district } = state;
        const open = [...routes.length.keys()].filter((r) => routes.length[r]! > 0 && !isResting(state, r));
        expect([...district.visits.subarray(0, district.count)].sort((a, b) => a - b)).toEqual(
          open.flatMap((r) => itemsOf(state, r)).sort((a, b) => a - b),
        );
        expect(district.count).toBeGreaterThanOrEqual(120);
        expect(open.length).toBeGreaterThanOrEqual(8);
        expect(restingRoutes(state).length).toBeGreaterThan(0);
        expectOrder(state);
      }),
      { numRuns: runs },
    );
  });

  it('is all that search changes', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e6 }), (seed) => {
        const state = laidOut(seed, 30);
        openDistrict(state);
        const resting = restingRoutes(state);
        const before = resting.map((r) => [state.routes.version[r], ...itemsOf(state, r)]);
        const open = [...state.routes.length.keys()].filter((r) => !resting.includes(r));
        const openBefore = open.map((r) => itemsOf(state, r));
        stir(state, 60);
        expect(restingRoutes(state)).toEqual(resting);
        expect(resting.map((r) => [state.routes.version[r], ...itemsOf(state, r)])).toEqual(before);
        expect(open.map((r) => itemsOf(state, r))).not.toEqual(openBefore);
        expectOrder(state);
        openAll(state);
        expect(restingRoutes(state)).toEqual([]);
        expect([...state.district.visits]).toEqual([...state.district.visits.keys()]);
        expect(state.district.count).toBe(state.model.visitCount);
      }),
      { numRuns: runs },
    );
  });

  it('is not for plans that are small, have few routes, or leave something out', () => {
    expect(isDivisible(laidOut(1, 30))).toBe(true);
    expect(isDivisible(laidOut(1, 20))).toBe(false);
    const long = compile(plantedProblem(3, { vehicles: 8, stops: 40, carries: false }));
    const state = createSearchState(long, 1);
    layPenalties(state);
    for (let q = 0; q < long.requestCount; q += 1) addRequest(state.absent, q);
    expect(isDivisible(state)).toBe(false);
    recreate(state, createOrders(long), new Int32Array(long.requestCount), Infinity);
    expect(isDivisible(state)).toBe(false);
  });

  it('gives plans that keep every rule, the same ones for the same seed', async () => {
    const problem = wideDay(createRandom(5).below(1e6), 30);
    const plan = await solved(problem, 80_000);
    expect(plan.unserved).toEqual([]);
    expect(await solved(problem, 80_000)).toEqual(plan);
  });
});
