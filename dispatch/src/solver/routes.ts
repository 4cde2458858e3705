import type { Labels } from './labels/step-labels.ts';
import type { Model } from './model/model.ts';
import { sumDistance, refreshLoads } from './route-loads.ts';
import { refreshTimes } from './route-times.ts';

/**
 * All routes, in flat arrays. Route r owns the slots `r * stride …`: slot 0 is its start spot, then `length[r]`
 * items (a visit, or a reload spot), then its end spot. Neighbors in a route are neighbors in memory, so testing
 * every place in a route reads forward through a few cache lines.
 *
 * `leave[slot]`  earliest end of service (prefix): knows everything before it.
 * `limit[slot]`  latest start of service that keeps everything after it on time (suffix).
 * A visit u fits between slots i and i+1 if `start = max(open, leave[i] + time)` is at most `close[u]` and
 * `start + service + time` at most `limit[i+1]`: constant time, however long the route.
 */
export interface Routes {
  stride: number;
  items: Int32Array;
  leave: Float64Array;
  limit: Float64Array;
  /** Time and price of the leg from this slot to the next. */
  legTime: Float64Array;
  legWay: Float64Array;
  /** On board after the slot, by dimension; and the most on board up to it, and from it on (rule `profile`). */
  load: Float64Array;
  loadUpTo: Float64Array;
  loadFrom: Float64Array;
  /** Earliest departures and latest arrivals by number of breaks behind (where the model has labels). */
  departs: Labels;
  arrives: Labels;

  readonly length: Int32Array;
  /** Sum of amounts (rule `total`). */
  readonly total: Float64Array;
  readonly distance: Float64Array;
  readonly cost: Float64Array;
  /** What search pays for using the vehicle: its fixed cost, and its weight on the second level. */
  readonly useCost: Float64Array;
  /** Share in the fairness level. */
  readonly unfairness: Float64Array;
  /** Seconds of waiting in the walked schedule: what an insertion may fill for free where duration is paid. */
  readonly waiting: Float64Array;
  /**
   * Stamp of the route's content: a change gives a new one, an undo gives the old one back, so that whatever was
   * worked out for a stamp stays true for it.
   */
  readonly version: Int32Array;
  readonly clock: Int32Array;

  /** -1 while absent. */
  readonly routeOf: Int32Array;
  readonly slotOf: Int32Array;

  /**
   * Vehicles by kind, in each kind those in use first: `order[kindFrom[k]] …`, `usedOfKind[k]` of them in use, and of
   * these in front `restingOfKind[k]` that search leaves alone for now (see `district.ts`).
   * The next one is the only idle vehicle of its kind worth trying.
   */
  readonly order: Int32Array;
  readonly orderOf: Int32Array;
  readonly kindFrom: Int32Array;
  readonly usedOfKind: Int32Array;
  readonly restingOfKind: Int32Array;
}

export function createRoutes(model: Model): Routes {
  const { vehicleCount, visitCount, dimensions, fleet } = model;
  const stride = Math.min(visitCount + 2, 32);
  const order = Int32Array.from(fleet.kindOf.keys()).sort((a, b) => fleet.kindOf[a]! - fleet.kindOf[b]! || a - b);
  const orderOf = new Int32Array(vehicleCount);
  const kindFrom = new Int32Array(fleet.kindCount + 1);
  for (const [index, vehicle] of order.entries()) orderOf[vehicle] = index;
  for (const kind of fleet.kindOf) kindFrom[kind + 1]! += 1;
  for (let kind = 0; kind < fleet.kindCount; kind += 1) kindFrom[kind + 1]! += kindFrom[kind]!;
  const routes: Routes = {
    ...slots(model, stride),
    length: new Int32Array(vehicleCount),
    total: new Float64Array(vehicleCount * dimensions),
    distance: new Float64Array(vehicleCount),
    cost: new Float64Array(vehicleCount),
    useCost: model.fleet.fixedCost.slice(),
    unfairness: new Float64Array(vehicleCount),
    waiting: new Float64Array(vehicleCount),
    version: new Int32Array(vehicleCount),
    clock: Int32Array.of(1),
    routeOf: new Int32Array(visitCount).fill(-1),
    slotOf: new Int32Array(visitCount),
    order,
    orderOf,
    kindFrom,
    usedOfKind: new Int32Array(fleet.kindCount),
    restingOfKind: new Int32Array(fleet.kindCount),
  };
  for (let r = 0; r < vehicleCount; r += 1) refreshRoute(model, routes, r);
  return routes;
}

type Slots = Pick<
  Routes,
  | 'stride'
  | 'items'
  | 'leave'
  | 'limit'
  | 'legTime'
  | 'legWay'
  | 'load'
  | 'loadUpTo'
  | 'loadFrom'
  | 'departs'
  | 'arrives'
>;

export function slots({ vehicleCount, dimensions, labelWidth }: Model, stride: number): Slots {
  const count = vehicleCount * stride;
  return {
    stride,
    items: new Int32Array(count),
    leave: new Float64Array(count),
    limit: new Float64Array(count),
    legTime: new Float64Array(count),
    legWay: new Float64Array(count),
    load: new Float64Array(count * dimensions),
    loadUpTo: new Float64Array(count * dimensions),
    loadFrom: new Float64Array(count * dimensions),
    departs: new Float64Array(count * labelWidth),
    arrives: new Float64Array(count * labelWidth),
  };
}

