import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { plantedProblem } from '../../proof/planted-problem.ts';
import { closeRoute, findPlace } from '../find-place.ts';
import { compile } from '../model/compile.ts';
import { createOrders } from '../orders.ts';
import { layPenalties } from '../penalties.ts';
import { createRandom } from '../random.ts';
import { recreate } from '../recreate.ts';
import { removeRequest } from '../ruin.ts';
import { addRequest, createSearchState, dropRequest } from '../search-state.ts';
import type { SearchState } from '../search-state.ts';
import { keepChanges, undoChanges } from '../undo.ts';
import { createEjectAny } from './eject-any.ts';
import { createEjectPlain, isPlain } from './eject-plain.ts';
import { createEjection, forgetEjection } from './ejection.ts';
import type { Ejection } from './ejection.ts';
import type { EjectFrom } from './find-ejection.ts';

const runs = process.env['BARNRAISE_LONG'] ? 300 : 40;
const seeds = fc.integer({ min: 1, max: 1e6 });

/** A day with a vehicle too few, laid out as far as it goes, and how hard each request has been to place. */
function crowdedDay(seed: number): { state: SearchState; burden: Int32Array } {
  const random = createRandom(seed);
  const problem = plantedProblem(seed, {
    vehicles: 2 + random.below(3),
    stops: 4 + 2 * random.below(4),
    carries: random.below(2) === 0,
  });
  const model = compile({ ...problem, vehicles: problem.vehicles.slice(1) });
  const state = createSearchState(model, seed);
  layPenalties(state);
  for (let q = 0; q < model.requestCount; q += 1) addRequest(state.absent, q);
  recreate(state, createOrders(model), new Int32Array(model.requestCount), Infinity);
  keepChanges(state.undo);
  return { state, burden: Int32Array.from({ length: model.requestCount }, () => 1 + random.below(6)) };
}

/** The least burden, for each absent request and vehicle, and how often there was any. */
function burdens(state: SearchState, ejectFrom: EjectFrom, most: number): number[] {
  const ejection = createEjection();
  const found = [];
  for (const q of state.absent.list.slice(0, state.absent.count[0])) {
    for (let r = 0; r < state.model.vehicleCount; r += 1) {
      forgetEjection(ejection);
      for (let size = 1; size <= most; size += 1) ejectFrom(q, r, size, ejection);
      found.push(ejection.burden);
    }
  }
  return found;
}

/** What q would add to its vehicle's route without those of an ejection; everything is put back. */
function detourWithout(state: SearchState, q: number, { vehicle, requests, count }: Ejection): number {
  for (const each of requests.slice(0, count)) removeRequest(state, each);
  closeRoute(state, vehicle);
  findPlace(state, q, vehicle, -1);
  undoChanges(state.model, state.routes, state.undo);
  for (const each of requests.slice(0, count)) dropRequest(state.absent, each);
  return state.place.cost[0]!;
}

describe('finding out who makes room', () => {
  it('comes to the same by walking as by really taking requests out', () => {
    let count = 0;
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, burden } = crowdedDay(seed);
        expect(isPlain(state.model)).toBe(true);
        const walked = burdens(state, createEjectPlain(state, burden), 2);
        expect(walked).toEqual(burdens(state, createEjectAny(state, burden), 2));
        count += walked.filter((each) => each < Infinity).length;
      }),
      { numRuns: runs, seed: 1 },
    );
    expect(count).toBeGreaterThan(runs);
  });

  it('names up to three that leave room indeed', () => {
    const sizes = [0, 0, 0, 0];
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, burden } = crowdedDay(seed);
        const ejectFrom = createEjectPlain(state, burden);
        for (const q of state.absent.list.slice(0, state.absent.count[0])) {
          const ejection = createEjection();
          for (let size = 1; size <= 3; size += 1) ejectFrom(q, 0, size, ejection);
          sizes[ejection.count]! += 1;
          if (ejection.vehicle >= 0) expect(detourWithout(state, q, ejection)).toBeLessThan(Infinity);
        }
      }),
      { numRuns: runs, seed: 2 },
    );
    expect(Math.min(...sizes.slice(1))).toBeGreaterThan(0);
  });

  it('leaves the plan as it is', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { state, burden } = crowdedDay(seed);
        const { routes, absent, cost, undo } = state;
        const look = (): unknown => [
          Array.from(routes.length, (length, r) =>
            routes.items.slice(r * routes.stride, r * routes.stride + length + 2),
          ),
          ...[routes.version, routes.cost, routes.routeOf, absent.at, cost].map((each) => [...each]),
          undo.count,
        ];
        const before = look();
        burdens(state, createEjectAny(state, burden), 2);
        expect(look()).toEqual(before);
      }),
      { numRuns: runs, seed: 3 },
    );
  });
});
