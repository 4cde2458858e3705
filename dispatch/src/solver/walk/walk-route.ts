import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import { keepsCarryRules } from './carry-rules.ts';
import { scheduleEarliest } from './time-walk.ts';
import { priceWalk } from './walk-cost.ts';
import { COST_TOTAL } from './walk-record.ts';
import type { WalkRecord } from './walk-record.ts';

/**
 * The exact judgment of one route: whether the items in `walk` can be done in that order by vehicle r, when, and at
 * what cost. Takes time in proportion to the route's length, so search asks it only about places that the
 * constant-time tests let through.
 *
 * `outside`: by visit, earliest beginnings imposed by other routes; null if there are none.
 * `startLate`: put off the route's start as far as costs nothing, so that waiting is done at home.
 */
export function walkRoute(
  model: Model,
  walk: WalkRecord,
  r: number,
  outside: Float64Array | null,
  startLate: boolean,
): boolean {
  walk.cost.fill(0);
  walk.distance[0] = 0;
  if (walk.count === 0) return true;
  walk.forgiving = isAllPinned(model, walk, r);
  if (!keepsCarryRules(model, walk, r) && !walk.forgiving) return false;
  layFloors(model, walk, outside);
  if (!scheduleEarliest(model, walk, r)) return false;
  const late = startLate || model.fleet.perDuration[r]! > 0 || model.worth.fairnessBy === 'duration';
  if (late) putOffStart(model, walk, r);
  priceWalk(model, walk, r);
  if (hasWishes(model, walk, r)) tryWishes(model, walk, r, late);
  return true;
}

/** Only requests that are locked, at least in part. */
function isAllPinned(model: Model, walk: WalkRecord, r: number): boolean {
  if (model.fleet.locked[r]!.length === 0) return false;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item < model.visitCount && model.requests.pinned[model.visits.requestOf[item]!] === 0) return false;
  }
  return true;
}

function layFloors(model: Model, walk: WalkRecord, outside: Float64Array | null): void {
  walk.floor.fill(-Infinity, 0, walk.count + 2);
  if (outside === null) return;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item < model.visitCount) walk.floor[position] = outside[item]!;
  }
}

/**
 * Starts as late as possible with the same end (forward time slack, after Savelsbergh 1992): each beginning can
 * slip by what its window leaves, or by the waiting before the next one plus that one's own room.
 */
function putOffStart(model: Model, walk: WalkRecord, r: number): void {
  const { fleet } = model;
  const begin = walk.begin[0]!;
  const end = walk.begin[walk.count + 1]!;
  // A route without a first time starts nowhere in particular: then move it as a whole to where time begins.
  const origin = model.problem.now ?? 0;
  const adrift = begin < origin && begin <= dawnish;
  measureRoom(model, walk, r, adrift ? fleet.shiftTo[r]! - end : 0);
  const paid = fleet.perDuration[r]! > 0 || model.worth.fairnessBy === 'duration';
  // Unpaid time is better kept as slack: then only the wait for the first stop is spent at home.
  if (!paid && !adrift) walk.room[0] = Math.min(walk.room[0]!, walk.begin[1]! - walk.arrive[1]!);
  const put = adrift ? Math.min(walk.room[0]!, Math.max(0, origin - begin)) : walk.room[0]!;
  if (!(put > slack) || put === Infinity) return;
  walk.floor[0] = begin + put;
  if (scheduleEarliest(model, walk, r) && (adrift || walk.begin[walk.count + 1]! <= end + slack)) return;
  // With hour factors a later start may meet slower traffic: stay with the earliest.
  walk.floor[0] = begin;
  scheduleEarliest(model, walk, r);
}

const dawnish = -1e8;

