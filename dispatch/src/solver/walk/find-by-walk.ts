import { GATHER, PAIR } from '../model/model.ts';
import type { Model } from '../model/model.ts';
import { pairCode, slack } from '../place.ts';
import type { Routes } from '../routes.ts';
import type { SearchState } from '../search-state.ts';
import { findGatherPlace } from './gather.ts';
import type { WalkRecord } from './walk-record.ts';
import { walkPrice } from './walk-price.ts';
import { walkRoute } from './walk-route.ts';

/**
 * Places of a request in one route under the full rules. The constant-time tests, which know only part of the
 * rules, list the places that may do and what the way alone would cost; the walk judges them, cheapest first, and
 * stops when no place left could beat the best. So the exact rules cost about one or two walks per question.
 */
export interface Proposals {
  code: Int32Array;
  bound: Float64Array;
  count: number;
  /** The best trial route so far: items, their number. Codes are enough for all shapes but GATHER. */
  readonly bestItems: Int32Array;
  bestCount: number;
}

export function createProposals(room: number): Proposals {
  return {
    code: new Int32Array(64),
    bound: new Float64Array(64),
    count: 0,
    bestItems: new Int32Array(room),
    bestCount: 0,
  };
}

/**
 * With up to so many places all may be walked. Of more, walking ends when so many in a row were no better: bounds are
 * weak where waiting is paid, and the good places come first.
 */
const placesFew = 40;
const failuresMost = 8;
/** While none was possible at all, more are tried: a job left out costs more than the time. */
const failuresAtFirst = 60;

export function findPlaceByWalk(state: SearchState, q: number, r: number, excluded: number): void {
  const { model, place, proposals } = state;
  place.cost[0] = Infinity;
  proposals.bestCount = 0;
  if (model.requests.shape[q] === GATHER) {
    findGatherPlace(state, q, r);
    return;
  }
  proposals.count = 0;
  if (model.requests.shape[q] === PAIR) proposePairs(state, q, r);
  else proposeSingles(state, q, r);
  judge(state, q, r, excluded);
}

function propose(proposals: Proposals, code: number, bound: number): void {
  if (proposals.count === proposals.code.length) {
    const { code: codes, bound: bounds } = proposals;
    proposals.code = new Int32Array(codes.length * 2);
    proposals.bound = new Float64Array(codes.length * 2);
    proposals.code.set(codes);
    proposals.bound.set(bounds);
  }
  proposals.code[proposals.count] = code;
  proposals.bound[proposals.count] = bound;
  proposals.count += 1;
}

/** Codes of single visits: the item after which it goes; with a reload before (odd) or after (even) it, one more digit. */
export const reloadDigit = 2 ** 15;

function proposeSingles(state: SearchState, q: number, r: number): void {
  const { model, routes, proposals } = state;
  const visit = model.requests.firstVisit[q]!;
  const from = r * routes.stride;
  const free = freeSeconds(model, routes, r);
  const reloads = model.visits.isCarried[visit] || !hasAmount(model, visit) ? 0 : model.fleet.reloadSpots[r]!.length;
  for (let slot = from + model.fleet.locked[r]!.length; slot <= from + routes.length[r]!; slot += 1) {
    if (!mayStand(model, routes, r, visit, slot)) continue;
    addedBy(model, routes, r, visit, slot, added);
    const bound = priceOf(model, r, added, free);
    propose(proposals, slot - from, bound);
    for (let spot = 0; spot < reloads; spot += 1) {
      propose(proposals, slot - from + (2 * spot + 1) * reloadDigit, bound);
      propose(proposals, slot - from + (2 * spot + 2) * reloadDigit, bound);
    }
  }
}

function proposePairs(state: SearchState, q: number, r: number): void {
  const { model, routes, proposals } = state;
  const pickup = model.requests.firstVisit[q]!;
  const delivery = pickup + 1;
  const from = r * routes.stride;
  const last = routes.length[r]!;
  const free = freeSeconds(model, routes, r);
  for (let i = model.fleet.locked[r]!.length; i <= last; i += 1) {
    if (!mayStand(model, routes, r, pickup, from + i)) continue;
    propose(proposals, pairCode(i, i), priceOf(model, r, addedByBoth(model, routes, r, pickup, from + i), free));
    addedBy(model, routes, r, pickup, from + i, added);
    const way = added[0]!;
    const seconds = added[1]!;
    for (let j = i + 1; j <= last; j += 1) {
      if (!mayStand(model, routes, r, delivery, from + j)) continue;
      addedBy(model, routes, r, delivery, from + j, added);
      added[0]! += way;
      added[1]! += seconds;
      propose(proposals, pairCode(i, j), priceOf(model, r, added, free));
    }
  }
}

/** Waiting that an insertion may fill: no cost where time is not paid. */
function freeSeconds(model: Model, routes: Routes, r: number): number {
  return model.fleet.perDuration[r] === 0 ? Infinity : routes.waiting[r]!;
}

/** Where waiting covers all, so little of a second's price still tells the short detour from the long one. */
const whisper = 1e-6;

