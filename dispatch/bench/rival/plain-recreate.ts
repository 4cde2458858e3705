import { findPair, findSingle } from './plain-places.ts';
import type { PlainPlace } from './plain-places.ts';
import { insert, refresh, sortOut } from './plain-routes.ts';
import { touch } from './plain-state.ts';
import type { PlainState } from './plain-state.ts';

/** Puts the absent back, each at its cheapest place; gives up where that grows too dear or has no place. */
export function recreate(state: PlainState, threshold: number): boolean {
  arrange(state);
  let used = sortOut(state.routes);
  for (const head of state.absent) {
    if (!place(state, head, used) || state.cost >= threshold) return false;
    if (used < state.day.vehicles && state.routes.length[state.routes.order[used]!]! > 0) used += 1;
  }
  return true;
}

function place(state: PlainState, head: number, used: number): boolean {
  const { day, routes, random } = state;
  const best: PlainPlace = { cost: Infinity, route: -1, after: 0, deliveryAfter: 0 };
  const partner = day.partner[head]!;
  const find = partner === 0 ? findSingle : findPair;
  find(day, routes, 0, used, head, best, random);
  if (best.route < 0 && used < day.vehicles) find(day, routes, used, used + 1, head, best, random);
  if (best.route < 0) return false;
  touch(state, best.route);
  state.cost -= routes.cost[best.route]!;
  // The delivery first: it stands behind, so the pickup's place keeps its number.
  if (partner !== 0) insert(routes, best.route, partner, best.deliveryAfter);
  insert(routes, best.route, head, best.after);
  refresh(day, routes, best.route);
  state.cost += routes.cost[best.route]!;
  return true;
}

/** Orders of the paper, with its weights: random, bulkiest, farthest, nearest, tightest, earliest, latest. */
function arrange({ day, absent, keys, random }: PlainState): void {
  const draw = random() * 17;
  for (const head of absent) {
    const tail = day.partner[head] || head;
    if (draw < 4) keys[head] = random();
    else if (draw < 8) keys[head] = -day.demand[head]!;
    else if (draw < 10) keys[head] = -day.way[head]!;
    else if (draw < 11) keys[head] = day.way[head]!;
    else if (draw < 13) keys[head] = day.close[head]! - day.open[head]!;
    else keys[head] = draw < 15 ? day.open[head]! : -day.close[tail]!;
  }
  absent.sort((a, b) => keys[a]! - keys[b]!);
}
