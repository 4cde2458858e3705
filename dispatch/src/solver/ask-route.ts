import { findPlace } from './find-place.ts';
import type { SearchState } from './search-state.ts';
import { isCoupledRoute } from './walk/coupling.ts';

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
export function isHopeless(state: SearchState, entry: number, staleCount: number): boolean {
  const { memory, routes, best } = state;
  if (staleCount <= askAllUpTo || best.cost[0] === Infinity || state.allowance[0] === 0) return false;
  const cost = memory.cost[entry]!;
  if (cost === Infinity || cost <= hopelessFactor * best.cost[0]!) return false;
  return routes.clock[0]! - memory.version[entry]! < oldestAnswer && state.random.unit() > askAnyway;
}

/** What other routes do matters for q in r: then no memory of an earlier answer holds. */
function hearsOthers(state: SearchState, q: number, r: number): boolean {
  if (state.coupling === null) return false;
  return state.model.ties.isBound[state.model.requests.firstVisit[q]!] === 1 || isCoupledRoute(state, r);
}

/** Takes route r's cheapest place for q into `state.best` if it is cheaper, or with chance `blink` its second cheapest. */
export function askRoute(state: SearchState, q: number, r: number, blink: number): void {
  const { memory, routes, place, best } = state;
  const entry = q * state.model.vehicleCount + r;
  if (memory.version[entry] !== routes.version[r] || hearsOthers(state, q, r)) {
    findPlace(state, q, r, -1);
    memory.version[entry] = routes.version[r]!;
    memory.cost[entry] = place.cost[0]!;
    memory.code[entry] = place.code[0]!;
  }
  let cost = memory.cost[entry]!;
  let code = memory.code[entry]!;
  if (cost >= best.cost[0]!) return;
  if (state.random.unit() < blink) {
    findPlace(state, q, r, code);
    if (place.cost[0]! >= best.cost[0]!) return;
    cost = place.cost[0]!;
    code = place.code[0]!;
  }
  best.cost[0] = cost;
  best.code[0] = code;
  best.vehicle[0] = r;
}