/** Least cost of more way and more seconds on a route: seconds beyond its waiting make it longer. */
function priceOf(model: Model, r: number, more: Float64Array, free: number): number {
  const seconds = more[1]!;
  const paid = seconds > free ? seconds - free : 0;
  return more[0]! + (paid + seconds * whisper) * model.fleet.perDuration[r]!;
}

/** `[0]`: price of the way, `[1]`: seconds. Reused, as nothing here may allocate. */
const added = new Float64Array(2);

function addedBy(model: Model, routes: Routes, r: number, visit: number, slot: number, into: Float64Array): void {
  const kind = model.fleet.kindOf[r]!;
  const way = model.travel.way[kind]!;
  const time = model.travel.time[kind]!;
  const here = routes.items[slot]! * model.spotCount + visit;
  const on = visit * model.spotCount + routes.items[slot + 1]!;
  into[0] = way[here]! + way[on]! - routes.legWay[slot]!;
  into[1] = time[here]! + time[on]! - legSeconds(routes, r, slot) + model.visits.service[kind]![visit]!;
}

/** An idle vehicle does not go from its start to its end. */
function legSeconds(routes: Routes, r: number, slot: number): number {
  return routes.length[r] === 0 ? 0 : routes.legTime[slot]!;
}

/** The delivery right behind its pickup. */
function addedByBoth(model: Model, routes: Routes, r: number, pickup: number, slot: number): Float64Array {
  const kind = model.fleet.kindOf[r]!;
  const way = model.travel.way[kind]!;
  const time = model.travel.time[kind]!;
  const service = model.visits.service[kind]!;
  const here = routes.items[slot]! * model.spotCount + pickup;
  const between = pickup * model.spotCount + pickup + 1;
  const on = (pickup + 1) * model.spotCount + routes.items[slot + 1]!;
  added[0] = way[here]! + way[between]! + way[on]! - routes.legWay[slot]!;
  const seconds = time[here]! + time[between]! + time[on]! - legSeconds(routes, r, slot);
  added[1] = seconds + service[pickup]! + service[pickup + 1]!;
  return added;
}

/** In time by the shortest ways and the hull of the windows: necessary, not sufficient. */
function mayStand(model: Model, routes: Routes, r: number, visit: number, slot: number): boolean {
  const { visits, spotCount, fleet } = model;
  const kind = fleet.kindOf[r]!;
  const time = model.travel.time[kind]!;
  const arrive = routes.leave[slot]! + time[routes.items[slot]! * spotCount + visit]!;
  if (arrive > visits.close[visit]! + slack) return false;
  const begin = Math.max(arrive, visits.open[visit]!);
  const out = time[visit * spotCount + routes.items[slot + 1]!]!;
  return begin + visits.service[kind]![visit]! + out <= routes.limit[slot + 1]! + slack;
}

function hasAmount(model: Model, visit: number): boolean {
  for (let d = 0; d < model.dimensions; d += 1)
    if (model.visits.change[visit * model.dimensions + d] !== 0) return true;
  return false;
}

function failuresAllowed(places: number, best: number): number {
  if (places <= placesFew) return places;
  return best === Infinity ? failuresAtFirst : failuresMost;
}

function judge(state: SearchState, q: number, r: number, excluded: number): void {
  const { model, routes, place, proposals, walk } = state;
  const fixed = routes.length[r] === 0 ? routes.useCost[r]! : 0;
  for (let failures = 0; failures <= failuresAllowed(proposals.count, place.cost[0]!); failures += 1) {
    let next = -1;
    let least = place.cost[0]!;
    for (let index = 0; index < proposals.count; index += 1) {
      if (proposals.bound[index]! + fixed >= least) continue;
      least = proposals.bound[index]! + fixed;
      next = index;
    }
    if (next < 0) return;
    proposals.bound[next] = Infinity;
    const code = proposals.code[next]!;
    if (code === excluded) continue;
    layTrial(model, routes, walk, q, r, code);
    if (!walkRoute(model, walk, r, state.outside, false)) continue;
    const added = walkPrice(state, r) - routes.cost[r]!;
    if (added >= place.cost[0]!) continue;
    place.cost[0] = added;
    place.code[0] = code;
    failures = 0;
  }
}

/** The route's items with the request where `code` says. */
export function layTrial(model: Model, routes: Routes, walk: WalkRecord, q: number, r: number, code: number): void {
  const first = model.requests.firstVisit[q]!;
  const from = r * routes.stride;
  const pair = model.requests.shape[q] === PAIR;
  const variant = pair ? 0 : Math.floor(code / reloadDigit);
  const at = pair ? Math.floor(code / reloadDigit) : code % reloadDigit;
  const second = pair ? code % reloadDigit : -1;
  const reload = variant > 0 ? model.fleet.reloadSpots[r]![Math.floor((variant - 1) / 2)]! : -1;
  let next = 1;
  for (let index = 0; index <= routes.length[r]!; index += 1) {
    if (index > 0) walk.items[next++] = routes.items[from + index]!;
    if (index === at) {
      if (reload >= 0 && variant % 2 === 1) walk.items[next++] = reload;
      walk.items[next++] = first;
      if (reload >= 0 && variant % 2 === 0) walk.items[next++] = reload;
    }
    if (index === second) walk.items[next++] = first + 1;
  }
  walk.count = next - 1;
}
