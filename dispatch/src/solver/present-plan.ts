import type { CostBreakdown, Plan, Route, RouteEntry } from '../plan.ts';
import type { BestPlan } from './best-plan.ts';
import type { Model } from './model/model.ts';
import { layBest } from './lay-best.ts';
import { costOfSkipping } from './objective.ts';
import { createSearchState } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { settleCoupling } from './walk/coupling.ts';
import { layRoute } from './walk/settle-route.ts';
import { travelTime } from './walk/walk-cost.ts';
import { COST_CHANGES, COST_FAIRNESS, COST_FIXED, COST_WAY, COST_WINDOWS } from './walk/walk-record.ts';
import { walkRoute } from './walk/walk-route.ts';

/** Makes readable plans out of kept ones. Works on a state of its own, so the search it serves is not disturbed. */
export type Presenter = (best: BestPlan) => Plan;

export function createPresenter(model: Model): Presenter {
  const state = createSearchState(model, 0, false);
  return (best) => {
    layBest(state, best);
    return presentPlan(state, startsMayBeLate(state));
  };
}

/**
 * Coupled routes are settled with the late starts that are presented, or a crew could be shown beginning at different
 * times. Where late starts and waiting for each other do not go together, the early ones do: search settled them.
 */
function startsMayBeLate(state: SearchState): boolean {
  if (settleCoupling(state, true)) return true;
  settleCoupling(state, false);
  return false;
}

function presentPlan(state: SearchState, startLate: boolean): Plan {
  const { model, walk, absent } = state;
  const { problem, worth } = model;
  const routes: Route[] = [];
  const cost = { way: 0, fixed: 0, windows: 0, skipped: 0, changes: 0 };
  let second = 0;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    layRoute(state, r);
    if (walk.count === 0) continue;
    walkRoute(model, walk, r, state.outside, startLate);
    cost.way += walk.cost[COST_WAY]!;
    cost.fixed += walk.cost[COST_FIXED]!;
    cost.windows += walk.cost[COST_WINDOWS]!;
    cost.changes += walk.cost[COST_CHANGES]!;
    second +=
      worth.secondLevel === 'fairness'
        ? walk.cost[COST_FAIRNESS]!
        : worth.secondLevel === 'people'
          ? model.fleet.people[r]!
          : 1;
    routes.push(presentRoute(state, r));
  }
  const tiers = Array.from({ length: worth.tierCount }, () => 0);
  const unserved = Array.from(model.requestOfJob)
    .filter((q) => absent.at[q]! >= 0)
    .map((q) => problem.jobs[q]!.id);
  for (let q = 0; q < model.requestCount; q += 1) {
    if (absent.at[q]! < 0) continue;
    if (worth.tier[q]! >= 0) tiers[worth.tier[q]!]! += worth.weight[q]!;
    cost.skipped += worth.skipCost[q]!;
    cost.changes += costOfSkipping(model, q) - worth.skipCost[q]!;
  }
  const breakdown: CostBreakdown = {
    ...cost,
    total: cost.way + cost.fixed + cost.windows + cost.skipped + cost.changes,
  };
  const levels = worth.secondLevel === 'none' ? [] : [second];
  return { routes, unserved, objective: [...tiers, ...levels, breakdown.total], cost: breakdown };
}

function presentRoute(state: SearchState, r: number): Route {
  const { model, walk } = state;
  const entries: RouteEntry[] = [];
  const load = tripLoad(state, 1);
  for (let position = 0; position <= walk.count + 1; position += 1) {
    const before = breakEntries(state, r, position, 0, load);
    const after = breakEntries(state, r, position, 1, load);
    entries.push(...before, ...after);
    const { kind, item } = kindAt(state, position);
    const arriveAt = walk.arrive[position]!;
    const place = placeAt(state, r, position);
    changeLoad(state, position, load);
    entries.push({
      kind,
      place,
      ...(kind === 'stop'
        ? { job: model.problem.jobs[model.visits.requestOf[item]!]!.id, id: model.visits.ids[item]! }
        : {}),
      arriveAt,
      startAt: walk.begin[position]!,
      departAt: walk.depart[position]!,
      load: [...load],
    });
  }
  return {
    vehicle: model.problem.vehicles[r]!.id,
    entries,
    startAt: walk.begin[0]!,
    endAt: walk.begin[walk.count + 1]!,
    distance: walk.distance[0]!,
    travelTime: travelTime(walk),
  };
}

