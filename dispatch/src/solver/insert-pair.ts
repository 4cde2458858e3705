import { addedDistance } from './insert-single.ts';
import { pairFits } from './labels/fit-labels.ts';
import type { Model } from './model/model.ts';
import { pairCode, slack } from './place.ts';
import type { Place } from './place.ts';
import type { Routes } from './routes.ts';
import type { SearchState } from './search-state.ts';
import { tiesAllow } from './ties.ts';

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

/**
 * Finds the cheapest places for a pickup and its delivery in one of the vehicles `order[first] … order[end - 1]`, all
 * of one kind, if they are cheaper than what `place` holds. Most pickup places fall at once, as their own detour is
 * dearer than the best so far. `blink`: chance not to see places that would be the best so far.
 */
// oxlint-disable-next-line max-lines-per-function -- three nested loops over some thirty numbers: passing them on would cost what the loops save
export function scanRoutesForPair(
  state: SearchState,
  place: Place,
  pickup: number,
  kind: number,
  first: number,
  end: number,
  blink: number,
): void {
  const { model, routes, random, pairScratch: scratch } = state;
  const { visits, fleet, spotCount, dimensions } = model;
  const { items, leave, limit, legTime, legWay, load, order, length, stride } = routes;
  const { open, close } = visits;
  const delivery = pickup + 1;
  const time = model.travel.time[kind]!;
  const timeTo = model.travel.timeTo[kind]!;
  const way = model.travel.way[kind]!;
  const wayTo = model.travel.wayTo[kind]!;
  const service = visits.service[kind]!;
  const row = pickup * spotCount;
  const deliveryRow = delivery * spotCount;
  const pickupOpen = open[pickup]!;
  const pickupClose = close[pickup]! + slack;
  const pickupService = service[pickup]!;
  const deliveryOpen = open[delivery]!;
  const deliveryClose = close[delivery]! + slack;
  const deliveryService = service[delivery]!;
  const directTime = time[row + delivery]!;
  const directWay = way[row + delivery]!;
  const reachable = pickupClose - visits.nearestIn[pickup]!;
  // Whatever comes next must allow at least this late a start; `limit` grows along the route.
  const leastLimit = pickupOpen + pickupService + visits.nearestOut[pickup]! - slack;
  // No rule can tell vehicles of a kind apart, so what binds one binds all.
  const any = order[first]!;
  const mostStops = fleet.maxStops[any]! - 2;
  const measured = fleet.maxDistance[any]! < Infinity;
  const bounded = model.loadRule === 'profile';
  const request = visits.requestOf[pickup]!;
  const entries = request * model.vehicleCount;
  const { version, code, cost: known } = state.memory;
  const tied = model.ties.any;
  const isSymmetric = way === wayTo;
  let best = place.cost[0]!;
  for (let index = first; index < end; index += 1) {
    const r = order[index]!;
    const entry = entries + r;
    if (version[entry] === routes.version[r]) {
      // Nothing has changed: either no place was below this cost, or the place in `code` costs it.
      if (known[entry]! >= best) continue;
      if (code[entry]! >= 0 && (!tied || tiesAllow(state, request, r))) {
        if (blink > 0 && random.unit() < blink) continue;
        best = known[entry]!;
        place.code[0] = code[entry]!;
        place.vehicle[0] = r;
        continue;
      }
    }
    const count = length[r]!;
    if (count > mostStops || (tied && !tiesAllow(state, request, r))) continue;
    const bestBefore = best;
    let bestCode = -1;
    const from = r * stride;
    const fixed = count === 0 ? routes.useCost[r]! : 0;
    let isPriced = false;
    let i = 0;
    // Both only grow along the route: what is too early is passed over first, and where it is too late, the rest is.
    while (i <= count && limit[from + i + 1]! < leastLimit) i += 1;
    let ahead = items[from + i]!;
    let out = wayTo[row + ahead]!;
    for (; i <= count; i += 1) {
      const slot = from + i;
      if (leave[slot]! > reachable) break;
      const previous = ahead;
      const next = items[slot + 1]!;
      // The way to this item is the way back from it, if ways are as long in both directions.
      const wayIn = (isSymmetric ? out : wayTo[row + previous]!) - legWay[slot]! + fixed;
      ahead = next;
      out = way[row + next]!;
      const detour = wayIn + out;
      // Where the direct way is the shortest, the delivery can only add to this, right after the pickup or later.
      if (detour >= best) continue;
      let start = leave[slot]! + timeTo[row + previous]!;
      if (start > pickupClose) continue;
      if (start < pickupOpen) start = pickupOpen;
      if (bounded && !roomFor(model, load, r, pickup, slot, dimensions)) continue;
      const pickedUp = start + pickupService;

      // The delivery right after the pickup.
      const direct = wayIn + directWay + way[deliveryRow + next]!;
      if (direct < best) {
        let drop = pickedUp + directTime;
        if (drop <= deliveryClose) {
          if (drop < deliveryOpen) drop = deliveryOpen;
          const fits = drop + deliveryService + time[deliveryRow + next]! <= limit[slot + 1]! + slack;
          if (fits && isAllowed(model, routes, measured, r, pickup, i, i)) {
            best = direct;
            bestCode = pairCode(i, i);
          }
        }
      }

      // The pickup here, the delivery after a later item: walk on, carrying the time.
      if (i === count) continue;
      let now = pickedUp + time[row + next]!;
      if (now > limit[slot + 1]! + slack) continue;
      if (!isPriced) {
        priceDelivery(model, routes, scratch, r, delivery, i + 1);
        isPriced = true;
      }
      const { added, cheapestFrom, into, out: onward } = scratch;
      if (detour + cheapestFrom[i + 1]! >= best) continue;
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
            const fits = drop + deliveryService + onward[j]! <= limit[at + 1]! + slack;
            if (fits && isAllowed(model, routes, measured, r, pickup, i, j)) {
              best = detour + added[j]!;
              bestCode = pairCode(i, j);
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
    version[entry] = routes.version[r]!;
    known[entry] = best;
    code[entry] = bestCode;
    if (bestCode < 0) continue;
    if (blink > 0 && random.unit() < blink) best = bestBefore;
    else {
      place.code[0] = bestCode;
      place.vehicle[0] = r;
    }
  }
  place.cost[0] = best;
}

/**
 * Fills the scratch for route r from place `earliest` on; a place has no price where the delivery is late even without
 * the pickup's delay. What its window alone rules out is not read from the matrix: with 1,000 stops that is what takes the time.
 */
function priceDelivery(
  model: Model,
  routes: Routes,
  scratch: PairScratch,
  r: number,
  delivery: number,
  earliest: number,
): void {
  if (scratch.added.length < routes.length[r]! + 2) growScratch(scratch, 2 * routes.length[r]! + 16);
  const { visits, fleet, spotCount } = model;
  const { items, leave, limit, legWay } = routes;
  const { added, cheapestFrom, into, out } = scratch;
  const kind = fleet.kindOf[r]!;
  const time = model.travel.time[kind]!;
  const timeTo = model.travel.timeTo[kind]!;
  const way = model.travel.way[kind]!;
  const wayTo = model.travel.wayTo[kind]!;
  const open = visits.open[delivery]!;
  const close = visits.close[delivery]! + slack;
  const service = visits.service[kind]![delivery]!;
  const reachable = close - visits.nearestIn[delivery]!;
  const leastLimit = open + service + visits.nearestOut[delivery]! - slack;
  const row = delivery * spotCount;
  const from = r * routes.stride;
  let cheapest = Infinity;
  for (let i = routes.length[r]!; i >= earliest; i -= 1) {
    const slot = from + i;
    added[i] = Infinity;
    cheapestFrom[i] = cheapest;
    const latest = limit[slot + 1]!;
    if (leave[slot]! > reachable || latest < leastLimit) continue;
    const previous = row + items[slot]!;
    const next = row + items[slot + 1]!;
    const arrival = leave[slot]! + timeTo[previous]!;
    const start = arrival < open ? open : arrival;
    if (arrival > close || start + service + time[next]! > latest + slack) continue;
    into[i] = timeTo[previous]!;
    out[i] = time[next]!;
    const more = wayTo[previous]! + way[next]! - legWay[slot]!;
    added[i] = more;
    if (more < cheapest) cheapestFrom[i] = cheapest = more;
  }
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

/** What is asked of the best places only: breaks and windows, and the length of the route. */
function isAllowed(
  model: Model,
  routes: Routes,
  measured: boolean,
  r: number,
  pickup: number,
  i: number,
  j: number,
): boolean {
  if (model.labelWidth > 0 && !pairFits(model, routes, r, pickup, i, j)) return false;
  return !measured || withinDistance(model, routes, r, pickup, i, j);
}

function withinDistance(model: Model, routes: Routes, r: number, pickup: number, i: number, j: number): boolean {
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
