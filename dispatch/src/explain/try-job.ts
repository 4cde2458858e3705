import { GATHER } from '../solver/model/model.ts';
import type { SearchState } from '../solver/search-state.ts';
import { walkPrice } from '../solver/walk/walk-price.ts';
import { walkRoute } from '../solver/walk/walk-route.ts';

/** Rules that a trial does without. */
export interface Lifted {
  /** The job's own windows. */
  readonly windows?: boolean;
  readonly shift?: boolean;
  readonly distance?: boolean;
  readonly duration?: boolean;
  readonly capacity?: boolean;
  /** Everything on the route that is not locked. */
  readonly otherStops?: boolean;
}

export interface Trial {
  /** When the job's first stop would begin. */
  readonly begin: number;
  readonly added: number;
}

/**
 * The earliest way for vehicle r to do request q, or null. Every place is walked: this is for people who wait for
 * an explanation, not for the search.
 */
export function tryJob(state: SearchState, q: number, r: number, lifted: Lifted): Trial | null {
  const restore = lift(state, q, r, lifted);
  const kept = keptItems(state, r, lifted.otherStops ?? false);
  const visits = visitsOf(state, q);
  let best: Trial | null = null;
  for (const order of placements(kept, visits, state.model.fleet.locked[r]!.length)) {
    const trial = walkTrial(state, r, order, visits[0]!);
    if (trial && (!best || trial.begin < best.begin)) best = trial;
  }
  restore();
  return best;
}

function keptItems(state: SearchState, r: number, onlyLocked: boolean): number[] {
  const { model, routes } = state;
  const from = r * routes.stride + 1;
  const items = [...routes.items.subarray(from, from + routes.length[r]!)];
  if (!onlyLocked) return items;
  return items.filter((item) => item < model.visitCount && model.requests.pinned[model.visits.requestOf[item]!] === 1);
}

/** One visit of a crew stands for all of them; gathered pickups are tried in their given order. */
function visitsOf(state: SearchState, q: number): number[] {
  const { firstVisit, shape } = state.model.requests;
  const first = firstVisit[q]!;
  if (shape[q]! > GATHER) return [first];
  return Array.from({ length: firstVisit[q + 1]! - first }, (_, index) => first + index);
}

/** All ways to put the first visits together and the last one anywhere behind them. */
function* placements(kept: readonly number[], visits: readonly number[], locked: number): Generator<number[]> {
  const head = visits.slice(0, Math.max(1, visits.length - 1));
  const tail = visits.slice(head.length);
  for (let at = locked; at <= kept.length; at += 1) {
    const begun = [...kept.slice(0, at), ...head];
    for (let until = at; until <= (tail.length > 0 ? kept.length : at); until += 1) {
      yield [...begun, ...kept.slice(at, until), ...tail, ...kept.slice(until)];
    }
  }
}

function walkTrial(state: SearchState, r: number, items: readonly number[], first: number): Trial | null {
  const { model, walk, routes } = state;
  for (const [index, item] of items.entries()) walk.items[index + 1] = item;
  walk.count = items.length;
  if (!walkRoute(model, walk, r, state.outside, false)) return null;
  return { begin: walk.begin[walk.positionOf[first]!]!, added: walkPrice(state, r) - routes.cost[r]! };
}

/** Changes the model and gives back what undoes it. */
function lift(state: SearchState, q: number, r: number, lifted: Lifted): () => void {
  const { fleet, visits, requests, dimensions } = state.model;
  const undo: (() => void)[] = [];
  const set = (array: Float64Array, index: number, value: number): void => {
    const before = array[index]!;
    array[index] = value;
    undo.push(() => {
      array[index] = before;
    });
  };
  if (lifted.shift) set(fleet.shiftTo, r, Infinity);
  if (lifted.distance) set(fleet.maxDistance, r, Infinity);
  if (lifted.duration) set(fleet.maxDuration, r, Infinity);
  if (lifted.capacity) for (let d = 0; d < dimensions; d += 1) set(fleet.capacity, r * dimensions + d, Infinity);
  if (lifted.windows) {
    for (let visit = requests.firstVisit[q]!; visit < requests.firstVisit[q + 1]!; visit += 1) {
      // The first opening still holds; after it the visit stays open.
      const edge = visits.windowFrom[visit]! * 2 + 1;
      if (visits.windowFrom[visit + 1]! * 2 > edge) set(visits.windows, edge, Infinity);
    }
  }
  return () => {
    for (const step of undo.reverse()) step();
  };
}
