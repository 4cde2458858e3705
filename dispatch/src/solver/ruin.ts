import { isResting } from './district.ts';
import { closeRoute } from './find-place.ts';
import { addRequest } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { touchRoute } from './undo.ts';

/** How much one ruin takes out. */
export interface RuinSize {
  /** Mean number of visits removed. */
  mean: number;
  /** Longest string. */
  longest: number;
  /** Chance to leave one more visit standing inside a string. */
  keepMore: number;
}

/** Share of strings that keep some visits inside. */
const splitShare = 0.5;
/** Routes up to this length may go as a whole: in a small plan little else is left to try. */
const wholeUpTo = 5;

/**
 * Takes strings of visits out of a few routes that lie near each other, as Christiaens and Vanden Berghe (2020)
 * do: what is gone side by side can come back side by side, in another route. Requests go as a whole, with the
 * visits they have elsewhere.
 */
export function ruin(state: SearchState, size: RuinSize): void {
  const { model, routes, random, undo, district } = state;
  const { visitCount } = model;
  const usedRoutes = routes.usedOfKind.reduce((sum, used) => sum + used, 0);
  if (usedRoutes === 0) return;
  const meanRoute = (visitCount - state.absent.count[0]!) / usedRoutes;
  const longest = Math.max(1, Math.min(size.longest, Math.max(wholeUpTo, meanRoute)));
  const most = (4 * size.mean) / (1 + longest) - 1;
  const strings = Math.floor(random.unit() * most + 1);
  const { neighbors, neighborCount } = model.visits;
  const seed = district.visits[random.below(district.count)]!;
  let done = 0;
  for (let rank = -1; rank < neighborCount && done < strings; rank += 1) {
    const visit = rank < 0 ? seed : neighbors[seed * neighborCount + rank]!;
    const r = routes.routeOf[visit]!;
    if (r < 0 || undo.isTouched[r] || isResting(state, r)) continue;
    const most = Math.min(routes.length[r]!, longest);
    const length = Math.floor(random.unit() * most + 1);
    touchRoute(model, routes, undo, r);
    removeString(state, r, visit, Math.min(length, routes.length[r]!), size.keepMore);
    done += 1;
  }
  for (let index = 0; index < undo.count; index += 1) closeRoute(state, undo.touched[index]!);
}

/** A string that holds `visit`; half of the time longer, with a part of it left standing. */
function removeString(state: SearchState, r: number, visit: number, length: number, keepMore: number): void {
  const { routes, random } = state;
  const count = routes.length[r]!;
  let kept = 0;
  if (length > 1 && length < count && random.unit() < splitShare) {
    kept = 1;
    while (length + kept < count && random.unit() < keepMore) kept += 1;
  }
  const span = length + kept;
  const from = r * routes.stride + 1;
  const position = routes.slotOf[visit]! - from;
  const earliest = Math.max(0, position - span + 1);
  const latest = Math.min(position, count - span);
  const start = from + earliest + random.below(latest - earliest + 1);
  const keepFrom = kept > 0 ? start + 1 + random.below(length - 1) : start + span;
  for (let slot = start; slot < start + span; slot += 1) {
    if (slot >= keepFrom && slot < keepFrom + kept) continue;
    const item = routes.items[slot]!;
    if (item < state.model.visitCount) removeRequest(state, state.model.visits.requestOf[item]!);
  }
}

/** Takes all visits of a request off their routes; the gaps are closed later, once per route. */
export function removeRequest(state: SearchState, q: number): void {
  const { model, routes, undo } = state;
  if (model.requests.pinned[q] || state.absent.at[q]! >= 0) return;
  for (let visit = model.requests.firstVisit[q]!; visit < model.requests.firstVisit[q + 1]!; visit += 1) {
    const r = routes.routeOf[visit]!;
    if (r >= 0) touchRoute(model, routes, undo, r);
    routes.routeOf[visit] = -1;
  }
  addRequest(state.absent, q);
  state.cost[1]! += state.penalty[q]!;
  // Those that must share a vehicle can only move together.
  const group = model.ties.together[q]!;
  if (group >= 0) for (const member of model.ties.togetherMembers[group]!) removeRequest(state, member);
}
