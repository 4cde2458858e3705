import type { Model } from '../model/model.ts';
import { serviceSeconds } from './walk-step.ts';
import { COST_CHANGES, COST_FAIRNESS, COST_FIXED, COST_TOTAL, COST_WAY, COST_WINDOWS } from './walk-record.ts';
import type { WalkRecord } from './walk-record.ts';

/** Prices a scheduled route, part by part. Only parts of the last objective level go into the total. */
export function priceWalk(model: Model, walk: WalkRecord, r: number): void {
  const { fleet } = model;
  const { cost } = walk;
  const duration = walk.begin[walk.count + 1]! - walk.begin[0]!;
  cost[COST_WAY] = fleet.perDistance[r]! * walk.distance[0]! + fleet.perDuration[r]! * duration;
  if (fleet.perTravelTime[r]! > 0) cost[COST_WAY] += fleet.perTravelTime[r]! * travelTime(walk);
  cost[COST_FIXED] = fleet.fixedCost[r]!;
  cost[COST_WINDOWS] = missedWindows(model, walk);
  cost[COST_CHANGES] = changes(model, walk, r);
  cost[COST_TOTAL] = cost[COST_WAY] + cost[COST_FIXED] + cost[COST_WINDOWS] + cost[COST_CHANGES];
  cost[COST_FAIRNESS] = model.worth.secondLevel === 'fairness' ? unfairness(model, walk, duration) : 0;
}

/** Seconds under way. */
export function travelTime(walk: WalkRecord): number {
  let seconds = 0;
  for (let position = 1; position <= walk.count + 1; position += 1) seconds += walk.leg[position]!;
  return seconds;
}

/** Seconds between start and end in which nothing is done. */
export function waitingTime(model: Model, walk: WalkRecord, r: number): number {
  if (walk.count === 0) return 0;
  let seconds = walk.begin[walk.count + 1]! - walk.begin[0]! - travelTime(walk);
  for (let position = 1; position <= walk.count; position += 1) seconds -= serviceSeconds(model, walk, r, position);
  const { duration } = model.fleet.breaks[r]!;
  for (let pause = 0; pause < duration.length; pause += 1) if (walk.breakTaken[pause]) seconds -= duration[pause]!;
  return seconds;
}

function missedWindows(model: Model, walk: WalkRecord): number {
  const { hasPreferred, preferred } = model.visits;
  let cost = 0;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= model.visitCount || hasPreferred[item] === 0) continue;
    const early = preferred[item * 4]! - walk.begin[position]!;
    const late = walk.begin[position]! - preferred[item * 4 + 1]!;
    if (early > 0) cost += early * preferred[item * 4 + 2]!;
    if (late > 0) cost += late * preferred[item * 4 + 3]!;
  }
  return cost;
}

/** Stops that were told to another vehicle, stand in another order than told, or begin at another time. */
function changes(model: Model, walk: WalkRecord, r: number): number {
  const { toldVehicle, toldRank, toldAt, pricePerChange, pricePerShift } = model.ties;
  if (pricePerChange === 0 && pricePerShift === 0) return 0;
  let cost = 0;
  let rank = -1;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= model.visitCount || toldVehicle[item] === -1) continue;
    if (toldVehicle[item] !== r) {
      cost += pricePerChange;
      continue;
    }
    if (toldRank[item]! < rank) cost += pricePerChange;
    rank = toldRank[item]!;
    const shift = Math.abs(walk.begin[position]! - toldAt[item]!);
    if (shift > 0) cost += shift * pricePerShift;
  }
  return cost;
}

function unfairness(model: Model, walk: WalkRecord, duration: number): number {
  if (model.worth.fairnessBy === 'duration') return Math.floor(duration / model.worth.fairnessUnit) ** 2;
  let stops = 0;
  for (let position = 1; position <= walk.count; position += 1)
    if (walk.items[position]! < model.visitCount) stops += 1;
  return stops ** 2;
}
