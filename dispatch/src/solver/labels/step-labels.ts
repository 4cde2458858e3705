import type { BreakTimes, Visits } from '../model/model.ts';
import { slack } from '../place.ts';

/**
 * Times by number of breaks behind, `labels[at + k]` for k of them. As leaving earlier is never worse, and neither is
 * being allowed to come later, one number for each k says all, forward (earliest) and backward (latest); so breaks
 * and several windows cost no more than constant time for a place. Infinity (backward: -Infinity) where k is impossible.
 */
export type Labels = Float64Array;

/** With more breaks than any day has, a walk decides. */
export const mostBreaks = 15;

/** Earliest departures at `at` become earliest moments ready for service one leg on, breaks taken before or after it. */
export function advance(pauses: BreakTimes, from: Labels, at: number, leg: number, into: Labels, to: number): void {
  const breaks = pauses.duration.length;
  let afterBreak = Infinity;
  let afterBreakThere = Infinity;
  for (let k = 0; k <= breaks; k += 1) {
    const own = from[at + k]!;
    const leave = own < afterBreak ? own : afterBreak;
    const ready = leave + leg < afterBreakThere ? leave + leg : afterBreakThere;
    into[to + k] = ready;
    if (k === breaks) return;
    afterBreak = breakOver(pauses, k, leave);
    afterBreakThere = breakOver(pauses, k, ready);
  }
}

/** When break k is over for one who is free from then on; Infinity if it may not begin any more. */
function breakOver({ earliest, latest, duration }: BreakTimes, k: number, free: number): number {
  const begin = free > earliest[k]! ? free : earliest[k]!;
  return begin <= latest[k]! + slack ? begin + duration[k]! : Infinity;
}

/** Moments ready for service become departures, in place. False if no window is left for any of them. */
export function serve(
  visits: Visits,
  visit: number,
  service: number,
  labels: Labels,
  at: number,
  breaks: number,
): boolean {
  let isServed = false;
  for (let k = 0; k <= breaks; k += 1) {
    const begin = earliestBegin(visits, visit, labels[at + k]!);
    labels[at + k] = begin + service;
    if (begin < Infinity) isServed = true;
  }
  return isServed;
}

/** When service begins for one who is ready then; Infinity if no window is left. */
export function earliestBegin({ windowFrom, windows }: Visits, visit: number, ready: number): number {
  const beyond = windowFrom[visit + 1]! * 2;
  for (let edge = windowFrom[visit]! * 2; edge < beyond; edge += 2) {
    if (ready <= windows[edge + 1]! + slack) return ready > windows[edge]! ? ready : windows[edge]!;
  }
  return Infinity;
}

/** Latest begins of service at `at` become latest arrivals, in place: after arriving, breaks may come first. */
export function allowBreaks(pauses: BreakTimes, labels: Labels, at: number): void {
  for (let k = pauses.duration.length - 1; k >= 0; k -= 1) {
    const paused = latestBeforeBreak(pauses, k, labels[at + k + 1]!);
    if (paused > labels[at + k]!) labels[at + k] = paused;
  }
}

/** Latest arrivals at `at` become latest departures one leg before. */
export function retreat(pauses: BreakTimes, from: Labels, at: number, leg: number, into: Labels, to: number): void {
  for (let k = pauses.duration.length; k >= 0; k -= 1) into[to + k] = from[at + k]! - leg;
  allowBreaks(pauses, into, to);
}

/** The latest moment to be free for break k, if it has to be over by then. */
function latestBeforeBreak({ earliest, latest, duration }: BreakTimes, k: number, over: number): number {
  const begin = over - duration[k]!;
  if (begin < earliest[k]!) return -Infinity;
  return begin < latest[k]! ? begin : latest[k]!;
}

/** Latest departures become latest begins of service, in place. */
export function unserve(
  visits: Visits,
  visit: number,
  service: number,
  labels: Labels,
  at: number,
  breaks: number,
): void {
  for (let k = 0; k <= breaks; k += 1) labels[at + k] = latestBegin(visits, visit, labels[at + k]! - service);
}

function latestBegin({ windowFrom, windows }: Visits, visit: number, most: number): number {
  for (let edge = windowFrom[visit + 1]! * 2 - 2; edge >= windowFrom[visit]! * 2; edge -= 2) {
    if (most >= windows[edge]!) return most < windows[edge + 1]! ? most : windows[edge + 1]!;
  }
  return -Infinity;
}
