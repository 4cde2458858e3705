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
  /** For each visit, the visits that can raise its floor. */
  readonly heardFrom: readonly Int32Array[];
  /** Begins of coupled visits as last settled. */
  readonly begin: Float64Array;
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
  const heardFrom: number[][] = bonds.map(() => []);
  for (const [visit, list] of bonds.entries()) for (const bond of list) heardFrom[bond.visit]!.push(visit);
  return {
    heardFrom: heardFrom.map((visits) => Int32Array.from(new Set(visits))),
    begin: new Float64Array(model.visitCount),
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
 * other in time; then the caller must take something out and settle again. `startLate` as in `walkRoute`.
 */
export function settleCoupling(state: SearchState, startLate = false): boolean {
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
    if (!walkRoute(model, state.walk, r, outside, startLate)) return false;
    if (!locksHold(state)) return false;
    touchRoute(model, routes, state.undo, r);
    const price = walkPrice(state, r);
    state.cost[0]! += price - routes.cost[r]!;
    routes.cost[r] = price;
    routes.unfairness[r] = state.walk.cost[COST_FAIRNESS]!;
    count = spread(state, r, count);
  }
  return count === 0;
}

/** What is locked cannot wait for others. */
function locksHold(state: SearchState): boolean {
  const { model, walk, outside } = state;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item < model.visitCount && model.visits.isLocked[item] && outside![item]! > walk.begin[position]! + slack)
      return false;
  }
  return true;
}

/** Tells the routes of bound visits when this route's visits begin; queues those that must move. */
function spread(state: SearchState, r: number, queued: number): number {
  const { model, routes, coupling, outside, walk } = state;
  let count = queued;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= model.visitCount) continue;
    coupling!.begin[item] = walk.begin[position]!;
    for (const bond of coupling!.bonds[item]!) {
      const other = routes.routeOf[bond.visit]!;
      // What is locked on both sides is as it is.
      if (other < 0 || (model.visits.isLocked[item] && model.visits.isLocked[bond.visit])) continue;
      const floor = floorBy(state, bond, item, r, other);
      if (floor <= outside![bond.visit]! + slack) continue;
      outside![bond.visit] = floor;
      if (coupling!.isQueued[other]) continue;
      coupling!.isQueued[other] = 1;
      coupling!.queue[count++] = other;
    }
  }
  return count;
}

/** The earliest begin of the bond's visit in route `other`, given when `visit` begins in route r. */
function floorBy(state: SearchState, bond: Bond, visit: number, r: number, other: number): number {
  const { model, coupling } = state;
  const service = model.visits.service[model.fleet.kindOf[r]!]![visit]!;
  const own = model.visits.service[model.fleet.kindOf[other]!]![bond.visit]!;
  return coupling!.begin[visit]! + bond.afterService * service + bond.least - bond.lessOwnService * own;
}

/**
 * Before a bound request is placed: what its partners' present times mean for it, so that the search for a place
 * does not run after places that cannot hold. (In the vehicle with the longest service; settling is exact.)
 */
export function foreseeFloors(state: SearchState, q: number): void {
  const { model, coupling, outside, routes } = state;
  for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
    let floor = -Infinity;
    for (const partner of coupling!.heardFrom[visit]!) {
      const r = routes.routeOf[partner]!;
      if (r < 0) continue;
      for (const bond of coupling!.bonds[partner]!) {
        if (bond.visit === visit) floor = Math.max(floor, floorBy(state, bond, partner, r, r));
      }
    }
    outside![visit] = floor;
  }
}

/** After it found no place: it imposes nothing and bears nothing. */
export function forgetFloors(state: SearchState, q: number): void {
  const { firstVisit } = state.model.requests;
  state.outside!.fill(-Infinity, firstVisit[q], firstVisit[q + 1]);
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
