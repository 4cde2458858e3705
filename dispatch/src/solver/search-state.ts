import { createDistrict } from './district.ts';
import type { District } from './district.ts';
import { SINGLE } from './model/model.ts';
import type { Model } from './model/model.ts';
import { createPairScratch } from './insert-pair.ts';
import type { PairScratch } from './insert-pair.ts';
import { createPlace } from './place.ts';
import type { Place } from './place.ts';
import { createPlaceMemory } from './place-memory.ts';
import type { PlaceMemory } from './place-memory.ts';
import { createRandom } from './random.ts';
import type { Random } from './random.ts';
import { createRoutes } from './routes.ts';
import type { Routes } from './routes.ts';
import { createUndo } from './undo.ts';
import { createCoupling } from './walk/coupling.ts';
import type { Coupling } from './walk/coupling.ts';
import { createProposals } from './walk/find-by-walk.ts';
import type { Proposals } from './walk/find-by-walk.ts';
import { createWalkRecord } from './walk/walk-record.ts';
import type { WalkRecord } from './walk/walk-record.ts';
import type { Undo } from './undo.ts';

/** Everything one search works on; allocated once. */
export interface SearchState {
  readonly model: Model;
  readonly routes: Routes;
  readonly undo: Undo;
  readonly memory: PlaceMemory;
  readonly random: Random;
  readonly district: District;
  /** The place in the route in hand. */
  readonly place: Place;
  /** The best place of all routes. */
  readonly best: Place;
  readonly pairScratch: PairScratch;
  readonly absent: RequestList;
  /** The absent at the start of the iteration, to go back to. */
  readonly absentBefore: RequestList;
  /** What search pays for an absent request: see `penalties.ts`. */
  readonly penalty: Float64Array;
  /** What outweighs any way: the penalties that choose as the objective would. */
  readonly strictPenalty: Float64Array;
  /** `[0]`: cost of all routes, `[1]`: penalties of the absent. */
  readonly cost: Float64Array;
  /** `[0]`: by how much this iteration may make the plan worse. */
  readonly allowance: Float64Array;
  /** Most vehicles (or people) search may use at present, and how many of the long absent it tries in an iteration. */
  readonly limits: { vehicles: number; people: number; chances: number };
  /** What search pays for a unit of unfairness, and for a vehicle (or each of its people). */
  readonly weights: { fairness: number; vehicle: number };
  readonly walk: WalkRecord;
  readonly proposals: Proposals;
  readonly coupling: Coupling | null;
  /** By visit: no earlier begin because of other routes; null where routes do not hear of each other. */
  readonly outside: Float64Array | null;
  readonly outsideBefore: Float64Array | null;
  /** Routes that turned out impossible for the request in hand. */
  readonly refused: Uint8Array;
  /** Scratch: routes that changed since the request in hand last asked them. */
  readonly stale: Int32Array;
}

/** A set of requests that can be listed, in arrays. */
export interface RequestList {
  readonly list: Int32Array;
  /** Index in the list, or -1. */
  readonly at: Int32Array;
  readonly count: Int32Array;
}

/** More of the absent tried in each iteration, and a day with far too much work crawls. */
export const chancesMost = 30;

/** `remember`: false for a state that only lays out and prices plans, and needs no memory of places. */
export function createSearchState(model: Model, seed: number, remember = true): SearchState {
  const routes = createRoutes(model);
  return {
    model,
    routes,
    undo: createUndo(model, routes),
    memory: createPlaceMemory(remember && isWorthRemembering(model) ? model.requestCount * model.vehicleCount : 0),
    random: createRandom(seed),
    district: createDistrict(model),
    place: createPlace(),
    best: createPlace(),
    pairScratch: createPairScratch(),
    absent: createRequestList(model.requestCount),
    absentBefore: createRequestList(model.requestCount),
    penalty: new Float64Array(model.requestCount),
    strictPenalty: new Float64Array(model.requestCount),
    cost: new Float64Array(2),
    allowance: new Float64Array(1),
    limits: { vehicles: Infinity, people: Infinity, chances: chancesMost },
    weights: { fairness: 0, vehicle: 0 },
    walk: createWalkRecord(model),
    proposals: createProposals(model.visitCount + 32),
    coupling: model.coupled ? createCoupling(model) : null,
    outside: model.coupled ? new Float64Array(model.visitCount).fill(-Infinity) : null,
    outsideBefore: model.coupled ? new Float64Array(model.visitCount).fill(-Infinity) : null,
    refused: new Uint8Array(model.vehicleCount),
    stale: new Int32Array(model.vehicleCount),
  };
}

/** Places of single visits are found again more quickly than they are looked up. */
function isWorthRemembering(model: Model): boolean {
  return model.needsWalk || model.requests.shape.some((shape) => shape !== SINGLE);
}

export function createRequestList(size: number): RequestList {
  return { list: new Int32Array(size), at: new Int32Array(size).fill(-1), count: new Int32Array(1) };
}

export function addRequest(requests: RequestList, request: number): void {
  if (requests.at[request]! >= 0) return;
  const { count } = requests;
  requests.at[request] = count[0]!;
  requests.list[count[0]!] = request;
  count[0]! += 1;
}

export function dropRequest(requests: RequestList, request: number): void {
  const index = requests.at[request]!;
  if (index < 0) return;
  requests.count[0]! -= 1;
  const moved = requests.list[requests.count[0]!]!;
  requests.list[index] = moved;
  requests.at[moved] = index;
  requests.at[request] = -1;
}

export function copyRequests(from: RequestList, to: RequestList): void {
  for (let index = 0; index < to.count[0]!; index += 1) to.at[to.list[index]!] = -1;
  to.count[0] = from.count[0]!;
  for (let index = 0; index < from.count[0]!; index += 1) {
    const request = from.list[index]!;
    to.list[index] = request;
    to.at[request] = index;
  }
}
