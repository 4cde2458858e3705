import { findPlace } from '../find-place.ts';
import type { SearchState } from '../search-state.ts';
import { tiesAllow } from '../ties.ts';
import type { Ejection } from './ejection.ts';
import type { EjectFrom } from './find-ejection.ts';
import { putBack, takeOut } from './take-out.ts';

/** Pairs are looked for among so many of a route, the least burdensome: a hundred walks, or a search could not be stopped in time. */
const pairedAmong = 15;

/**
 * For days with rules of any kind. Every set, of one or two, is really taken out and a place looked for as always, so
 * no rule has to be known here. Sets are tried in the order of their burden.
 */
export function createEjectAny(state: SearchState, burden: Int32Array): EjectFrom {
  const candidates = new Int32Array(state.model.requestCount);
  const chosen = new Int32Array(2);
  const before = new Float64Array(2);
  return (q, r, most, ejection) => {
    if (most > 2) return;
    const count = listCandidates(state, r, burden, candidates);
    for (let i = 0; i < count; i += 1) {
      chosen[0] = candidates[i]!;
      if (burden[chosen[0]]! >= ejection.burden) return;
      const from = most === 1 ? i : i + 1;
      const to = most === 1 ? i + 1 : Math.min(count, pairedAmong);
      for (let j = from; j < to; j += 1) {
        chosen[1] = candidates[j]!;
        const sum = burden[chosen[0]]! + (most === 1 ? 0 : burden[chosen[1]]!);
        if (sum >= ejection.burden) break;
        if (makesRoom(state, q, r, chosen, most, before)) keep(ejection, r, sum, chosen, most);
      }
    }
  };
}

function keep(ejection: Ejection, r: number, burden: number, chosen: Int32Array, count: number): void {
  ejection.vehicle = r;
  ejection.burden = burden;
  ejection.count = count;
  ejection.requests.set(chosen);
}

/** Lists what may leave route r, by ascending burden; returns how many. */
function listCandidates(state: SearchState, r: number, burden: Int32Array, candidates: Int32Array): number {
  const { model, routes } = state;
  const from = r * routes.stride;
  let count = 0;
  for (let slot = from + 1; slot <= from + routes.length[r]!; slot += 1) {
    const item = routes.items[slot]!;
    if (item >= model.visitCount) continue;
    const q = model.visits.requestOf[item]!;
    if (item !== model.requests.firstVisit[q] || model.requests.pinned[q]) continue;
    let hole = count;
    while (hole > 0 && burden[candidates[hole - 1]!]! > burden[q]!) {
      candidates[hole] = candidates[hole - 1]!;
      hole -= 1;
    }
    candidates[hole] = q;
    count += 1;
  }
  return count;
}

/** Whether q fits into route r without the first `count` of `chosen`. Leaves everything as it was. */
function makesRoom(
  state: SearchState,
  q: number,
  r: number,
  chosen: Int32Array,
  count: number,
  before: Float64Array,
): boolean {
  takeOut(state, chosen, count, before);
  let fits = false;
  if (state.cost[0]! < Infinity && tiesAllow(state, q, r)) {
    findPlace(state, q, r, -1);
    fits = state.place.cost[0]! < Infinity;
  }
  putBack(state, before);
  return fits;
}