/** Doubles the room of every route. Happens a few times in a search; the loops themselves never allocate. */
export function growStride(model: Model, routes: Routes): void {
  const wider = slots(model, routes.stride * 2);
  const copy = (from: Int32Array | Float64Array, to: Int32Array | Float64Array, width: number): void => {
    for (let r = 0; r < model.vehicleCount; r += 1) {
      const row = r * routes.stride * width;
      to.set(from.subarray(row, row + routes.stride * width), r * wider.stride * width);
    }
  };
  copy(routes.items, wider.items, 1);
  copy(routes.leave, wider.leave, 1);
  copy(routes.limit, wider.limit, 1);
  copy(routes.legTime, wider.legTime, 1);
  copy(routes.legWay, wider.legWay, 1);
  copy(routes.load, wider.load, model.dimensions);
  copy(routes.loadUpTo, wider.loadUpTo, model.dimensions);
  copy(routes.loadFrom, wider.loadFrom, model.dimensions);
  copy(routes.departs, wider.departs, model.labelWidth);
  copy(routes.arrives, wider.arrives, model.labelWidth);
  Object.assign(routes, wider);
}

/** Recomputes everything about route r from its items. The cost is that of the way and the vehicle; a walk may add. */
export function refreshRoute(model: Model, routes: Routes, r: number): void {
  const { items, legTime, legWay } = routes;
  const { fleet, travel, spotCount } = model;
  const kind = fleet.kindOf[r]!;
  const time = travel.time[kind]!;
  const way = travel.way[kind]!;
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  items[from] = fleet.startSpot[r]!;
  items[last] = fleet.endSpot[r]!;
  // An idle vehicle does not travel from its start to its end.
  const idle = last === from + 1;
  for (let slot = from; slot < last; slot += 1) {
    const leg = items[slot]! * spotCount + items[slot + 1]!;
    legTime[slot] = time[leg]!;
    legWay[slot] = idle ? 0 : way[leg]!;
    const item = items[slot]!;
    if (slot > from && item < model.visitCount) {
      routes.routeOf[item] = r;
      routes.slotOf[item] = slot;
    }
  }
  refreshTimes(model, routes, r, from, last);
  finishRefresh(model, routes, r);
}

/** What is not kept up slot by slot: sums, loads, cost, use of the vehicle, stamp. */
export function finishRefresh(model: Model, routes: Routes, r: number): void {
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  let cost = 0;
  for (let slot = from; slot < last; slot += 1) cost += routes.legWay[slot]!;
  routes.cost[r] = last === from + 1 ? 0 : cost + routes.useCost[r]!;
  if (model.fleet.maxDistance[r]! < Infinity) routes.distance[r] = sumDistance(model, routes, r);
  if (model.loadRule !== 'free') refreshLoads(model, routes, r);
  markUse(model, routes, r);
  routes.clock[0]! += 1;
  routes.version[r] = routes.clock[0]!;
}

/** Keeps the used vehicles of a kind in front of the idle ones by swapping at the border. */
export function markUse(model: Model, routes: Routes, r: number): void {
  const { order, orderOf, usedOfKind } = routes;
  const kind = model.fleet.kindOf[r]!;
  const border = routes.kindFrom[kind]! + usedOfKind[kind]!;
  const used = orderOf[r]! < border;
  if (used === routes.length[r]! > 0) return;
  const target = used ? border - 1 : border;
  usedOfKind[kind]! += used ? -1 : 1;
  const other = order[target]!;
  order[orderOf[r]!] = other;
  orderOf[other] = orderOf[r]!;
  order[target] = r;
  orderOf[r] = target;
}

/** Puts a visit (or reload spot) after `slot` of route r. Call `finishRefresh` when the last one is in. */
export function insertItem(model: Model, routes: Routes, r: number, item: number, after: number): void {
  const { items, leave, limit, legTime, legWay } = routes;
  const { travel, spotCount, visitCount, labelWidth: width } = model;
  const kind = model.fleet.kindOf[r]!;
  const time = travel.time[kind]!;
  const way = travel.way[kind]!;
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  for (let slot = last; slot > after; slot -= 1) {
    const moved = items[slot]!;
    items[slot + 1] = moved;
    leave[slot + 1] = leave[slot]!;
    limit[slot + 1] = limit[slot]!;
    legTime[slot + 1] = legTime[slot]!;
    legWay[slot + 1] = legWay[slot]!;
    if (moved < visitCount) routes.slotOf[moved] = slot + 1;
  }
  if (width > 0) {
    routes.departs.copyWithin((after + 2) * width, (after + 1) * width, (last + 1) * width);
    routes.arrives.copyWithin((after + 2) * width, (after + 1) * width, (last + 1) * width);
  }
  const slot = after + 1;
  items[slot] = item;
  if (item < visitCount) {
    routes.routeOf[item] = r;
    routes.slotOf[item] = slot;
  }
  routes.length[r]! += 1;
  const into = items[after]! * spotCount + item;
  const out = item * spotCount + items[slot + 1]!;
  legTime[after] = time[into]!;
  legWay[after] = way[into]!;
  legTime[slot] = time[out]!;
  legWay[slot] = way[out]!;
  refreshTimes(model, routes, r, slot, slot);
}

/** Takes out of route r every visit whose `routeOf` is no longer r. */
export function closeGaps(model: Model, routes: Routes, r: number): void {
  const { items, routeOf } = routes;
  const from = r * routes.stride;
  const last = from + routes.length[r]! + 1;
  let next = from + 1;
  for (let slot = from + 1; slot < last; slot += 1) {
    const item = items[slot]!;
    if (item < model.visitCount && routeOf[item] !== r) continue;
    items[next] = item;
    next += 1;
  }
  routes.length[r] = next - from - 1;
  refreshRoute(model, routes, r);
}