function measureRoom(model: Model, walk: WalkRecord, r: number, atEnd: number): void {
  const { visits, visitCount, ties, fleet } = model;
  let room = atEnd;
  walk.room[walk.count + 1] = room;
  for (let position = walk.count; position >= 0; position -= 1) {
    const waiting = breakInto(walk, position + 1) ? 0 : walk.begin[position + 1]! - walk.arrive[position + 1]!;
    room = breakInto(walk, position + 1) ? 0 : room + waiting;
    const item = walk.items[position]!;
    if (position > 0 && item < visitCount) {
      const begin = walk.begin[position]!;
      room = Math.min(room, windowEnd(model, item, begin) - begin);
      if (ties.isBound[item]) room = 0;
      if (visits.hasPreferred[item]) room = Math.min(room, Math.max(0, visits.preferred[item * 4 + 1]! - begin));
      if (ties.pricePerShift > 0 && ties.toldVehicle[item] === r)
        room = Math.min(room, Math.max(0, ties.toldAt[item]! - begin));
    }
    if (position > 0 && position <= fleet.locked[r]!.length) room = 0;
    walk.room[position] = room;
  }
}

function breakInto(walk: WalkRecord, position: number): boolean {
  for (let pause = 0; pause < walk.breakTaken.length; pause += 1) {
    if (walk.breakTaken[pause] && walk.breakInto[pause] === position) return true;
  }
  return false;
}

/** End of the window in which a service that begins then lies. */
function windowEnd(model: Model, visit: number, begin: number): number {
  const { windowFrom, windows } = model.visits;
  for (let edge = windowFrom[visit]! * 2; edge < windowFrom[visit + 1]! * 2; edge += 2) {
    if (begin <= windows[edge + 1]! + slack) return windows[edge + 1]!;
  }
  return begin;
}

/** Something on the route would rather begin later than it could. */
function hasWishes(model: Model, walk: WalkRecord, r: number): boolean {
  for (let position = 1; position <= walk.count; position += 1) {
    if (wishedBegin(model, walk.items[position]!, r) > walk.begin[position]! + slack) return true;
  }
  return false;
}

function wishedBegin(model: Model, item: number, r: number): number {
  if (item >= model.visitCount) return -Infinity;
  const { visits, ties } = model;
  let wished = -Infinity;
  if (visits.hasPreferred[item] && visits.preferred[item * 4 + 2]! > 0) wished = visits.preferred[item * 4]!;
  const told = ties.pricePerShift > 0 && ties.toldVehicle[item] === r ? ties.toldAt[item]! : -Infinity;
  return told > wished ? told : wished;
}

/**
 * Waiting for preferred or told times is worth it where what comes later is not made late. For each stop, from the
 * last to the first, two delays are tried: as long as nothing later suffers, and in full; what makes the route
 * cheaper is kept. Exact for one such stop; for several it is a good schedule, not always the best.
 */
function tryWishes(model: Model, walk: WalkRecord, r: number, late: boolean): void {
  let best = walk.cost[COST_TOTAL]!;
  for (let position = walk.count; position >= 1; position -= 1) {
    const wished = wishedBegin(model, walk.items[position]!, r);
    if (!(wished > walk.begin[position]! + slack)) continue;
    measureRoom(model, walk, r, model.fleet.shiftTo[r]! - walk.begin[walk.count + 1]!);
    const harmless = Math.min(wished, walk.begin[position]! + walk.room[position]!);
    for (const begin of harmless < wished ? [harmless, wished] : [wished]) {
      const before = walk.floor[position]!;
      walk.floor[position] = begin;
      const fits = scheduleEarliest(model, walk, r) && putOffIfAsked(model, walk, r, late);
      if (fits) priceWalk(model, walk, r);
      if (fits && walk.cost[COST_TOTAL]! < best - slack) best = walk.cost[COST_TOTAL]!;
      else walk.floor[position] = before;
    }
    scheduleEarliest(model, walk, r);
  }
  putOffIfAsked(model, walk, r, late);
  priceWalk(model, walk, r);
}

function putOffIfAsked(model: Model, walk: WalkRecord, r: number, late: boolean): true {
  if (late) putOffStart(model, walk, r);
  return true;
}
