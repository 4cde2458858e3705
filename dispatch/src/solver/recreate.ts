import { closeRoute, findPlace, insertRequest } from './find-place.ts';
import { CREW, SINGLE } from './model/model.ts';
import { arrange } from './orders.ts';
import type { Orders } from './orders.ts';
import { dropRequest } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { tiesAllow } from './ties.ts';
import { foreseeFloors, forgetFloors, isCoupledRoute, settleCoupling } from './walk/coupling.ts';
import { placeCrew } from './walk/place-crew.ts';

/** Chance to be blind to a route's best place: gives every recreated plan another shape, at no cost. */
const blink = 0.01;

/**
 * Puts absent requests back, one after the other in a random order, each at its cheapest place. Gives up as soon
 * as the cost reaches `threshold`: adding never makes a plan cheaper, so it could only be rejected.
 * Returns whether it went through to the end.
 */
export function recreate(state: SearchState, orders: Orders, pending: Int32Array, threshold: number): boolean {
  const { absent, cost, penalty } = state;
  const count = choosePending(state, pending);
  arrange(orders, state.random, pending, count);
  // Penalties of those still to come are not lost yet; of those that found no place they are.
  let open = 0;
  for (let index = 0; index < count; index += 1) open += penalty[pending[index]!]!;
  for (let index = 0; index < count; index += 1) {
    const q = pending[index]!;
    open -= penalty[q]!;
    if ((index === 0 && opensRoute(state, q)) || place(state, q)) {
      dropRequest(absent, q);
      cost[1]! -= penalty[q]!;
    }
    if (cost[0]! + cost[1]! - open >= threshold) return false;
  }
  return true;
}

/** Share of the iterations that begin a new route although that is never the cheapest place for one request. */
const openShare = 0.02;

/**
 * Now and then the first request gets a vehicle of its own, and those after it may follow. A route of its own is
 * nearly always dearer for one request than a detour of another, so without this the number of routes could fall but
 * hardly rise again, and the way with more vehicles is often shorter.
 */
function opensRoute(state: SearchState, q: number): boolean {
  const { model, routes, limits } = state;
  if (
    model.requests.shape[q] !== SINGLE ||
    limits.vehicles < Infinity ||
    state.coupling !== null ||
    state.random.unit() >= openShare
  )
    return false;
  if (model.worth.secondLevel !== 'none' || state.allowance[0] === 0) return false;
  const kind = state.random.below(model.fleet.kindCount);
  const border = routes.kindFrom[kind]! + routes.usedOfKind[kind]!;
  if (border >= routes.kindFrom[kind + 1]!) return false;
  const r = routes.order[border]!;
  if (model.requests.compatible[q * model.vehicleCount + r] === 0 || !tiesAllow(state, q, r)) return false;
  findPlace(state, q, r, -1);
  if (state.place.cost[0] === Infinity) return false;
  insertRequest(state, q, r, state.place.code[0]!);
  return true;
}

/** How many of those that have long been absent get a chance in one iteration. */
const chances = 30;

/** All that this iteration removed; of those that were absent before, a sample, or a day with too much work crawls. */
function choosePending(state: SearchState, pending: Int32Array): number {
  const { absent, absentBefore, random } = state;
  const before = absentBefore.count[0]!;
  let count = 0;
  for (let index = 0; index < absent.count[0]!; index += 1) {
    const q = absent.list[index]!;
    if (before > chances && absentBefore.at[q]! >= 0 && random.unit() * before > chances) continue;
    pending[count] = q;
    count += 1;
  }
  return count;
}

/** Puts one absent request at its best place, if it has one worth taking. */
export function place(state: SearchState, q: number): boolean {
  const bound = state.coupling !== null && state.model.ties.isBound[state.model.requests.firstVisit[q]!] === 1;
  if (bound) foreseeFloors(state, q);
  const placed = state.model.requests.shape[q] === CREW ? placeCrew(state, q) : placeAlone(state, q);
  if (bound && !placed) forgetFloors(state, q);
  return placed;
}

function placeAlone(state: SearchState, q: number): boolean {
  const r = bestRoute(state, q);
  if (r < 0 || bestCost[0]! > state.penalty[q]! + state.allowance[0]!) return false;
  insertRequest(state, q, r, bestCode[0]!);
  return state.coupling === null || isBearable(state, q, r);
}

/** Retries after other routes turned out unable to wait. */
const retriesMost = 4;

/**
 * Only settling shows whether routes that depend on each other can bear the new request. If they cannot, it is
 * taken back, and the next best route tried.
 */
function isBearable(state: SearchState, q: number, firstRoute: number): boolean {
  const { routes, model, refused } = state;
  let r = firstRoute;
  refused.fill(0);
  for (let retry = 0; retry <= retriesMost; retry += 1) {
    if (!isCoupledRoute(state, r) || settleCoupling(state)) {
      refused.fill(0);
      return true;
    }
    for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
      routes.routeOf[visit] = -1;
    }
    closeRoute(state, r);
    settleCoupling(state);
    refused[r] = 1;
    r = bestRoute(state, q);
    if (r < 0 || bestCost[0]! > state.penalty[q]! + state.allowance[0]! || retry === retriesMost) break;
    insertRequest(state, q, r, bestCode[0]!);
  }
  refused.fill(0);
  return false;
}

