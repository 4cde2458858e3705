import { askRoute, isHopeless } from './ask-route.ts';
import { scanRoutesForPair } from './insert-pair.ts';
import { scanRoutes } from './insert-single.ts';
import { PAIR } from './model/model.ts';
import { forgetPlace } from './place.ts';
import type { SearchState } from './search-state.ts';
import { tiesAllow } from './ties.ts';

/** Chance to be blind to a place that would be the best so far: gives every recreated plan another shape, at no cost. */
const blink = 0.01;

/** The cheapest place for q in any route, into `state.best`; no vehicle if there is none. */
export function findBestPlace(state: SearchState, q: number): void {
  const { model, routes, best } = state;
  const { kindFrom, usedOfKind, restingOfKind, order } = routes;
  forgetPlace(best);
  const isPair = model.requests.shape[q] === PAIR;
  const unseen = state.allowance[0] === 0 ? 0 : blink;
  const visit = model.requests.firstVisit[q]!;
  let staleCount = 0;
  for (let kind = 0; kind < model.fleet.kindCount; kind += 1) {
    const first = kindFrom[kind]! + restingOfKind[kind]!;
    const border = kindFrom[kind]! + usedOfKind[kind]!;
    if (first === kindFrom[kind + 1]!) continue;
    if (model.requests.compatible[q * model.vehicleCount + order[first]!] === 0) continue;
    // All used vehicles of the kind, and one idle one: the others of its kind would give the same answer.
    const end = border < kindFrom[kind + 1]! && mayOpen(state, order[border]!) ? border + 1 : border;
    if (model.needsWalk) staleCount = askKnown(state, q, first, end, staleCount);
    else if (isPair) scanRoutesForPair(state, best, visit, kind, first, end, unseen);
    else scanRoutes(state, best, visit, kind, first, end, unseen);
  }
  if (model.needsWalk) askStale(state, q, staleCount);
}

/** Asks the routes that did not change since; returns how many others are now listed in `stale`. */
function askKnown(state: SearchState, q: number, first: number, end: number, listed: number): number {
  const { model, routes, memory, stale } = state;
  const row = q * model.vehicleCount;
  const tied = model.ties.any || state.coupling !== null;
  let staleCount = listed;
  for (let index = first; index < end; index += 1) {
    const r = routes.order[index]!;
    if (tied && (state.refused[r] === 1 || !tiesAllow(state, q, r))) continue;
    if (memory.version[row + r] === routes.version[r]) askRoute(state, q, r, blink);
    else {
      stale[staleCount] = r;
      staleCount += 1;
    }
  }
  return staleCount;
}

function askStale(state: SearchState, q: number, staleCount: number): void {
  const { best, stale, model } = state;
  const row = q * model.vehicleCount;
  for (let index = 0; index < staleCount; index += 1) {
    const r = stale[index]!;
    if (!isHopeless(state, row + r, staleCount)) askRoute(state, q, r, blink);
  }
  if (best.vehicle[0]! >= 0) return;
  for (let index = 0; index < staleCount; index += 1) askRoute(state, q, stale[index]!, blink);
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
