import { closeGaps, room } from './plain-routes.ts';
import { touch } from './plain-state.ts';
import type { PlainState } from './plain-state.ts';

/** Mean stops taken out, longest string, and the chance to keep one more stop inside: as in the paper. */
const meanOut = 10;
const longestString = 10;
const keepMore = 0.01;

/** Takes strings of stops out of routes that lie near each other. */
export function ruin(state: PlainState): void {
  const { day, routes, random, neighbors } = state;
  const { length, routeOf, slotOf } = routes;
  const used = length.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0);
  const longest = Math.min(longestString, (day.count - 1) / Math.max(1, used));
  const strings = Math.floor(random() * ((4 * meanOut) / (1 + longest) - 1) + 1);
  const around = 1 + Math.floor(random() * (day.count - 1));
  const done = new Set<number>();
  for (const node of neighbors[around]!) {
    if (done.size >= strings) break;
    const r = routeOf[node]!;
    if (r < 0 || done.has(r)) continue;
    done.add(r);
    removeString(state, r, slotOf[node]! - r * room, Math.floor(random() * Math.min(length[r]!, longest) + 1));
  }
  for (const r of state.saved.keys()) {
    state.cost -= routes.cost[r]!;
    closeGaps(day, routes, r);
    state.cost += routes.cost[r]!;
  }
}

/** A string around `position`; half of the time longer, with a part of it left standing. */
function removeString(state: PlainState, r: number, position: number, size: number): void {
  const { routes, random } = state;
  const count = routes.length[r]!;
  let kept = 0;
  if (size > 1 && size < count && random() < 0.5) {
    kept = 1;
    while (size + kept < count && random() < keepMore) kept += 1;
  }
  const span = size + kept;
  const earliest = Math.max(1, position - span + 1);
  const latest = Math.min(position, count - span + 1);
  const start = earliest + Math.floor(random() * (latest - earliest + 1));
  const keepFrom = kept > 0 ? start + 1 + Math.floor(random() * (size - 1)) : start + span;
  for (let k = start; k < start + span; k += 1) {
    const node = routes.items[r * room + k]!;
    if ((k < keepFrom || k >= keepFrom + kept) && routes.routeOf[node] === r) takeOut(state, node);
  }
}

/** Marks a node absent, and its partner; the gaps are closed later. */
function takeOut(state: PlainState, node: number): void {
  const { day, routes, absent } = state;
  const partner = day.partner[node]!;
  absent.push(partner === 0 ? node : Math.min(node, partner));
  for (const gone of partner === 0 ? [node] : [node, partner]) {
    touch(state, routes.routeOf[gone]!);
    routes.routeOf[gone] = -1;
  }
}