const bestCost = new Float64Array(1);
const bestCode = new Int32Array(1);

/** The route with the cheapest place for q (then in `bestCost`, `bestCode`), or -1. */
function bestRoute(state: SearchState, q: number): number {
  const { model, routes } = state;
  const { order, kindFrom, usedOfKind } = routes;
  const { compatible } = model.requests;
  const row = q * model.vehicleCount;
  const tied = model.ties.any || state.coupling !== null;
  const { stale, memory } = state;
  bestCost[0] = Infinity;
  let best = -1;
  let staleCount = 0;
  for (let kind = 0; kind < model.fleet.kindCount; kind += 1) {
    const first = kindFrom[kind]!;
    const border = first + usedOfKind[kind]!;
    // All used vehicles of the kind, and one idle one: the others of its kind would give the same answer.
    const end = border < kindFrom[kind + 1]! && mayOpen(state, order[border]!) ? border + 1 : border;
    for (let index = first; index < end; index += 1) {
      const r = order[index]!;
      if (compatible[row + r] === 0) continue;
      if (tied && (state.refused[r] === 1 || !tiesAllow(state, q, r))) continue;
      if (memory.version[row + r] !== routes.version[r]) {
        stale[staleCount] = r;
        staleCount += 1;
      } else if (offer(state, q, r)) best = r;
    }
  }
  for (let index = 0; index < staleCount; index += 1) {
    const r = stale[index]!;
    if (!isHopeless(state, row + r, staleCount) && offer(state, q, r)) best = r;
  }
  if (best >= 0) return best;
  for (let index = 0; index < staleCount; index += 1) if (offer(state, q, stale[index]!)) best = stale[index]!;
  return best;
}

/** With so many changed routes or fewer all of them are asked. */
const askAllUpTo = 6;
/** A changed route that used to be so many times dearer than the best is asked only now and then. */
const hopelessFactor = 3;
const askAnyway = 0.1;
/** Older answers (in stamps, some fifteen an iteration) say nothing any more. */
const oldestAnswer = 3000;

/**
 * While the search is hot, most routes of a large plan have changed since a request last asked them, and asking all
 * would take nearly all the time. A route changes little by little: one on the other side of the town stays there.
 */
function isHopeless(state: SearchState, entry: number, staleCount: number): boolean {
  const { memory, routes } = state;
  if (staleCount <= askAllUpTo || bestCost[0] === Infinity || state.allowance[0] === 0) return false;
  const cost = memory.cost[entry]!;
  if (cost === Infinity || cost <= hopelessFactor * bestCost[0]!) return false;
  return routes.clock[0]! - memory.version[entry]! < oldestAnswer && state.random.unit() > askAnyway;
}

/** Whether one more vehicle, this one, is within what search may use at present. */
function mayOpen(state: SearchState, r: number): boolean {
  const { limits, routes, model } = state;
  if (limits.vehicles === Infinity && limits.people === Infinity) return true;
  let vehicles = 1;
  let people = model.fleet.people[r]!;
  for (let kind = 0; kind < routes.usedOfKind.length; kind += 1) {
    vehicles += routes.usedOfKind[kind]!;
    people += routes.usedOfKind[kind]! * model.fleet.people[routes.order[routes.kindFrom[kind]!]!]!;
  }
  return vehicles <= limits.vehicles && people <= limits.people;
}

/** What other routes do matters for q in r: then no memory of an earlier answer holds. */
function hearsOthers(state: SearchState, q: number, r: number): boolean {
  if (state.coupling === null) return false;
  return state.model.ties.isBound[state.model.requests.firstVisit[q]!] === 1 || isCoupledRoute(state, r);
}

/** Whether route r offers a cheaper place than the best so far. */
function offer(state: SearchState, q: number, r: number): boolean {
  const { memory, routes, place } = state;
  const entry = q * state.model.vehicleCount + r;
  if (memory.version[entry] !== routes.version[r] || hearsOthers(state, q, r)) {
    findPlace(state, q, r, -1);
    memory.version[entry] = routes.version[r]!;
    memory.cost[entry] = place.cost[0]!;
    memory.code[entry] = place.code[0]!;
  }
  if (memory.cost[entry]! >= bestCost[0]!) return false;
  if (state.random.unit() < blink) {
    findPlace(state, q, r, memory.code[entry]!);
    if (place.cost[0]! >= bestCost[0]!) return false;
    bestCost[0] = place.cost[0]!;
    bestCode[0] = place.code[0]!;
    return true;
  }
  bestCost[0] = memory.cost[entry]!;
  bestCode[0] = memory.code[entry]!;
  return true;
}
