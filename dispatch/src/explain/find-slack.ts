import type { StopSlack } from '../explanation.ts';
import type { SearchState } from '../solver/search-state.ts';
import { layRoute } from '../solver/walk/settle-route.ts';
import { scheduleEarliest } from '../solver/walk/time-walk.ts';
import { walkRoute } from '../solver/walk/walk-route.ts';

/** More than anybody would call slack, seconds. */
const slackMost = 7 * 24 * 3600;

/**
 * How late each stop can begin: found by trying, so that every rule has its say, ride limits and breaks too. Stops
 * whose time other routes wait for have none.
 */
export function findSlack(state: SearchState): StopSlack[] {
  const { model, routes, walk } = state;
  const result: StopSlack[] = [];
  for (let r = 0; r < model.vehicleCount; r += 1) {
    for (let position = 1; position <= routes.length[r]!; position += 1) {
      const item = routes.items[r * routes.stride + position]!;
      if (item >= model.visitCount) continue;
      layRoute(state, r);
      walkRoute(model, walk, r, state.outside, true);
      const isFixed = model.ties.isBound[item] === 1 || model.visits.isLocked[item] === 1;
      const job = model.problem.jobs[model.visits.requestOf[item]!]!.id;
      const seconds = isFixed ? 0 : longestDelay(state, r, position);
      result.push({ vehicle: model.problem.vehicles[r]!.id, job, stop: model.visits.ids[item]!, seconds });
    }
  }
  return result;
}

function longestDelay(state: SearchState, r: number, position: number): number {
  const { model, walk } = state;
  const begin = walk.begin[position]!;
  const floor = walk.floor[position]!;
  const fits = (delay: number): boolean => {
    walk.floor[position] = begin + delay;
    const possible = scheduleEarliest(model, walk, r) && walk.begin[position]! <= begin + delay + 1e-6;
    walk.floor[position] = floor;
    return possible;
  };
  if (fits(slackMost)) return slackMost;
  let possible = 0;
  let impossible = slackMost;
  // In whole seconds, or a slack of exactly 90 s would come out as 89.
  while (impossible - possible > 1) {
    const middle = Math.floor((possible + impossible) / 2);
    if (fits(middle)) possible = middle;
    else impossible = middle;
  }
  return possible;
}
