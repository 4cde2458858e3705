import { travelSeconds } from '../../distances/travel-seconds.ts';
import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { WalkRecord } from './walk-record.ts';

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

/** Nobody sets out for something new in the past. */
function departure(model: Model, r: number, position: number, leave: number): number {
  const { now } = model.problem;
  return now !== undefined && leave < now && position > model.fleet.locked[r]!.length ? now : leave;
}

function legSeconds(model: Model, walk: WalkRecord, r: number, position: number, leave: number): number {
  const { travel, fleet, spotCount } = model;
  const kind = fleet.kindOf[r]!;
  const from = position === 1 ? fleet.startSpot[r]! : walk.items[position - 1]!;
  const to = position > walk.count ? fleet.endSpot[r]! : walk.items[position]!;
  const base = travel.base[kind]![from * spotCount + to]!;
  const factors = travel.hourFactors[kind]!;
  return factors === null ? base : travelSeconds(base, leave, factors, travel.midnightAt);
}

/** When service at a position begins for one who arrives then; Infinity if no window is left. */
function serviceBegin(model: Model, walk: WalkRecord, r: number, position: number, arrive: number): number {
  if (position > walk.count) return Math.max(arrive, walk.raised[position]!);
  const { fleet, visits, visitCount } = model;
  const locked = position <= fleet.locked[r]!.length;
  if (locked) {
    const startedAt = fleet.lockedAt[r]![position - 1]!;
    return Number.isNaN(startedAt) ? Math.max(arrive, walk.raised[position]!, model.problem.now ?? arrive) : startedAt;
  }
  const item = walk.items[position]!;
  const ready = arrive > walk.raised[position]! ? arrive : walk.raised[position]!;
  if (item >= visitCount) return ready;
  const beyond = visits.windowFrom[item + 1]! * 2;
  for (let edge = visits.windowFrom[item]! * 2; edge < beyond; edge += 2) {
    if (ready <= visits.windows[edge + 1]! + slack)
      return ready > visits.windows[edge]! ? ready : visits.windows[edge]!;
  }
  return walk.forgiving ? ready : Infinity;
}

export function serviceSeconds(model: Model, walk: WalkRecord, r: number, position: number): number {
  if (position > walk.count) return 0;
  const item = walk.items[position]!;
  if (item >= model.visitCount) return model.fleet.reloadDuration[r]!;
  return model.visits.service[model.fleet.kindOf[r]!]![item]!;
}

const TAKEN_BEFORE = 1;
const TAKEN_AFTER = 2;

function walkWithBreaks(model: Model, walk: WalkRecord, r: number, start: number, breaks: number): boolean {
  const { labels, how } = walk;
  const width = walk.breaksMost + 1;
  const pauses = model.fleet.breaks[r]!;
  labels.fill(Infinity, 0, (walk.count + 2) * width);
  // Who starts after a break's latest start owes it no more: such a break counts as behind from the beginning.
  let behind = 0;
  while (behind < breaks && pauses.latest[behind]! <= start) behind += 1;
  labels[behind] = start;
  for (let position = 1; position <= walk.count + 1; position += 1) {
    const row = (position - 1) * width;
    const next = position * width;
    // Taking a break before the leg: the label with one more break behind it may get an earlier time.
    let carriedBefore = Infinity;
    let carriedAfter = Infinity;
    let isReached = false;
    for (let taken = behind; taken <= breaks; taken += 1) {
      const own = labels[row + taken]!;
      const own0 = own === Infinity ? Infinity : departure(model, r, position, own);
      const tookBefore = carriedBefore < own0;
      const leave = tookBefore ? carriedBefore : own0;
      carriedBefore = takeBreak(model, r, taken, leave, position);
      const arrival = leave === Infinity ? Infinity : leave + legSeconds(model, walk, r, position, leave);
      const tookAfter = carriedAfter < arrival;
      const ready = tookAfter ? carriedAfter : arrival;
      carriedAfter = takeBreak(model, r, taken, ready, position);
      how[next + taken] = (tookBefore ? TAKEN_BEFORE : 0) | (tookAfter ? TAKEN_AFTER : 0);
      if (ready === Infinity || (taken > behind && ready > begunAt(model, r, position))) continue;
      const begin = serviceBegin(model, walk, r, position, ready);
      if (begin === Infinity) continue;
      labels[next + taken] = begin + serviceSeconds(model, walk, r, position);
      isReached = true;
    }
    if (!isReached) return false;
  }
  return chooseBreaks(model, walk, r, breaks, behind);
}

