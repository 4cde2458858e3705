import type { Model } from './model/model.ts';
import type { SearchState } from './search-state.ts';

/**
 * The visits search works on: all of them, or those of some routes that lie near each other while all others rest. What
 * is wrong with a large plan is wrong in one place or another; in one place at a time more is tried in the same time.
 */
export interface District {
  readonly visits: Int32Array;
  count: number;
}

/** Visits and routes a district has at least: fewer cannot be mixed, more is no quicker than the whole. */
const fewestVisits = 120;
const fewestRoutes = 8;
/** What is hardly larger than one district is not divided. */
const districtsLeast = 1.5;
/** From how many visits on a district may begin to look for its routes, if too few lie around the first. */
const startsMost = 20;

export function createDistrict(model: Model): District {
  return { visits: Int32Array.from({ length: model.visitCount }, (_, visit) => visit), count: model.visitCount };
}

/** Whether the present plan is large enough to be divided, and leaves nothing out. */
export function isDivisible(state: SearchState): boolean {
  return state.absent.count[0] === 0 && state.model.visitCount >= districtsLeast * districtSize(state);
}

function districtSize({ model, routes }: SearchState): number {
  const used = routes.usedOfKind.reduce((sum, count) => sum + count, 0);
  return Math.max(fewestVisits, (fewestRoutes * model.visitCount) / used);
}

/** No route rests any more. */
export function openAll({ model, routes, district }: SearchState): void {
  routes.restingOfKind.fill(0);
  for (let visit = 0; visit < model.visitCount; visit += 1) district.visits[visit] = visit;
  district.count = model.visitCount;
}

/** Lets all routes rest but those around a visit drawn at random, as many as make a district. */
export function openDistrict(state: SearchState): void {
  const { model, routes, random, district } = state;
  const { neighbors, neighborCount } = model.visits;
  const size = districtSize(state);
  openAll(state);
  district.count = 0;
  const isOpen = new Uint8Array(model.vehicleCount);
  let around = random.below(model.visitCount);
  for (let start = 0; start < startsMost && district.count < size; start += 1) {
    for (let rank = -1; rank < neighborCount && district.count < size; rank += 1) {
      const r = routes.routeOf[rank < 0 ? around : neighbors[around * neighborCount + rank]!]!;
      if (r < 0 || isOpen[r]) continue;
      isOpen[r] = 1;
      addVisits(state, r);
    }
    around = district.visits[random.below(district.count)]!;
  }
  for (let r = 0; r < model.vehicleCount; r += 1) if (!isOpen[r] && routes.length[r]! > 0) rest(state, r);
}

function addVisits({ model, routes, district }: SearchState, r: number): void {
  const from = r * routes.stride + 1;
  for (let slot = from; slot < from + routes.length[r]!; slot += 1) {
    const item = routes.items[slot]!;
    if (item >= model.visitCount) continue;
    district.visits[district.count] = item;
    district.count += 1;
  }
}

/** Puts a used vehicle in front of those of its kind that are not at rest. */
function rest({ model, routes }: SearchState, r: number): void {
  const { order, orderOf, kindFrom, restingOfKind } = routes;
  const kind = model.fleet.kindOf[r]!;
  const target = kindFrom[kind]! + restingOfKind[kind]!;
  restingOfKind[kind]! += 1;
  const other = order[target]!;
  order[orderOf[r]!] = other;
  orderOf[other] = orderOf[r]!;
  order[target] = r;
  orderOf[r] = target;
}

export function isResting({ model, routes }: SearchState, r: number): boolean {
  const kind = model.fleet.kindOf[r]!;
  return routes.orderOf[r]! < routes.kindFrom[kind]! + routes.restingOfKind[kind]!;
}
