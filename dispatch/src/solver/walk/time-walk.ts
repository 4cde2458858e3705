import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import { walkWithBreaks } from './break-walk.ts';
import type { WalkRecord } from './walk-record.ts';
import { departure, legSeconds, serviceBegin, serviceSeconds } from './walk-step.ts';

/** A ride limit raises a pickup, which may raise another: far more rounds than any real route needs. */
const roundsMost = 60;

/**
 * Finds the earliest schedule of a route that keeps every time rule, or says there is none.
 *
 * All rules have the form "this begins no earlier than that plus so much" once upper limits are turned around (a
 * ride of at most an hour: the pickup ends no earlier than an hour before the delivery begins). Such rules have a
 * least solution, found by walking forward and raising floors until nothing moves; whatever then begins too late
 * begins too late in every schedule. Breaks are placed exactly within one walk, see `walkForward`.
 */
export function scheduleEarliest(model: Model, walk: WalkRecord, r: number): boolean {
  const { fleet } = model;
  for (let position = 0; position <= walk.count + 1; position += 1) walk.raised[position] = walk.floor[position]!;
  for (let round = 0; round < roundsMost; round += 1) {
    if (!walkForward(model, walk, r)) return false;
    const end = walk.begin[walk.count + 1]!;
    let raised = false;
    if (walk.forgiving) return true;
    if (end - walk.begin[0]! > fleet.maxDuration[r]! + slack) {
      walk.raised[0] = end - fleet.maxDuration[r]!;
      // A route that has begun started in time for its first stop.
      if (fleet.locked[r]!.length > 0 && walk.raised[0] > fleet.lockedAt[r]![0]! - walk.leg[1]! + slack) return false;
      raised = true;
    }
    if (raiseForRides(model, walk)) raised = true;
    if (model.ties.gaps.length > 0 && raiseForGaps(model, walk, r)) raised = true;
    if (!raised) return true;
  }
  return false;
}

/** Raises the floor of pickups whose ride is too long. */
function raiseForRides(model: Model, walk: WalkRecord): boolean {
  const { requests, visits } = model;
  let raised = false;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= model.visitCount || visits.isDelivery[item] === 0) continue;
    const request = visits.requestOf[item]!;
    const most = requests.maxRide[request]!;
    if (most === Infinity) continue;
    for (let pickup = requests.firstVisit[request]!; pickup < item; pickup += 1) {
      if (visits.isLocked[pickup] && visits.isLocked[item]) continue;
      const at = walk.positionOf[pickup]!;
      const late = walk.begin[position]! - walk.depart[at]! - most;
      if (late <= slack) continue;
      walk.raised[at] = walk.begin[at]! + late;
      raised = true;
    }
  }
  return raised;
}

/** Gaps between jobs that share this route; what other routes impose is in the floors already. */
function raiseForGaps(model: Model, walk: WalkRecord, r: number): boolean {
  const { firstVisit } = model.requests;
  let raised = false;
  for (const { first, second, atLeast, atMost } of model.ties.gaps) {
    const ends = positionIn(walk, firstVisit[first + 1]! - 1);
    if (ends < 0) continue;
    const secondLast = firstVisit[second + 1]! - 1;
    for (let visit = firstVisit[second]!; visit === firstVisit[second]! || visit < secondLast; visit += 1) {
      const begins = positionIn(walk, visit);
      if (begins < 0) continue;
      const end = walk.begin[ends]! + serviceSeconds(model, walk, r, ends);
      if (end + atLeast > walk.begin[begins]! + slack) {
        walk.raised[begins] = end + atLeast;
        raised = true;
      }
      const late = walk.begin[begins]! - atMost - end;
      if (late > slack) {
        walk.raised[ends] = walk.begin[ends]! + late;
        raised = true;
      }
    }
  }
  return raised;
}

/** Where a visit stands on the walked route, or -1. */
function positionIn(walk: WalkRecord, visit: number): number {
  const position = walk.positionOf[visit]!;
  return position >= 1 && position <= walk.count && walk.items[position] === visit ? position : -1;
}

/**
 * One pass from start to end. With breaks, the pass carries for every number of breaks behind it the earliest
 * possible departure: as leaving earlier is never worse, nothing else needs to be remembered, and the best places
 * for all breaks come out of one pass.
 */
export function walkForward(model: Model, walk: WalkRecord, r: number): boolean {
  const breaks = model.fleet.breaks[r]!.duration.length;
  const start = Math.max(model.fleet.shiftFrom[r]!, walk.raised[0]!);
  walk.begin[0] = walk.arrive[0] = walk.depart[0] = start;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item < model.visitCount) walk.positionOf[item] = position;
  }
  walk.breakTaken.fill(0);
  return breaks === 0 ? walkPlainly(model, walk, r, start) : walkWithBreaks(model, walk, r, start, breaks);
}

function walkPlainly(model: Model, walk: WalkRecord, r: number, start: number): boolean {
  let leave = start;
  for (let position = 1; position <= walk.count + 1; position += 1) {
    const out = departure(model, r, position, leave);
    const leg = legSeconds(model, walk, r, position, out);
    const arrive = out + leg;
    walk.leg[position] = leg;
    const begin = serviceBegin(model, walk, r, position, arrive);
    if (begin === Infinity) return false;
    walk.depart[position - 1] = out;
    walk.arrive[position] = Math.min(arrive, begin);
    walk.begin[position] = begin;
    leave = begin + serviceSeconds(model, walk, r, position);
  }
  walk.depart[walk.count + 1] = leave;
  return walk.forgiving || leave <= model.fleet.shiftTo[r]! + slack;
}