/** When break number `taken` would be over if it were taken now; Infinity if it may not begin any more. */
function takeBreak(model: Model, r: number, taken: number, at: number, position: number): number {
  const { earliest, latest, duration } = model.fleet.breaks[r]!;
  if (at === Infinity || taken >= duration.length) return Infinity;
  const begin = Math.max(at, earliest[taken]!, firstMoment(model, r, position, at));
  return begin <= latest[taken]! + slack ? begin + duration[taken]! : Infinity;
}

/** When the locked stop at a position began: a break before it was over by then. Infinity where nothing has begun. */
function begunAt(model: Model, r: number, position: number): number {
  const startedAt = model.fleet.lockedAt[r]![position - 1];
  return startedAt === undefined || Number.isNaN(startedAt) ? Infinity : startedAt;
}

/** A break begins now at the earliest, unless it lies before something that has begun. */
function firstMoment(model: Model, r: number, position: number, at: number): number {
  const { now } = model.problem;
  return now === undefined || begunAt(model, r, position) < Infinity ? at : now;
}

/** The fewest breaks that leave none owed; then backward through the labels to see where they were taken. */
function chooseBreaks(model: Model, walk: WalkRecord, r: number, breaks: number, behind: number): boolean {
  const width = walk.breaksMost + 1;
  const end = (walk.count + 1) * width;
  const { latest } = model.fleet.breaks[r]!;
  let leastTaken = -1;
  for (let taken = behind; taken <= breaks; taken += 1) {
    const at = walk.labels[end + taken]!;
    if (at < Infinity && leastTaken < 0) leastTaken = taken;
    if (at === Infinity || (at > model.fleet.shiftTo[r]! + slack && !walk.forgiving)) continue;
    let owed = false;
    for (let later = taken; later < breaks; later += 1) if (at > latest[later]! + slack) owed = true;
    if (!owed) return traceBack(model, walk, r, taken);
  }
  // A break that was missed in the past cannot be made good: what is locked stays all the same.
  return walk.forgiving && leastTaken >= 0 && traceBack(model, walk, r, leastTaken);
}

function traceBack(model: Model, walk: WalkRecord, r: number, takenAtEnd: number): boolean {
  const width = walk.breaksMost + 1;
  const { duration } = model.fleet.breaks[r]!;
  let taken = takenAtEnd;
  for (let position = walk.count + 1; position >= 1; position -= 1) {
    const leaveAfter = walk.labels[position * width + taken]!;
    walk.begin[position] = leaveAfter - serviceSeconds(model, walk, r, position);
    while (walk.how[position * width + taken]! & TAKEN_AFTER) {
      taken -= 1;
      noteBreak(walk, taken, position, 1);
    }
    while (walk.how[position * width + taken]! & TAKEN_BEFORE) {
      taken -= 1;
      noteBreak(walk, taken, position, 0);
    }
  }
  // Forward once more for arrivals and the moments of the breaks.
  let next = 0;
  let leave = walk.begin[0]!;
  for (let position = 1; position <= walk.count + 1; position += 1) {
    while (next < duration.length && !walk.breakTaken[next]) next += 1;
    leave = departure(model, r, position, leave);
    walk.depart[position - 1] = leave;
    for (; isNext(walk, next, position, 0); next += 1) leave = breakOver(model, walk, r, next, position, leave);
    walk.leg[position] = legSeconds(model, walk, r, position, leave);
    leave += walk.leg[position]!;
    for (; isNext(walk, next, position, 1); next += 1) leave = breakOver(model, walk, r, next, position, leave);
    walk.arrive[position] = Math.min(leave, walk.begin[position]!);
    leave = walk.begin[position]! + serviceSeconds(model, walk, r, position);
  }
  walk.depart[walk.count + 1] = leave;
  return true;
}

function noteBreak(walk: WalkRecord, pause: number, position: number, atEnd: number): void {
  walk.breakTaken[pause] = 1;
  walk.breakInto[pause] = position;
  walk.breakAtEnd[pause] = atEnd;
}

function isNext(walk: WalkRecord, pause: number, position: number, atEnd: number): boolean {
  return (
    pause < walk.breakTaken.length &&
    walk.breakTaken[pause] === 1 &&
    walk.breakInto[pause] === position &&
    walk.breakAtEnd[pause] === atEnd
  );
}

function breakOver(model: Model, walk: WalkRecord, r: number, pause: number, position: number, at: number): number {
  const { earliest, duration } = model.fleet.breaks[r]!;
  walk.breakArrive[pause] = at;
  walk.breakAt[pause] = Math.max(at, earliest[pause]!, firstMoment(model, r, position, at));
  return walk.breakAt[pause] + duration[pause]!;
}
