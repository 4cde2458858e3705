import type { Model } from '../model/model.ts';
import { CREW } from '../model/model.ts';
import { slack } from '../place.ts';
import type { SearchState } from '../search-state.ts';
import { touchRoute } from '../undo.ts';
import { layRoute } from './settle-route.ts';
import { walkPrice } from './walk-price.ts';
import { COST_FAIRNESS } from './walk-record.ts';
import { walkRoute } from './walk-route.ts';

/**
 * Routes that wait for each other: crews that must begin together, jobs with a gap between them. As within a route,
 * every rule says "no earlier than", so the earliest common schedule is found by raising floors route after route
 * until nothing moves; if some route then breaks a rule, every schedule does.
 */
export interface Coupling {
  /** Visits whose time another route can hear about. */
  readonly isCoupled: Uint8Array;
  /** Coupled visits that are told each visit's begin, and the bounds: see `Bond`. */
  readonly bonds: readonly (readonly Bond[])[];
  readonly queue: Int32Array;
  readonly isQueued: Uint8Array;
}

/** When the owner begins at b (service s), `visit` begins no earlier than b + s * `afterService` + `least`. */
interface Bond {
  readonly visit: number;
  readonly afterService: number;
  readonly least: number;
  /** The visit's own service is part of the distance (turned-around upper limit). */
  readonly lessOwnService: number;
}

const roundsPerRoute = 40;

export function createCoupling(model: Model): Coupling {
  const bonds: Bond[][] = Array.from({ length: model.visitCount }, () => []);
  const { firstVisit, shape } = model.requests;
  for (let q = 0; q < model.requestCount; q += 1) {
    if (shape[q] !== CREW) continue;
    for (let one = firstVisit[q]!; one < firstVisit[q + 1]!; one += 1) {
      for (let other = firstVisit[q]!; other < firstVisit[q + 1]!; other += 1) {
        if (one !== other) bonds[one]!.push({ visit: other, afterService: 0, least: 0, lessOwnService: 0 });
      }
    }
  }
  for (const gap of model.ties.gaps) {
    // A gap counts from the end of the first job's last stop to the beginning of the second's first one. Which of
    // several pickups comes first is open: binding each of them is on the safe side.
    for (const from of endVisits(model, gap.first)) {
      for (const to of beginVisits(model, gap.second)) {
        if (gap.atLeast > -Infinity)
          bonds[from]!.push({ visit: to, afterService: 1, least: gap.atLeast, lessOwnService: 0 });
        if (gap.atMost < Infinity)
          bonds[to]!.push({ visit: from, afterService: 0, least: -gap.atMost, lessOwnService: 1 });
      }
    }
  }
  return {
    isCoupled: Uint8Array.from(bonds, (list) => Number(list.length > 0)),
    bonds,
    queue: new Int32Array(model.vehicleCount),
    isQueued: new Uint8Array(model.vehicleCount),
  };
}

function endVisits(model: Model, q: number): number[] {
  const { firstVisit, shape } = model.requests;
  const last = firstVisit[q + 1]! - 1;
  return shape[q] === CREW ? range(firstVisit[q]!, last) : [last];
}

function beginVisits(model: Model, q: number): number[] {
  const { firstVisit, shape } = model.requests;
  const last = firstVisit[q + 1]! - 1;
  if (shape[q] === CREW) return range(firstVisit[q]!, last);
  return last === firstVisit[q]! ? [last] : range(firstVisit[q]!, last - 1);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/**
 * Works out `state.outside` and the cost of every coupled route anew. False if the routes cannot wait for each
 * other in time; then the caller must take something out and settle again.
 */
export function settleCoupling(state: SearchState): boolean {
  const { model, routes, coupling, outside } = state;
  if (coupling === null || outside === null) return true;
  outside.fill(-Infinity);
  let count = 0;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    coupling.isQueued[r] = Number(isCoupledRoute(state, r));
    if (coupling.isQueued[r]) coupling.queue[count++] = r;
  }
  const most = count * roundsPerRoute;
  for (let round = 0; round < most && count > 0; round += 1) {
    const r = coupling.queue[0]!;
    count -= 1;
    coupling.queue.copyWithin(0, 1, count + 1);
    coupling.isQueued[r] = 0;
    layRoute(state, r);
    if (!walkRoute(model, state.walk, r, outside, false)) return false;
    touchRoute(model, routes, state.undo, r);
    const price = walkPrice(state);
    state.cost[0]! += price - routes.cost[r]!;
    routes.cost[r] = price;
    routes.unfairness[r] = state.walk.cost[COST_FAIRNESS]!;
    count = spread(state, r, count);
  }
  return count === 0;
}

/** Tells the routes of bound visits when this route's visits begin; queues those that must move. */
function spread(state: SearchState, r: number, queued: number): number {
  const { model, routes, coupling, outside, walk } = state;
  let count = queued;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= model.visitCount) continue;
    for (const bond of coupling!.bonds[item]!) {
      const other = routes.routeOf[bond.visit]!;
      if (other < 0) continue;
      const service = model.visits.service[model.fleet.kindOf[r]!]![item]!;
      const own = model.visits.service[model.fleet.kindOf[other]!]![bond.visit]!;
      const floor = walk.begin[position]! + bond.afterService * service + bond.least - bond.lessOwnService * own;
      if (floor <= outside![bond.visit]! + slack) continue;
      outside![bond.visit] = floor;
      if (coupling!.isQueued[other]) continue;
      coupling!.isQueued[other] = 1;
      coupling!.queue[count++] = other;
    }
  }
  return count;
}

/** Whether some visit of the route is bound to another route's. */
export function isCoupledRoute(state: SearchState, r: number): boolean {
  const { model, routes, coupling } = state;
  if (coupling === null) return false;
  const from = r * routes.stride;
  for (let slot = from + 1; slot <= from + routes.length[r]!; slot += 1) {
    const item = routes.items[slot]!;
    if (item < model.visitCount && coupling.isCoupled[item]) return true;
  }
  return false;
}
