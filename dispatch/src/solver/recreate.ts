import { findBestPlace } from './best-place.ts';
import { closeRoute, findPlace, insertRequest } from './find-place.ts';
import { CREW, SINGLE } from './model/model.ts';
import { arrange } from './orders.ts';
import type { Orders } from './orders.ts';
import { dropRequest } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { tiesAllow } from './ties.ts';
import { foreseeFloors, forgetFloors, isCoupledRoute, settleCoupling } from './walk/coupling.ts';
import { placeCrew } from './walk/place-crew.ts';

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
    // Not "at least the threshold": a route that is no longer possible may have made the cost infinite, or no number.
    if (!(cost[0]! + cost[1]! - open < threshold)) return false;
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

/** All that this iteration removed; of those that were absent before, a sample, or a day with too much work crawls. */
function choosePending(state: SearchState, pending: Int32Array): number {
  const { absent, absentBefore, random } = state;
  const { chances } = state.limits;
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
  findBestPlace(state, q);
  if (!isWorthIt(state, q)) return false;
  const r = state.best.vehicle[0]!;
  insertRequest(state, q, r, state.best.code[0]!);
  return state.coupling === null || isBearable(state, q, r);
}

/** Whether the best place found is one, and costs no more than leaving the request out. */
function isWorthIt({ best, penalty, allowance }: SearchState, q: number): boolean {
  return best.vehicle[0]! >= 0 && best.cost[0]! <= penalty[q]! + allowance[0]!;
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
    findBestPlace(state, q);
    if (!isWorthIt(state, q) || retry === retriesMost) break;
    r = state.best.vehicle[0]!;
    insertRequest(state, q, r, state.best.code[0]!);
  }
  refused.fill(0);
  return false;
}
