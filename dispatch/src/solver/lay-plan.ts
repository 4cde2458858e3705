import { stopId, stopsOf } from '../problem.ts';
import type { Plan } from '../plan.ts';
import { closeRoute, insertVisit } from './find-place.ts';
import type { Model } from './model/model.ts';
import { growStride, refreshRoute } from './routes.ts';
import { addRequest, dropRequest } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { takeVisit } from './take-visit.ts';
import { settleCoupling } from './walk/coupling.ts';
import { layRoute } from './walk/settle-route.ts';
import { walkRoute } from './walk/walk-route.ts';

/** Fills an empty state: what is locked, then what the given plan says, as far as it keeps the rules. */
export function layPlan(state: SearchState, plan: Plan | undefined): void {
  const { model, routes } = state;
  for (let q = 0; q < model.requestCount; q += 1) {
    addRequest(state.absent, q);
    state.cost[1]! += state.penalty[q]!;
  }
  const planned = plan ? itemsOfPlan(model, plan) : [];
  for (let r = 0; r < model.vehicleCount; r += 1) layItems(state, r, mergeLocked(model, r, planned[r] ?? []));
  for (let r = 0; r < model.vehicleCount; r += 1) completePinned(state, r);
  for (let q = 0; q < model.requestCount; q += 1) takeIfServed(state, q);
  for (let r = 0; r < model.vehicleCount; r += 1) mendRoute(state, r);
  state.cost[0] = routes.cost.reduce((sum, cost) => sum + cost, 0);
  while (!settleCoupling(state)) dropOneBound(state);
}

/** Sequence items of each vehicle in a plan: visits, and reload spots. Jobs that are not all there are left out. */
function itemsOfPlan(model: Model, plan: Plan): number[][] {
  const { problem } = model;
  const visitsByStop = visitsByStopId(model);
  const vehicleById = new Map(problem.vehicles.map((vehicle, index) => [vehicle.id, index]));
  const result: number[][] = problem.vehicles.map(() => []);
  for (const route of plan.routes) {
    const r = vehicleById.get(route.vehicle);
    if (r === undefined) continue;
    for (const entry of route.entries) {
      const visit = entry.kind === 'stop' ? takeVisit(model, visitsByStop.get(entry.id ?? '') ?? [], r) : undefined;
      const suits =
        visit !== undefined && model.requests.compatible[model.visits.requestOf[visit]! * model.vehicleCount + r] === 1;
      if (suits) result[r]!.push(visit);
      const reload = entry.kind === 'reload' ? (problem.vehicles[r]!.reload?.places.indexOf(entry.place) ?? -1) : -1;
      if (reload >= 0) result[r]!.push(model.fleet.reloadSpots[r]![reload]!);
    }
  }
  return result;
}

/** The visits of a crew share one stop id: each appearance takes the next of them. */
export function visitsByStopId(model: Model): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const [q, job] of model.problem.jobs.entries()) {
    const first = model.requests.firstVisit[q]!;
    const count = model.requests.firstVisit[q + 1]! - first;
    const stops = stopsOf(job).length;
    for (let index = 0; index < count; index += 1) {
      const id = stopId(job, stops === count ? index : 0);
      result.set(id, [...(result.get(id) ?? []), first + index]);
    }
  }
  return result;
}

/** The locked beginning stands first, whatever the plan says; the plan's other items follow. */
function mergeLocked(model: Model, r: number, planned: readonly number[]): number[] {
  const locked = [...model.fleet.locked[r]!];
  const lockedVisits = new Set(
    model.fleet.locked.flatMap((items) => [...items].filter((item) => item < model.visitCount)),
  );
  const lockedReloads = locked.filter((item) => item >= model.visitCount).length;
  let reloads = 0;
  const rest = planned.filter((item) => {
    if (item < model.visitCount) return !lockedVisits.has(item);
    reloads += 1;
    return reloads > lockedReloads;
  });
  return [...locked, ...rest];
}

function layItems(state: SearchState, r: number, items: readonly number[]): void {
  const { model, routes } = state;
  while (items.length + 4 > routes.stride) growStride(model, routes);
  const from = r * routes.stride;
  for (const [index, item] of items.entries()) routes.items[from + 1 + index] = item;
  routes.length[r] = items.length;
  refreshRoute(model, routes, r);
}

