import type { SearchState } from '../search-state.ts';
import { walkPrice } from './walk-price.ts';
import { walkRoute } from './walk-route.ts';

/**
 * A place for several pickups and their common delivery. The delivery is tried everywhere, the pickups follow one
 * by one at their best places before it. The result is a whole route (`proposals.bestItems`), since no code could
 * hold it.
 */
export function findGatherPlace(state: SearchState, q: number, r: number): void {
  const { model, routes, walk, place, proposals } = state;
  const first = model.requests.firstVisit[q]!;
  const delivery = model.requests.firstVisit[q + 1]! - 1;
  const from = r * routes.stride;
  for (let after = model.fleet.locked[r]!.length; after <= routes.length[r]!; after += 1) {
    for (let index = 1; index <= after; index += 1) walk.items[index] = routes.items[from + index]!;
    walk.items[after + 1] = delivery;
    for (let index = after + 1; index <= routes.length[r]!; index += 1)
      walk.items[index + 1] = routes.items[from + index]!;
    walk.count = routes.length[r]! + 1;
    let fits = true;
    for (let pickup = first; fits && pickup < delivery; pickup += 1) fits = addPickup(state, r, pickup, delivery);
    if (!fits || !walkRoute(model, walk, r, state.outside, false)) continue;
    const added = walkPrice(state, r) - routes.cost[r]!;
    if (added >= place.cost[0]!) continue;
    place.cost[0] = added;
    place.code[0] = after;
    proposals.bestCount = walk.count;
    for (let index = 1; index <= walk.count; index += 1) proposals.bestItems[index] = walk.items[index]!;
  }
}

/** Puts one pickup at its cheapest place before the delivery; the last one in decides whether loads and stack agree. */
function addPickup(state: SearchState, r: number, pickup: number, delivery: number): boolean {
  const { model, walk } = state;
  const { items } = walk;
  const last = delivery === pickup + 1;
  let best = Infinity;
  let bestAt = -1;
  for (let at = model.fleet.locked[r]!.length + 1; at === 1 || items[at - 1] !== delivery; at += 1) {
    openSlot(state, at, pickup);
    // Until all pickups are in, the delivery may hand over more than is on board: only the way can be judged.
    const price = last
      ? walkRoute(model, walk, r, state.outside, false)
        ? walkPrice(state, r)
        : Infinity
      : wayAround(state, r, at);
    closeSlot(state, at);
    if (price >= best) continue;
    best = price;
    bestAt = at;
  }
  if (bestAt < 0) return false;
  openSlot(state, bestAt, pickup);
  return true;
}

function openSlot(state: SearchState, at: number, item: number): void {
  const { walk } = state;
  for (let index = walk.count; index >= at; index -= 1) walk.items[index + 1] = walk.items[index]!;
  walk.items[at] = item;
  walk.count += 1;
}

function closeSlot(state: SearchState, at: number): void {
  const { walk } = state;
  for (let index = at; index < walk.count; index += 1) walk.items[index] = walk.items[index + 1]!;
  walk.count -= 1;
}

/** Extra time of the item at a position: free objectives (time) have no way price, and time is what makes it fit. */
function wayAround(state: SearchState, r: number, at: number): number {
  const { model, walk } = state;
  const time = model.travel.time[model.fleet.kindOf[r]!]!;
  const before = at === 1 ? model.fleet.startSpot[r]! : walk.items[at - 1]!;
  const after = at === walk.count ? model.fleet.endSpot[r]! : walk.items[at + 1]!;
  const item = walk.items[at]!;
  const around = time[before * model.spotCount + item]! + time[item * model.spotCount + after]!;
  return around - time[before * model.spotCount + after]!;
}
