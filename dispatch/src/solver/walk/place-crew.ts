import { closeRoute, insertVisit } from '../find-place.ts';
import { takeVisit } from '../take-visit.ts';
import { tiesAllow } from '../ties.ts';
import type { SearchState } from '../search-state.ts';
import { touchRoute } from '../undo.ts';
import { settleCoupling } from './coupling.ts';
import { layTrial } from './find-by-walk.ts';
import { walkPrice } from './walk-price.ts';
import { walkRoute } from './walk-route.ts';

/** Combinations of routes tried for one crew; each costs a settling of all coupled routes. */
const triesMost = 60;

interface CrewPlace {
  readonly r: number;
  readonly after: number;
  readonly added: number;
}

/**
 * Puts the visits of a crew into as many different routes, all to begin together. Places are collected route by
 * route, then combined cheapest first; only settling shows whether the routes can wait for each other.
 * Allocates: crews are few, and their combinations are not the inner loop.
 */
export function placeCrew(state: SearchState, q: number): boolean {
  const { model } = state;
  const first = model.requests.firstVisit[q]!;
  const units = model.requests.firstVisit[q + 1]! - first;
  const places = collectPlaces(state, q).sort((a, b) => a.added - b.added);
  let tries = triesMost;
  const chosen: CrewPlace[] = [];
  const combine = (from: number, left: number): boolean => {
    if (left === 0) {
      tries -= 1;
      return commit(state, q, chosen);
    }
    for (let index = from; index < places.length; index += 1) {
      if (tries <= 0) return false;
      const place = places[index]!;
      if (chosen.some((other) => other.r === place.r)) continue;
      chosen.push(place);
      if (combine(index + 1, left - 1)) return true;
      chosen.pop();
    }
    return false;
  };
  return combine(0, units);
}

function collectPlaces(state: SearchState, q: number): CrewPlace[] {
  const { model, routes, walk } = state;
  const result: CrewPlace[] = [];
  let used = routes.usedOfKind.reduce((sum, count) => sum + count, 0);
  for (let r = 0; r < model.vehicleCount; r += 1) {
    if (!model.requests.compatible[q * model.vehicleCount + r] || !tiesAllow(state, q, r)) continue;
    if (routes.length[r] === 0 && used >= state.limits.vehicles) continue;
    if (routes.length[r] === 0) used += 1;
    for (let after = model.fleet.locked[r]!.length; after <= routes.length[r]!; after += 1) {
      layTrial(model, routes, walk, q, r, after);
      if (walkRoute(model, walk, r, state.outside, false))
        result.push({ r, after, added: walkPrice(state, r) - routes.cost[r]! });
    }
  }
  return result;
}

function commit(state: SearchState, q: number, chosen: readonly CrewPlace[]): boolean {
  const { model, routes, undo } = state;
  const first = model.requests.firstVisit[q]!;
  // Those who were told first: each takes the visit that was told to it.
  const visits = chosen.map((_, index) => first + index);
  for (const place of chosen.toSorted((a, b) => Number(isTold(state, q, b.r)) - Number(isTold(state, q, a.r)))) {
    touchRoute(model, routes, undo, place.r);
    insertVisit(state, takeVisit(model, visits, place.r)!, place.r, place.after);
  }
  if (settleCoupling(state)) return true;
  for (const [index] of chosen.entries()) routes.routeOf[first + index] = -1;
  for (const place of chosen) closeRoute(state, place.r);
  settleCoupling(state);
  return false;
}

function isTold(state: SearchState, q: number, r: number): boolean {
  const { firstVisit } = state.model.requests;
  return state.model.ties.toldVehicle.subarray(firstVisit[q], firstVisit[q + 1]).includes(r);
}
