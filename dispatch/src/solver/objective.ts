import type { Model } from './model/model.ts';
import type { SearchState } from './search-state.ts';

/**
 * The plan's value, level by level, into `target`: lost worth per tier, vehicles or people or unfairness, cost.
 * Search steers by one number (`cost`), but which plan is kept is decided here, strictly in order.
 */
export function measureObjective(state: SearchState, target: Float64Array): void {
  const { model, absent, routes } = state;
  const { worth } = model;
  target.fill(0);
  let cost = state.cost[0]!;
  for (let index = 0; index < absent.count[0]!; index += 1) {
    const q = absent.list[index]!;
    if (worth.tier[q]! >= 0) target[worth.tier[q]!]! += worth.weight[q]!;
    cost += costOfSkipping(model, q);
  }
  const second = worth.tierCount;
  if (worth.secondLevel === 'fairness') {
    for (let r = 0; r < model.vehicleCount; r += 1) target[second]! += routes.unfairness[r]!;
    cost -= target[second]! * state.weights.fairness;
  } else if (worth.secondLevel !== 'none') {
    target[second] = countUsed(state, worth.secondLevel);
    cost -= target[second] * state.weights.vehicle;
  }
  target[second + 1] = cost;
}

export function countUsed(state: SearchState, what: 'vehicles' | 'people'): number {
  const { routes, model } = state;
  let count = 0;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (routes.length[r]! > 0) count += what === 'people' ? model.fleet.people[r]! : 1;
  }
  return count;
}

/** What a request left undone costs on the last level: its skip cost and the broken promises. */
export function costOfSkipping(model: Model, q: number): number {
  let cost = model.worth.skipCost[q]!;
  if (model.ties.pricePerChange === 0) return cost;
  for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
    if (model.ties.toldVehicle[visit]! >= 0) cost += model.ties.pricePerChange;
  }
  return cost;
}

/** Whether `a` is better than `b` by more than rounding. */
export function isBetter(a: Float64Array, b: Float64Array): boolean {
  for (let level = 0; level < a.length; level += 1) {
    if (b[level] === Infinity) return a[level]! < Infinity;
    const margin = 1e-9 * Math.max(1, Math.abs(b[level]!));
    if (a[level]! < b[level]! - margin) return true;
    if (a[level]! > b[level]! + margin) return false;
  }
  return false;
}
