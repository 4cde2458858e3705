import { addedDistance } from './insert-single.ts';
import type { Model } from './model/model.ts';
import { pairCode, slack } from './place.ts';
import type { Place } from './place.ts';
import type { Routes } from './routes.ts';

/**
 * Scratch for the delivery's places in one route. What the delivery costs at a place does not depend on where the
 * pickup goes, so it is worked out once per route, and `cheapestFrom[i]` (the least of the places from i on) lets
 * most pickup places be dropped after one comparison.
 */
export interface PairScratch {
  added: Float64Array;
  cheapestFrom: Float64Array;
  into: Float64Array;
  out: Float64Array;
}

export function createPairScratch(): PairScratch {
  return {
    added: new Float64Array(0),
    cheapestFrom: new Float64Array(0),
    into: new Float64Array(0),
    out: new Float64Array(0),
  };
}

/** Finds the cheapest pair of places for a pickup and its delivery in one route. `excluded` is a code not to be found. */
// oxlint-disable-next-line max-lines-per-function -- one loop over some twenty numbers: passing them on costs a fifth of its speed
export function findPairPlace(
  model: Model,
  routes: Routes,
  scratch: PairScratch,
  r: number,
  pickup: number,
  excluded: number,
  place: Place,
): void {
  place.cost[0] = Infinity;
  const count = routes.length[r]!;
  if (count + 2 > model.fleet.maxStops[r]!) return;
  const delivery = pickup + 1;
  if (scratch.added.length < count + 2) growScratch(scratch, 2 * count + 16);
  if (!priceDelivery(model, routes, scratch, r, delivery)) return;
  const { visits, fleet, spotCount, dimensions } = model;
  const { items, leave, limit, legTime, legWay, load } = routes;
  const { open, close } = visits;
  const { added, cheapestFrom, into, out } = scratch;
  const kind = fleet.kindOf[r]!;
  const time = model.travel.time[kind]!;
  const timeTo = model.travel.timeTo[kind]!;
  const way = model.travel.way[kind]!;
  const wayTo = model.travel.wayTo[kind]!;
  const service = visits.service[kind]!;
  const row = pickup * spotCount;
  const pickupOpen = open[pickup]!;
  const pickupClose = close[pickup]! + slack;
  const pickupService = service[pickup]!;
  const deliveryOpen = open[delivery]!;
  const deliveryClose = close[delivery]! + slack;
  const deliveryService = service[delivery]!;
  const directTime = time[row + delivery]!;
  const directWay = way[row + delivery]!;
  const reachable = pickupClose - visits.nearestIn[pickup]!;
  const bounded = model.loadRule === 'profile';
  const measured = fleet.maxDistance[r]! < Infinity;
  const from = r * routes.stride;
  let best = Infinity;
  for (let i = 0; i <= count; i += 1) {
    const slot = from + i;
    if (leave[slot]! > reachable) break;
    const previous = items[slot]!;
    let start = leave[slot]! + timeTo[row + previous]!;
    if (start > pickupClose) continue;
    if (start < pickupOpen) start = pickupOpen;
    if (bounded && !roomFor(model, load, r, pickup, slot, dimensions)) continue;
    const next = items[slot + 1]!;
    const wayIn = wayTo[row + previous]! - legWay[slot]!;
    const pickedUp = start + pickupService;

    // The delivery right after the pickup.
    const direct = wayIn + directWay + way[delivery * spotCount + next]!;
    if (direct < best) {
      let drop = pickedUp + directTime;
      if (drop <= deliveryClose) {
        if (drop < deliveryOpen) drop = deliveryOpen;
        const fits = drop + deliveryService + out[i]! <= limit[slot + 1]! + slack;
        if (fits && pairCode(i, i) !== excluded && withinDistance(model, routes, measured, r, pickup, i, i)) {
          best = direct;
          place.code[0] = pairCode(i, i);
        }
      }
    }

    // The pickup here, the delivery after a later item: walk on, carrying the time.
    const detour = wayIn + way[row + next]!;
    if (i === count || detour + cheapestFrom[i + 1]! >= best) continue;
    let now = pickedUp + time[row + next]!;
    if (now > limit[slot + 1]! + slack) continue;
    if (now < open[next]!) now = open[next]!;
    now += service[next]!;
    for (let j = i + 1; j <= count; j += 1) {
      const at = from + j;
      if (detour + cheapestFrom[j]! >= best) break;
      if (bounded && !roomFor(model, load, r, pickup, at, dimensions)) break;
      if (detour + added[j]! < best) {
        let drop = now + into[j]!;
        if (drop <= deliveryClose) {
          if (drop < deliveryOpen) drop = deliveryOpen;
          const fits = drop + deliveryService + out[j]! <= limit[at + 1]! + slack;
          if (fits && pairCode(i, j) !== excluded && withinDistance(model, routes, measured, r, pickup, i, j)) {
            best = detour + added[j]!;
            place.code[0] = pairCode(i, j);
          }
        }
      }
      if (j === count) break;
      now += legTime[at]!;
      if (now > limit[at + 1]! + slack) break;
      const item = items[at + 1]!;
      if (now < open[item]!) now = open[item]!;
      now += service[item]!;
    }
  }
  if (best < Infinity) place.cost[0] = best + (count === 0 ? routes.useCost[r]! : 0);
}

