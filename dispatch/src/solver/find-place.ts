import { scanRoutesForPair } from './insert-pair.ts';
import { scanRoutes } from './insert-single.ts';
import { GATHER, PAIR } from './model/model.ts';
import { deliveryAfter, forgetPlace, pickupAfter } from './place.ts';
import { isPossible } from './route-times.ts';
import { closeGaps, finishRefresh, growStride, insertItem } from './routes.ts';
import type { SearchState } from './search-state.ts';
import { touchRoute } from './undo.ts';
import { findPlaceByWalk, layTrial } from './walk/find-by-walk.ts';
import { findGatherPlace } from './walk/gather.ts';
import { adoptWalk, dropIdleReloads, priceRoute } from './walk/settle-route.ts';

/** Most items one request adds to a route: its visits and a reload. */
const roomNeeded = (state: SearchState, q: number): number =>
  state.model.requests.firstVisit[q + 1]! - state.model.requests.firstVisit[q]! + 3;

/** Best place of request q in route r into `state.place`; where a walk decides, other than `excluded` (-1: none). */
export function findPlace(state: SearchState, q: number, r: number, excluded: number): void {
  const { model, routes, place } = state;
  if (model.needsWalk) {
    findPlaceByWalk(state, q, r, excluded);
    return;
  }
  forgetPlace(place);
  const scan = model.requests.shape[q] === PAIR ? scanRoutesForPair : scanRoutes;
  const index = routes.orderOf[r]!;
  scan(state, place, model.requests.firstVisit[q]!, model.fleet.kindOf[r]!, index, index + 1, 0);
}

/** Puts request q where `code` says; the route's cost and stamp are new afterwards. */
export function insertRequest(state: SearchState, q: number, r: number, code: number): void {
  const { model, routes } = state;
  touchRoute(model, routes, state.undo, r);
  while (routes.length[r]! + roomNeeded(state, q) > routes.stride) growStride(model, routes);
  const before = routes.cost[r]!;
  const first = model.requests.firstVisit[q]!;
  const from = r * routes.stride;
  if (model.needsWalk) adoptTrial(state, q, r, code);
  else if (model.requests.shape[q] === PAIR) {
    // The delivery first: it stands behind, so the pickup's place keeps its number.
    insertItem(model, routes, r, first + 1, from + deliveryAfter(code));
    insertItem(model, routes, r, first, from + pickupAfter(code));
    finishRefresh(model, routes, r);
  } else {
    insertItem(model, routes, r, first, from + code);
    finishRefresh(model, routes, r);
  }
  state.cost[0]! += routes.cost[r]! - before;
}

function adoptTrial(state: SearchState, q: number, r: number, code: number): void {
  const { model, routes, walk, proposals } = state;
  if (model.requests.shape[q] === GATHER) {
    state.place.cost[0] = Infinity;
    findGatherPlace(state, q, r);
    walk.items.set(proposals.bestItems.subarray(0, proposals.bestCount + 1));
    walk.count = proposals.bestCount;
  } else layTrial(model, routes, walk, q, r, code);
  adoptWalk(state, r);
}

/** Puts one visit after an item of route r (counted from its start), whatever rules that breaks. */
export function insertVisit(state: SearchState, visit: number, r: number, after: number): void {
  const { model, routes } = state;
  touchRoute(model, routes, state.undo, r);
  while (routes.length[r]! + 4 > routes.stride) growStride(model, routes);
  const before = routes.cost[r]!;
  insertItem(model, routes, r, visit, r * routes.stride + after);
  finishRefresh(model, routes, r);
  if (model.needsWalk) priceRoute(state, r);
  state.cost[0]! += routes.cost[r]! - before;
}

/** Closes the gaps that removals left in route r. Where the way around was the shorter one, what is left may be late: Infinity. */
export function closeRoute(state: SearchState, r: number): void {
  const { model, routes } = state;
  const before = routes.cost[r]!;
  closeGaps(model, routes, r);
  if (model.needsWalk) {
    dropIdleReloads(state, r);
    priceRoute(state, r);
  } else if (!isPossible(model, routes, r)) routes.cost[r] = Infinity;
  state.cost[0]! += routes.cost[r]! - before;
}
