import { amountOf } from '../insert-single.ts';
import { PAIR, SINGLE } from '../model/model.ts';
import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { SearchState } from '../search-state.ts';
import { mostEjected } from './ejection.ts';
import type { Ejection } from './ejection.ts';
import type { EjectFrom } from './find-ejection.ts';

/** Whether time and amounts are all that binds: then a route need not be changed to learn who makes room. */
export function isPlain(model: Model): boolean {
  const { fleet, requests, visits } = model;
  return (
    !model.needsWalk &&
    model.labelWidth === 0 &&
    !model.ties.any &&
    requests.shape.every((shape) => shape === SINGLE || shape === PAIR) &&
    !requests.pinned.includes(1) &&
    fleet.maxDistance.every((most) => most === Infinity) &&
    (model.loadRule !== 'profile' || visits.fromDepot.every((amount) => amount === 0))
  );
}

/** A way through a route on which some leave and q comes in. Depth: how many have left and how many visits of q are in. */
interface Trail {
  readonly state: SearchState;
  readonly burden: Int32Array;
  /** By depth: when the vehicle leaves the last stop that stays, which that is, and what is on board, by dimension. */
  readonly leaves: Float64Array;
  readonly lasts: Int32Array;
  readonly loads: Float64Array;
  /** Requests that have left, and a mark for each. */
  readonly out: Int32Array;
  readonly isOut: Uint8Array;
  /** Dimensions that rise and fall along the route; where only their sum counts, none. */
  readonly tracked: number;
  /** What is asked: route r for a request with `visits` visits from `first` on, at most `most` of others leaving. */
  r: number;
  first: number;
  visits: number;
  most: number;
  time: Float64Array;
  service: Float64Array;
  found: Ejection;
}

/**
 * For days on which time and amounts are all that binds. The route is walked from its start; at each stop q's visits may
 * come in, and each request may leave. A branch ends where a stop is late or the vehicle too full, or where its burden
 * is no longer the least. Nine times as quick as really changing the route (pairs, eight in a route).
 */
export function createEjectPlain(state: SearchState, burden: Int32Array): EjectFrom {
  const { model, routes } = state;
  const { fleet, requests, visits } = model;
  const tracked = model.loadRule === 'profile' ? model.dimensions : 0;
  const depths = mostEjected + 3;
  const trail: Trail = {
    state,
    burden,
    leaves: new Float64Array(depths),
    lasts: new Int32Array(depths),
    loads: new Float64Array(depths * tracked),
    out: new Int32Array(mostEjected),
    isOut: new Uint8Array(model.requestCount),
    tracked,
    r: 0,
    first: 0,
    visits: 0,
    most: 0,
    time: model.travel.time[0]!,
    service: visits.service[0]!,
    found: { vehicle: -1, requests: new Int32Array(0), count: 0, burden: 0 },
  };
  return (q, r, most, ejection) => {
    const kind = fleet.kindOf[r]!;
    trail.r = r;
    trail.first = requests.firstVisit[q]!;
    trail.visits = requests.firstVisit[q + 1]! - trail.first;
    trail.most = most;
    trail.time = model.travel.time[kind]!;
    trail.service = visits.service[kind]!;
    trail.found = ejection;
    const start = r * routes.stride;
    trail.leaves[0] = routes.leave[start]!;
    trail.lasts[0] = routes.items[start]!;
    trail.loads.fill(0, 0, tracked);
    walk(trail, start + 1, 0, 0, 0, 0);
  };
}

/**
 * Walks on from slot `from`, with `count` requests out so far at the price of `spent`, `ahead` of their visits still to be
 * passed by, and `inside` visits of q done.
 */
function walk(trail: Trail, from: number, count: number, spent: number, ahead: number, inside: number): void {
  const { state, time, service, burden, isOut } = trail;
  const { model, routes } = state;
  const { visits, requests, spotCount } = model;
  const { items, limit } = routes;
  const end = trail.r * routes.stride + routes.length[trail.r]! + 1;
  const depth = count + inside;
  let leave = trail.leaves[depth]!;
  let last = trail.lasts[depth]!;
  let left = ahead;
  for (let slot = from; ; slot += 1) {
    const item = items[slot]!;
    if (inside < trail.visits) {
      const visit = trail.first + inside;
      const arrival = leave + time[last * spotCount + visit]!;
      if (arrival > visits.close[visit]! + slack) return;
      const begin = arrival > visits.open[visit]! ? arrival : visits.open[visit]!;
      descend(trail, depth, begin + service[visit]!, visit);
      if (load(trail, depth + 1, visit)) walk(trail, slot, count, spent, left, inside + 1);
    } else if (left === 0 && leave + time[last * spotCount + item]! <= limit[slot]! + slack && fits(trail, count)) {
      keep(trail, count, spent);
      return;
    }
    if (slot === end) return;
    const q = visits.requestOf[item]!;
    if (isOut[q] === 1) {
      left -= 1;
      continue;
    }
    const more = spent + burden[q]!;
    if (count < trail.most && more < trail.found.burden && item === requests.firstVisit[q]) {
      trail.out[count] = q;
      isOut[q] = 1;
      descend(trail, depth, leave, last);
      walk(trail, slot + 1, count + 1, more, left + requests.firstVisit[q + 1]! - item - 1, inside);
      isOut[q] = 0;
    }
    const arrival = leave + time[last * spotCount + item]!;
    if (arrival > visits.close[item]! + slack || !load(trail, depth, item)) return;
    leave = (arrival > visits.open[item]! ? arrival : visits.open[item]!) + service[item]!;
    last = item;
  }
}

function descend({ leaves, lasts, loads, tracked }: Trail, depth: number, leave: number, last: number): void {
  leaves[depth + 1] = leave;
  lasts[depth + 1] = last;
  for (let d = 0; d < tracked; d += 1) loads[(depth + 1) * tracked + d] = loads[depth * tracked + d]!;
}

/** Takes a visit on board; false if there is no room. */
function load({ state, loads, tracked, r }: Trail, depth: number, visit: number): boolean {
  const { visits, fleet } = state.model;
  for (let d = 0; d < tracked; d += 1) {
    loads[depth * tracked + d]! += visits.change[visit * tracked + d]!;
    if (loads[depth * tracked + d]! > fleet.capacity[r * tracked + d]! + slack) return false;
  }
  return true;
}

/** What is asked of the end only: sums of amounts, and the number of stops. */
function fits({ state, r, out, first, visits }: Trail, count: number): boolean {
  const { model, routes } = state;
  const { fleet, requests, dimensions } = model;
  let stops = routes.length[r]! + visits;
  for (let index = 0; index < count; index += 1) {
    stops -= requests.firstVisit[out[index]! + 1]! - requests.firstVisit[out[index]!]!;
  }
  if (stops > fleet.maxStops[r]!) return false;
  for (let d = 0; model.loadRule === 'total' && d < dimensions; d += 1) {
    let sum = routes.total[r * dimensions + d]! + amountOf(model, first, d);
    for (let index = 0; index < count; index += 1) sum -= amountOf(model, requests.firstVisit[out[index]!]!, d);
    if (sum > fleet.capacity[r * dimensions + d]! + slack) return false;
  }
  return true;
}

function keep({ found, out, r }: Trail, count: number, burden: number): void {
  found.vehicle = r;
  found.burden = burden;
  found.count = count;
  for (let index = 0; index < count; index += 1) found.requests[index] = out[index]!;
}
