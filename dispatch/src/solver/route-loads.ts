import type { Model } from './model/model.ts';
import type { Routes } from './routes.ts';

/** Meters of route r. An empty route counts the way from start to end too: what an insertion adds is measured against it. */
export function sumDistance(model: Model, routes: Routes, r: number): number {
  const distance = model.travel.distance[model.fleet.kindOf[r]!]!;
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  let sum = 0;
  for (let slot = from; slot < last; slot += 1) {
    sum += distance[routes.items[slot]! * model.spotCount + routes.items[slot + 1]!]!;
  }
  return sum;
}

/** Works out the loads of route r, by dimension: the sum, or what is on board slot by slot. */
export function refreshLoads(model: Model, routes: Routes, r: number): void {
  const { dimensions, visits } = model;
  const { load, loadUpTo, loadFrom, items } = routes;
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  for (let d = 0; d < dimensions; d += 1) {
    let total = 0;
    let onBoard = 0;
    for (let slot = from + 1; slot < last; slot += 1) {
      const amount = items[slot]! * dimensions + d;
      onBoard += visits.fromDepot[amount]!;
      total += visits.fromDepot[amount] === 0 ? visits.change[amount]! : visits.fromDepot[amount]!;
    }
    routes.total[r * dimensions + d] = total;
    if (model.loadRule === 'total') continue;
    let most = onBoard;
    load[from * dimensions + d] = loadUpTo[from * dimensions + d] = onBoard;
    for (let slot = from + 1; slot < last; slot += 1) {
      onBoard += visits.change[items[slot]! * dimensions + d]!;
      if (onBoard > most) most = onBoard;
      load[slot * dimensions + d] = onBoard;
      loadUpTo[slot * dimensions + d] = most;
    }
    let ahead = 0;
    for (let slot = last - 1; slot >= from; slot -= 1) {
      ahead = Math.max(ahead, load[slot * dimensions + d]!);
      loadFrom[slot * dimensions + d] = ahead;
    }
  }
}