/** Fills the scratch; false if the delivery has no place even without the pickup's delay. */
function priceDelivery(model: Model, routes: Routes, scratch: PairScratch, r: number, delivery: number): boolean {
  const { visits, fleet, spotCount } = model;
  const { items, leave, limit, legWay } = routes;
  const kind = fleet.kindOf[r]!;
  const time = model.travel.time[kind]!;
  const timeTo = model.travel.timeTo[kind]!;
  const way = model.travel.way[kind]!;
  const wayTo = model.travel.wayTo[kind]!;
  const open = visits.open[delivery]!;
  const close = visits.close[delivery]! + slack;
  const service = visits.service[kind]![delivery]!;
  const row = delivery * spotCount;
  const from = r * routes.stride;
  let cheapest = Infinity;
  let reached = false;
  for (let i = routes.length[r]!; i >= 0; i -= 1) {
    const slot = from + i;
    const previous = row + items[slot]!;
    const next = row + items[slot + 1]!;
    const into = timeTo[previous]!;
    const out = time[next]!;
    scratch.into[i] = into;
    scratch.out[i] = out;
    const arrival = leave[slot]! + into;
    const start = arrival < open ? open : arrival;
    const fits = arrival <= close && start + service + out <= limit[slot + 1]! + slack;
    const added = fits ? wayTo[previous]! + way[next]! - legWay[slot]! : Infinity;
    if (fits) reached = true;
    if (added < cheapest) cheapest = added;
    scratch.added[i] = added;
    scratch.cheapestFrom[i] = cheapest;
  }
  return reached;
}

function roomFor(
  model: Model,
  load: Float64Array,
  r: number,
  pickup: number,
  slot: number,
  dimensions: number,
): boolean {
  const { capacity } = model.fleet;
  const { change } = model.visits;
  for (let d = 0; d < dimensions; d += 1) {
    if (load[slot * dimensions + d]! + change[pickup * dimensions + d]! > capacity[r * dimensions + d]! + slack)
      return false;
  }
  return true;
}

function withinDistance(
  model: Model,
  routes: Routes,
  measured: boolean,
  r: number,
  pickup: number,
  i: number,
  j: number,
): boolean {
  if (!measured) return true;
  const { items } = routes;
  const kind = model.fleet.kindOf[r]!;
  const slot = r * routes.stride;
  const previous = items[slot + i]!;
  const next = items[slot + i + 1]!;
  let added = 0;
  if (i === j) {
    added =
      addedDistance(model, kind, previous, pickup, pickup + 1) + addedDistance(model, kind, previous, pickup + 1, next);
  } else {
    added = addedDistance(model, kind, previous, pickup, next);
    added += addedDistance(model, kind, items[slot + j]!, pickup + 1, items[slot + j + 1]!);
  }
  return routes.distance[r]! + added <= model.fleet.maxDistance[r]! + slack;
}

function growScratch(scratch: PairScratch, room: number): void {
  scratch.added = new Float64Array(room);
  scratch.cheapestFrom = new Float64Array(room);
  scratch.into = new Float64Array(room);
  scratch.out = new Float64Array(room);
}
