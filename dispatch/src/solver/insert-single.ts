import type { Model } from './model/model.ts';
import { slack } from './place.ts';
import type { Place } from './place.ts';
import type { Routes } from './routes.ts';

/** Finds the cheapest place for one visit in one route, other than `excluded`, testing every place in constant time. */
export function findSinglePlace(
  model: Model,
  routes: Routes,
  r: number,
  visit: number,
  excluded: number,
  place: Place,
): void {
  place.cost[0] = Infinity;
  if (routes.length[r]! >= model.fleet.maxStops[r]!) return;
  if (model.loadRule === 'total' && !fitsTotal(model, routes, r, visit)) return;
  const { visits, fleet, spotCount } = model;
  const { items, leave, limit, legWay } = routes;
  const kind = fleet.kindOf[r]!;
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
  const from = r * routes.stride;
  const last = from + routes.length[r]!;
  const byProfile = model.loadRule === 'profile';
  const spareDistance = fleet.maxDistance[r]! - routes.distance[r]! + slack;
  let best = Infinity;
  let bestAfter = -1;
  for (let slot = from; slot <= last; slot += 1) {
    // `leave` only grows along the route: once nobody could arrive in time, later places are too late as well.
    if (leave[slot]! > reachable) break;
    if (limit[slot + 1]! < leastLimit) continue;
    const previous = items[slot]!;
    const next = items[slot + 1]!;
    const added = wayTo[row + previous]! + way[row + next]! - legWay[slot]!;
    if (added >= best) continue;
    let start = leave[slot]! + timeTo[row + previous]!;
    if (start > close) continue;
    if (start < open) start = open;
    if (start + service + time[row + next]! > limit[slot + 1]! + slack) continue;
    if (byProfile && !fitsProfile(model, routes, r, visit, slot)) continue;
    if (spareDistance < Infinity && addedDistance(model, kind, previous, visit, next) > spareDistance) continue;
    if (slot - from === excluded) continue;
    best = added;
    bestAfter = slot;
  }
  if (bestAfter < 0) return;
  place.cost[0] = best + (last === from ? routes.useCost[r]! : 0);
  place.code[0] = bestAfter - from;
}

/** Everything goes one way: the visit's amount, either sign, on top of the route's sum. */
export function fitsTotal(model: Model, routes: Routes, r: number, visit: number): boolean {
  const { dimensions, visits, fleet } = model;
  for (let d = 0; d < dimensions; d += 1) {
    const amount = visits.fromDepot[visit * dimensions + d]! || visits.change[visit * dimensions + d]!;
    if (routes.total[r * dimensions + d]! + amount > fleet.capacity[r * dimensions + d]! + slack) return false;
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
