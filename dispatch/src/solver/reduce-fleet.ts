import { closeRoute } from './find-place.ts';
import { countUsed } from './objective.ts';
import type { Model } from './model/model.ts';
import { removeRequest } from './ruin.ts';
import type { SearchState } from './search-state.ts';
import { keepChanges } from './undo.ts';

/** No plan can do with fewer: the amounts alone fill so many of the largest vehicles. */
export function fewestVehicles(model: Model): number {
  if (model.loadRule !== 'total') return 1;
  let least = 1;
  for (let d = 0; d < model.dimensions; d += 1) {
    let amount = 0;
    for (let visit = 0; visit < model.visitCount; visit += 1) {
      const slot = visit * model.dimensions + d;
      amount += model.visits.fromDepot[slot]! || model.visits.change[slot]!;
    }
    let largest = 0;
    for (let r = 0; r < model.vehicleCount; r += 1)
      largest = Math.max(largest, model.fleet.capacity[r * model.dimensions + d]!);
    if (largest > 0) least = Math.max(least, Math.ceil(amount / largest - 1e-9));
  }
  return least;
}

/**
 * Takes all requests off the route with the fewest, and lets search use one vehicle less from now on. False if no
 * route may go.
 */
export function dissolveRoute(state: SearchState): boolean {
  const { model, routes } = state;
  let chosen = -1;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (routes.length[r] === 0 || model.fleet.locked[r]!.length > 0) continue;
    if (chosen < 0 || routes.length[r]! < routes.length[chosen]!) chosen = r;
  }
  if (chosen < 0) return false;
  state.limits.vehicles = countUsed(state, 'vehicles') - 1;
  const from = chosen * routes.stride;
  for (const item of routes.items.slice(from + 1, from + 1 + routes.length[chosen]!)) {
    const q = model.visits.requestOf[item];
    if (q !== undefined) removeRequest(state, q);
  }
  for (let index = 0; index < state.undo.count; index += 1) closeRoute(state, state.undo.touched[index]!);
  keepChanges(state.undo);
  return true;
}
