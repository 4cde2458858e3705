import type { Annealer } from './anneal.ts';
import { closeRoute } from './find-place.ts';
import { layBest } from './lay-best.ts';
import { countUsed } from './objective.ts';
import { removeRequest } from './ruin.ts';
import { keepChanges } from './undo.ts';

/**
 * Fewer vehicles, one after the other: a route is dissolved, its requests become absent, and the search goes on
 * with one vehicle less until all have found a place again. Then the next one.
 */
export interface FleetReduction {
  readonly isWanted: boolean;
  /** Once per look at the clock. */
  advance(progress: number): void;
}

/** Share of the budget in which vehicles may be dissolved; the rest polishes the way. */
const reducingShare = 0.5;

export function createFleetReduction(annealer: Annealer): FleetReduction {
  const { state, best } = annealer;
  const { worth } = state.model;
  const least = fewestVehicles(annealer);
  const isWanted = worth.secondLevel === 'vehicles' || worth.secondLevel === 'people';
  let isReducing = isWanted;
  return {
    isWanted,
    advance: (progress) => {
      if (!isReducing) return;
      if (progress >= reducingShare || countUsed(state, 'vehicles') <= least) {
        isReducing = false;
        // Whatever could not be completed is given up: back to the best plan, within its fleet.
        layBest(state, best);
        state.limits.vehicles = countUsed(state, 'vehicles');
        keepChanges(state.undo);
      } else if (state.absent.count[0] === 0) dissolveRoute(annealer);
    },
  };
}

/** No plan can do with fewer: the amounts alone fill so many of the largest vehicles. */
function fewestVehicles(annealer: Annealer): number {
  const { model } = annealer.state;
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

/** Takes the route whose requests have been absent least: they are the easiest to place elsewhere. */
function dissolveRoute(annealer: Annealer): void {
  const { state } = annealer;
  const { model, routes, penalty } = state;
  let chosen = -1;
  let easiest = Infinity;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (routes.length[r] === 0 || model.fleet.locked[r]!.length > 0) continue;
    let dearness = 0;
    for (let slot = r * routes.stride + 1; slot <= r * routes.stride + routes.length[r]!; slot += 1) {
      const q = model.visits.requestOf[routes.items[slot]!];
      if (q !== undefined) dearness += penalty[q]!;
    }
    if (dearness >= easiest) continue;
    easiest = dearness;
    chosen = r;
  }
  if (chosen < 0) return;
  const from = chosen * routes.stride;
  const requests = new Set<number>();
  for (let slot = from + 1; slot <= from + routes.length[chosen]!; slot += 1) {
    const q = model.visits.requestOf[routes.items[slot]!];
    if (q !== undefined) requests.add(q);
  }
  state.limits.vehicles = countUsed(state, 'vehicles') - 1;
  for (const q of requests) removeRequest(state, q);
  for (let index = 0; index < state.undo.count; index += 1) closeRoute(state, state.undo.touched[index]!);
  keepChanges(state.undo);
}
