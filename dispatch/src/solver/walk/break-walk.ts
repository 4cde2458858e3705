import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { WalkRecord } from './walk-record.ts';
import { departure, legSeconds, serviceBegin, serviceSeconds } from './walk-step.ts';

const TAKEN_BEFORE = 1;
const TAKEN_AFTER = 2;

export function walkWithBreaks(model: Model, walk: WalkRecord, r: number, start: number, breaks: number): boolean {
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
