import type { PlainDay } from './plain-day.ts';
import { plainRoutes, refresh, room } from './plain-routes.ts';
import type { PlainRoutes } from './plain-routes.ts';

export interface PlainState {
  readonly day: PlainDay;
  readonly routes: PlainRoutes;
  readonly random: () => number;
  /** Of each node all others, the nearest first. */
  readonly neighbors: readonly (readonly number[])[];
  /** By what the absent are sorted this time. */
  readonly keys: Float64Array;
  /** The nodes of routes changed in this iteration, as they were. */
  readonly saved: Map<number, Int32Array>;
  absent: number[];
  cost: number;
}

export function plainState(day: PlainDay, seed: number): PlainState {
  return {
    day,
    routes: plainRoutes(day),
    random: xorshift(seed),
    neighbors: nearestFirst(day),
    keys: new Float64Array(day.count),
    saved: new Map(),
    absent: [...day.heads],
    cost: 0,
  };
}

/** Call before changing route r. */
export function touch({ routes, saved }: PlainState, r: number): void {
  if (!saved.has(r)) saved.set(r, routes.items.slice(r * room, r * room + routes.length[r]! + 2));
}

/** Puts everything back. */
export function undo({ day, routes, saved }: PlainState): void {
  const { items, length, routeOf } = routes;
  for (const r of saved.keys()) {
    for (let k = 1; k <= length[r]!; k += 1) routeOf[items[r * room + k]!] = -1;
  }
  for (const [r, nodes] of saved) {
    items.set(nodes, r * room);
    length[r] = nodes.length - 2;
    refresh(day, routes, r);
  }
}

function nearestFirst(day: PlainDay): number[][] {
  const nodes = Array.from({ length: day.count - 1 }, (_, index) => index + 1);
  const near = (from: number): number[] =>
    nodes.toSorted((a, b) => day.way[from * day.count + a]! - day.way[from * day.count + b]!);
  return Array.from({ length: day.count }, (_, from) => near(from));
}

function xorshift(seed: number): () => number {
  let state = (seed * 2_654_435_761) >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}
