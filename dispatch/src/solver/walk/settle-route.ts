import { refreshRoute } from '../routes.ts';
import type { SearchState } from '../search-state.ts';
import { walkPrice } from './walk-price.ts';
import { waitingTime } from './walk-cost.ts';
import { COST_FAIRNESS } from './walk-record.ts';
import { walkRoute } from './walk-route.ts';

/** Copies route r into the walk record. */
export function layRoute(state: SearchState, r: number): void {
  const { routes, walk } = state;
  const from = r * routes.stride;
  walk.count = routes.length[r]!;
  for (let index = 1; index <= walk.count; index += 1) walk.items[index] = routes.items[from + index]!;
}

/** Makes the items in the walk record the route, with all that follows from them. */
export function adoptWalk(state: SearchState, r: number): void {
  const { model, routes, walk } = state;
  const from = r * routes.stride;
  routes.length[r] = walk.count;
  for (let index = 1; index <= walk.count; index += 1) routes.items[from + index] = walk.items[index]!;
  refreshRoute(model, routes, r);
  priceRoute(state, r);
}

/** The full price of route r; Infinity if it keeps not all rules. */
export function priceRoute(state: SearchState, r: number): void {
  const { model, routes, walk } = state;
  layRoute(state, r);
  routes.cost[r] = walkRoute(model, walk, r, state.outside, false) ? walkPrice(state, r) : Infinity;
  routes.unfairness[r] = walk.cost[COST_FAIRNESS]!;
  routes.waiting[r] = waitingTime(model, walk, r);
}

/** Drops reloads that a route can do without since something was taken out of it. */
export function dropIdleReloads(state: SearchState, r: number): void {
  const { model, routes, walk } = state;
  if (model.fleet.reloadSpots[r]!.length === 0) return;
  layRoute(state, r);
  let dropped = false;
  for (let at = walk.count; at > model.fleet.locked[r]!.length; at -= 1) {
    const item = walk.items[at]!;
    if (item < model.visitCount) continue;
    for (let index = at; index < walk.count; index += 1) walk.items[index] = walk.items[index + 1]!;
    walk.count -= 1;
    if (walkRoute(model, walk, r, state.outside, false)) {
      dropped = true;
      continue;
    }
    for (let index = walk.count; index >= at; index -= 1) walk.items[index + 1] = walk.items[index]!;
    walk.items[at] = item;
    walk.count += 1;
  }
  if (!dropped) return;
  const from = r * routes.stride;
  routes.length[r] = walk.count;
  for (let index = 1; index <= walk.count; index += 1) routes.items[from + index] = walk.items[index]!;
  refreshRoute(model, routes, r);
}
