import type { PlainDay } from './plain-day.ts';
import { room } from './plain-routes.ts';
import type { PlainRoutes } from './plain-routes.ts';

/** The cheapest place found: behind which slots of which route, counted from its start. */
export interface PlainPlace {
  cost: number;
  route: number;
  after: number;
  /** Of the delivery, before the pickup is in. */
  deliveryAfter: number;
}

const slack = 1e-9;
const blink = 0.01;

/** Looks through all places of one visit in the routes `order[first] … order[end - 1]`. */
export function findSingle(
  day: PlainDay,
  routes: PlainRoutes,
  first: number,
  end: number,
  node: number,
  best: PlainPlace,
  random: () => number,
): void {
  const { items, leave, limit, leg, length, total, order } = routes;
  const { way } = day;
  const row = node * day.count;
  const open = day.open[node]!;
  const close = day.close[node]! + slack;
  const service = day.service[node]!;
  const most = day.capacity - day.demand[node]!;
  const least = open + service - slack;
  let cheapest = best.cost;
  for (let index = first; index < end; index += 1) {
    const r = order[index]!;
    if (total[r]! > most) continue;
    const from = r * room;
    const last = from + length[r]!;
    for (let slot = from; slot <= last; slot += 1) {
      if (leave[slot]! > close) break;
      if (limit[slot + 1]! < least) continue;
      const into = way[row + items[slot]!]!;
      const out = way[row + items[slot + 1]!]!;
      const added = into + out - leg[slot]!;
      if (added >= cheapest) continue;
      const arrival = leave[slot]! + into;
      const start = arrival > open ? arrival : open;
      if (start > close || start + service + out > limit[slot + 1]! + slack || random() < blink) continue;
      cheapest = added;
      best.route = r;
      best.after = slot - from;
    }
  }
  best.cost = cheapest;
}

/** Looks through all places of a pickup, and behind each through those of its delivery. */
export function findPair(
  day: PlainDay,
  routes: PlainRoutes,
  first: number,
  end: number,
  pickup: number,
  best: PlainPlace,
  random: () => number,
): void {
  const { items, leave, limit, leg, load, length, order } = routes;
  const { way, count, open, close, service, demand, capacity } = day;
  const delivery = day.partner[pickup]!;
  const row = pickup * count;
  const dropRow = delivery * count;
  for (let index = first; index < end; index += 1) {
    const r = order[index]!;
    const from = r * room;
    const last = from + length[r]!;
    for (let slot = from; slot <= last; slot += 1) {
      const start = leave[slot]! + way[row + items[slot]!]!;
      if (leave[slot]! > close[pickup]! + slack || start > close[pickup]! + slack) break;
      const ways = way[row + items[slot]!]! - leg[slot]!;
      const detour = ways + way[row + items[slot + 1]!]!;
      if (detour >= best.cost || load[slot]! + demand[pickup]! > capacity) continue;
      let now = Math.max(start, open[pickup]!) + service[pickup]!;
      let before = pickup;
      for (let at = slot; at <= last; at += 1) {
        if (at > slot) {
          const node = items[at]!;
          now += way[before * count + node]!;
          if (now > limit[at]! + slack || load[at]! + demand[pickup]! > capacity) break;
          now = Math.max(now, open[node]!) + service[node]!;
          before = node;
        }
        const next = items[at + 1]!;
        const into = way[dropRow + before]!;
        const out = way[dropRow + next]!;
        const added = at === slot ? ways + into + out : detour + into + out - leg[at]!;
        if (now + into > close[delivery]! + slack) break;
        if (added >= best.cost) continue;
        const leaves = Math.max(now + into, open[delivery]!) + service[delivery]!;
        if (leaves + out > limit[at + 1]! + slack || random() < blink) continue;
        best.cost = added;
        best.route = r;
        best.after = slot - from;
        best.deliveryAfter = at - from;
      }
    }
  }
}
