import { visitFits } from './labels/fit-labels.ts';
import type { Model } from './model/model.ts';
import { slack } from './place.ts';
import type { Place } from './place.ts';
import type { Routes } from './routes.ts';
import type { SearchState } from './search-state.ts';
import { tiesAllow } from './ties.ts';

/**
 * Finds the cheapest place for one visit among vehicles `order[first] … order[end - 1]`, all of one kind, if it is
 * cheaper than what `place` holds. Every place is tested in constant time. One loop for all routes, since what is
 * read about the visit is read once; asking route by route took four times as long, most of it beginning anew.
 * `blink`: chance not to see a place that would be the best so far.
 */
// oxlint-disable-next-line max-lines-per-function -- two nested loops over some twenty numbers: passing them on would cost what the loops save
export function scanRoutes(
  state: SearchState,
  place: Place,
  visit: number,
  kind: number,
  first: number,
  end: number,
  blink: number,
): void {
  const { model, routes, random } = state;
  const { visits, fleet, spotCount, dimensions } = model;
  const { items, leave, limit, legWay, order, length, total, stride } = routes;
  const time = model.travel.time[kind]!;
  const timeTo = model.travel.timeTo[kind]!;
  const way = model.travel.way[kind]!;
  const wayTo = model.travel.wayTo[kind]!;
  const row = visit * spotCount;
  const open = visits.open[visit]!;
  const close = visits.close[visit]! + slack;
  const service = visits.service[kind]![visit]!;
  const reachable = close - visits.nearestIn[visit]!;
  // Whatever comes next must allow at least this late a start; `limit` grows along the route.
  const leastLimit = open + service + visits.nearestOut[visit]! - slack;
  // No rule can tell vehicles of a kind apart, so what binds one binds all.
  const any = order[first]!;
  const mostStops = fleet.maxStops[any]!;
  const maxDistance = fleet.maxDistance[any]!;
  const byTotal = model.loadRule === 'total';
  const byLabels = model.labelWidth > 0;
  const byProfile = model.loadRule === 'profile';
  const roomFirst = byTotal ? fleet.capacity[any * dimensions]! - amountOf(model, visit, 0) + slack : Infinity;
  const request = visits.requestOf[visit]!;
  const tied = model.ties.any;
  const isSymmetric = way === wayTo;
  let best = place.cost[0]!;
  for (let index = first; index < end; index += 1) {
    const r = order[index]!;
    const count = length[r]!;
    if (count >= mostStops) continue;
    if (byTotal && (total[r * dimensions]! > roomFirst || (dimensions > 1 && !fitsTotal(model, routes, r, visit))))
      continue;
    if (tied && !tiesAllow(state, request, r)) continue;
    const spareDistance = maxDistance < Infinity ? maxDistance - routes.distance[r]! + slack : Infinity;
    const from = r * stride;
    const last = from + count;
    const fixed = count === 0 ? routes.useCost[r]! : 0;
    let slot = from;
    // Both only grow along the route: what is too early is passed over first, and where it is too late, the rest is.
    while (slot <= last && limit[slot + 1]! < leastLimit) slot += 1;
    if (slot > last || leave[slot]! > reachable) continue;
    let ahead = items[slot]!;
    let out = wayTo[row + ahead]!;
    for (; slot <= last; slot += 1) {
      if (leave[slot]! > reachable) break;
      const previous = ahead;
      const next = items[slot + 1]!;
      // The way to this item is the way back from it, if ways are as long in both directions.
      const into = isSymmetric ? out : wayTo[row + previous]!;
      ahead = next;
      out = way[row + next]!;
      const added = into + out - legWay[slot]! + fixed;
      if (added >= best) continue;
      let start = leave[slot]! + timeTo[row + previous]!;
      if (start > close) continue;
      if (start < open) start = open;
      const latest = limit[slot + 1]!;
      if (start + service + time[row + next]! > latest + slack) continue;
      if (byLabels && !visitFits(model, routes, r, visit, slot)) continue;
      if (byProfile && !fitsProfile(model, routes, r, visit, slot)) continue;
      if (spareDistance < Infinity && addedDistance(model, kind, previous, visit, next) > spareDistance) continue;
      if (blink > 0 && random.unit() < blink) continue;
      best = added;
      place.cost[0] = added;
      place.code[0] = slot - from;
      place.vehicle[0] = r;
    }
  }
}

/** What the visit takes away or brings, by the depot, in one dimension. */
export function amountOf({ visits, dimensions }: Model, visit: number, d: number): number {
  return visits.fromDepot[visit * dimensions + d]! || visits.change[visit * dimensions + d]!;
}

/** Everything goes one way: the visit's amount, either sign, on top of the route's sum. */
export function fitsTotal(model: Model, routes: Routes, r: number, visit: number): boolean {
  const { dimensions, fleet } = model;
  for (let d = 0; d < dimensions; d += 1) {
    if (routes.total[r * dimensions + d]! + amountOf(model, visit, d) > fleet.capacity[r * dimensions + d]! + slack)
      return false;
  }
  return true;
}

/** What comes from the depot is on board until here; what is collected, from here on. */
export function fitsProfile(model: Model, routes: Routes, r: number, visit: number, slot: number): boolean {
  const { dimensions, visits, fleet } = model;
  for (let d = 0; d < dimensions; d += 1) {
    const room = fleet.capacity[r * dimensions + d]! + slack;
    const before = visits.fromDepot[visit * dimensions + d]!;
    if (before > 0 && routes.loadUpTo[slot * dimensions + d]! + before > room) return false;
    const after = before + visits.change[visit * dimensions + d]!;
    if (after > 0 && routes.loadFrom[slot * dimensions + d]! + after > room) return false;
  }
  return true;
}

export function addedDistance(model: Model, kind: number, previous: number, visit: number, next: number): number {
  const distance = model.travel.distance[kind]!;
  const { spotCount } = model;
  return (
    distance[previous * spotCount + visit]! +
    distance[visit * spotCount + next]! -
    distance[previous * spotCount + next]!
  );
}