/** A carry job whose pickup is locked must end in this vehicle: what is missing of it goes where it fits best. */
function completePinned(state: SearchState, r: number): void {
  const { model, routes } = state;
  for (const item of model.fleet.locked[r]!) {
    const q = model.visits.requestOf[item];
    if (q === undefined || !model.visits.isCarried[item]) continue;
    for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
      if (routes.routeOf[visit]! < 0) insertVisit(state, visit, r, bestSpot(state, r, visit));
    }
  }
}

function bestSpot(state: SearchState, r: number, visit: number): number {
  const { model, routes, walk } = state;
  let best = Infinity;
  let bestAfter = routes.length[r]!;
  for (let after = model.fleet.locked[r]!.length; after <= routes.length[r]!; after += 1) {
    layRoute(state, r);
    for (let index = walk.count; index > after; index -= 1) walk.items[index + 1] = walk.items[index]!;
    walk.items[after + 1] = visit;
    walk.count += 1;
    if (walkRoute(model, walk, r, state.outside, false) && walk.cost[0]! < best) {
      best = walk.cost[0]!;
      bestAfter = after;
    }
  }
  return bestAfter;
}

/** A request all of whose visits stand on routes (a carry job's on one) is served; otherwise none of them stays. */
function takeIfServed(state: SearchState, q: number): void {
  const { model, routes } = state;
  const first = model.requests.firstVisit[q]!;
  const beyond = model.requests.firstVisit[q + 1]!;
  let whole = true;
  for (let visit = first; visit < beyond; visit += 1) {
    const r = routes.routeOf[visit]!;
    if (r < 0 || (model.visits.isCarried[visit] && r !== routes.routeOf[first])) whole = false;
  }
  if (whole) {
    dropRequest(state.absent, q);
    state.cost[1]! -= state.penalty[q]!;
  } else for (let visit = first; visit < beyond; visit += 1) routes.routeOf[visit] = -1;
}

/** Takes out of a route what keeps it from being possible, the longest detours first. */
function mendRoute(state: SearchState, r: number): void {
  const { routes } = state;
  closeRoute(state, r);
  while (!isPossible(state, r)) {
    const q = mostHinderingRequest(state, r);
    if (q < 0) break;
    expel(state, q);
  }
  // What is locked may run late by itself: then nothing more fits in, but it still has a finite price.
  if (routes.cost[r] === Infinity) routes.cost[r] = 0;
}

function isPossible(state: SearchState, r: number): boolean {
  layRoute(state, r);
  return walkRoute(state.model, state.walk, r, state.outside, false);
}

/** The request without which the route is possible; else the one with the longest detour; -1 if none may go. */
function mostHinderingRequest(state: SearchState, r: number): number {
  const { model, routes, walk } = state;
  const from = r * routes.stride;
  let hindering = -1;
  let longest = -1;
  for (let slot = from + 1; slot <= from + routes.length[r]!; slot += 1) {
    const item = routes.items[slot]!;
    if (item >= model.visitCount || model.requests.pinned[model.visits.requestOf[item]!]) continue;
    const q = model.visits.requestOf[item]!;
    layRoute(state, r);
    let kept = 0;
    for (let index = 1; index <= walk.count; index += 1) {
      const other = walk.items[index]!;
      if (other < model.visitCount && model.visits.requestOf[other] === q) continue;
      walk.items[++kept] = other;
    }
    walk.count = kept;
    if (walkRoute(model, walk, r, state.outside, false)) return q;
    const detour = routes.legTime[slot - 1]! + routes.legTime[slot]!;
    if (detour <= longest) continue;
    longest = detour;
    hindering = q;
  }
  return hindering;
}

/** Takes a request off all routes it is on. */
function expel(state: SearchState, q: number): void {
  const { model, routes } = state;
  const touched = new Set<number>();
  for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
    if (routes.routeOf[visit]! >= 0) touched.add(routes.routeOf[visit]!);
    routes.routeOf[visit] = -1;
  }
  for (const r of touched) closeRoute(state, r);
  addRequest(state.absent, q);
  state.cost[1]! += state.penalty[q]!;
}

/** Routes that cannot wait for each other: without one of the bound requests they may. */
function dropOneBound(state: SearchState): void {
  const { model, routes } = state;
  for (let visit = 0; visit < model.visitCount; visit += 1) {
    const q = model.visits.requestOf[visit]!;
    if (!model.ties.isBound[visit] || routes.routeOf[visit]! < 0 || model.requests.pinned[q]) continue;
    expel(state, q);
    state.cost[0] = routes.cost.reduce((sum, cost) => sum + cost, 0);
    return;
  }
  throw new Error('routes that are locked cannot wait for each other');
}