function kindAt(state: SearchState, position: number): { kind: RouteEntry['kind']; item: number } {
  const { walk, model } = state;
  if (position === 0) return { kind: 'start', item: -1 };
  if (position > walk.count) return { kind: 'end', item: -1 };
  const item = walk.items[position]!;
  return { kind: item < model.visitCount ? 'stop' : 'reload', item };
}

/** An open start stands at the first stop, an open end at the last. */
function placeAt(state: SearchState, r: number, position: number): string {
  const { model, walk } = state;
  const { problem } = model;
  const vehicle = problem.vehicles[r]!;
  if (position === 0) return vehicle.start ?? placeAt(state, r, 1);
  if (position > walk.count) return vehicle.end ?? placeAt(state, r, walk.count);
  return problem.places[model.placeOf[walk.items[position]!]!]!.id;
}

function breakEntries(
  state: SearchState,
  r: number,
  position: number,
  atEnd: number,
  load: readonly number[],
): RouteEntry[] {
  const { model, walk } = state;
  const breaks = model.problem.vehicles[r]!.breaks ?? [];
  const result: RouteEntry[] = [];
  for (const [index, pause] of breaks.entries()) {
    if (!walk.breakTaken[index] || walk.breakInto[index] !== position || walk.breakAtEnd[index] !== atEnd) continue;
    const startAt = walk.breakAt[index]!;
    const previous = result.at(-1)?.departAt;
    result.push({
      kind: 'break',
      place: placeAt(state, r, atEnd ? position : position - 1),
      id: pause.id,
      arriveAt: previous ?? walk.breakArrive[index]!,
      startAt,
      departAt: startAt + pause.duration,
      load: [...load],
    });
  }
  return result;
}

/** What is on board when a trip starts: all that it will deliver from the depot. */
function tripLoad(state: SearchState, from: number): number[] {
  const { model, walk } = state;
  const load = Array.from({ length: model.dimensions }, () => 0);
  for (let position = from; position <= walk.count && walk.items[position]! < model.visitCount; position += 1) {
    for (let d = 0; d < model.dimensions; d += 1)
      load[d]! += model.visits.fromDepot[walk.items[position]! * model.dimensions + d]!;
  }
  return load;
}

function changeLoad(state: SearchState, position: number, load: number[]): void {
  const { model, walk } = state;
  if (position === 0 || position > walk.count) return;
  const item = walk.items[position]!;
  if (item < model.visitCount) {
    for (let d = 0; d < model.dimensions; d += 1) load[d]! += model.visits.change[item * model.dimensions + d]!;
    return;
  }
  const next = tripLoad(state, position + 1);
  const carried = carriedAt(state, position);
  for (let d = 0; d < model.dimensions; d += 1) load[d] = carried[d]! + next[d]!;
}

/** Goods under way from stop to stop: they stay on board over a reload. */
function carriedAt(state: SearchState, position: number): number[] {
  const { model, walk } = state;
  const carried = Array.from({ length: model.dimensions }, () => 0);
  for (let before = 1; before < position; before += 1) {
    const item = walk.items[before]!;
    if (item >= model.visitCount || !model.visits.isCarried[item]) continue;
    for (let d = 0; d < model.dimensions; d += 1) carried[d]! += model.visits.change[item * model.dimensions + d]!;
  }
  return carried;
}
