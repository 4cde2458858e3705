import type { PlainDay } from './plain-day.ts';

/** Most nodes in a route, the depot twice. */
export const room = 256;

/** Route r owns the slots `r * room …`: the depot, `length[r]` nodes, the depot. */
export interface PlainRoutes {
  readonly items: Int32Array;
  /** Earliest end of service, latest start of service, way to the next slot, load after the slot. */
  readonly leave: Float64Array;
  readonly limit: Float64Array;
  readonly leg: Float64Array;
  readonly load: Float64Array;
  readonly length: Int32Array;
  /** What all visits of the route bring together: the load of single visits. */
  readonly total: Float64Array;
  readonly cost: Float64Array;
  /** Those in use first, as `sortOut` found them. */
  readonly order: Int32Array;
  /** -1 while absent. */
  readonly routeOf: Int32Array;
  readonly slotOf: Int32Array;
}

export function plainRoutes(day: PlainDay): PlainRoutes {
  const slots = (): Float64Array => new Float64Array(day.vehicles * room);
  const routes = {
    items: new Int32Array(day.vehicles * room),
    leave: slots(),
    limit: slots(),
    leg: slots(),
    load: slots(),
    length: new Int32Array(day.vehicles),
    total: new Float64Array(day.vehicles),
    cost: new Float64Array(day.vehicles),
    order: new Int32Array(day.vehicles),
    routeOf: new Int32Array(day.count).fill(-1),
    slotOf: new Int32Array(day.count),
  };
  for (let r = 0; r < day.vehicles; r += 1) refresh(day, routes, r);
  return routes;
}

/** Works out everything about route r from its nodes. */
export function refresh(day: PlainDay, routes: PlainRoutes, r: number): void {
  const { items, leave, limit, leg, load, routeOf, slotOf } = routes;
  const { open, close, service, demand } = day;
  const from = r * room;
  const last = from + routes.length[r]! + 1;
  items[from] = items[last] = 0;
  leave[from] = day.open[0]!;
  limit[last] = day.close[0]!;
  load[from] = 0;
  let cost = 0;
  let total = 0;
  for (let slot = from + 1; slot <= last; slot += 1) {
    const node = items[slot]!;
    const way = day.way[items[slot - 1]! * day.count + node]!;
    leg[slot - 1] = way;
    cost += way;
    load[slot] = load[slot - 1]! + demand[node]!;
    const arrival = leave[slot - 1]! + way;
    leave[slot] = (arrival > open[node]! ? arrival : open[node]!) + service[node]!;
    total += day.demand[node]!;
    if (slot === last) break;
    routeOf[node] = r;
    slotOf[node] = slot;
  }
  for (let slot = last - 1; slot > from; slot -= 1) {
    const node = items[slot]!;
    const latest = limit[slot + 1]! - leg[slot]! - service[node]!;
    limit[slot] = latest < close[node]! ? latest : close[node]!;
  }
  routes.total[r] = total;
  routes.cost[r] = routes.length[r] === 0 ? 0 : cost;
}

/** Puts those in use first in `order`; returns how many. */
export function sortOut({ order, length }: PlainRoutes): number {
  let front = 0;
  let back = order.length;
  for (let r = 0; r < order.length; r += 1) {
    if (length[r]! > 0) order[front++] = r;
    else order[--back] = r;
  }
  return front;
}

/** Puts a node behind slot `after` (counted from the route's start). */
export function insert(routes: PlainRoutes, r: number, node: number, after: number): void {
  const from = r * room;
  const { items, length } = routes;
  if (length[r]! + 3 > room) throw new Error('a route of the rival is too long');
  items.copyWithin(from + after + 2, from + after + 1, from + length[r]! + 2);
  items[from + after + 1] = node;
  length[r]! += 1;
}

/** Takes out what is marked absent. */
export function closeGaps(day: PlainDay, routes: PlainRoutes, r: number): void {
  const from = r * room;
  let next = from + 1;
  for (let slot = from + 1; slot <= from + routes.length[r]!; slot += 1) {
    const node = routes.items[slot]!;
    if (routes.routeOf[node] !== r) continue;
    routes.items[next] = node;
    next += 1;
  }
  routes.length[r] = next - from - 1;
  refresh(day, routes, r);
}
