import type { BreakTimes, Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { Routes } from '../routes.ts';
import { advance, allowBreaks, mostBreaks, retreat, serve, unserve } from './step-labels.ts';
import type { Labels } from './step-labels.ts';

/** Works out the earliest departures of route r from slot `from` on, and behind slot `to` as long as they change. */
export function layDepartures(model: Model, routes: Routes, r: number, from: number, to: number): void {
  const { departs, items, legTime } = routes;
  const { visits, fleet, labelWidth: width } = model;
  const pauses = fleet.breaks[r]!;
  const breaks = pauses.duration.length;
  const service = visits.service[fleet.kindOf[r]!]!;
  const first = r * routes.stride;
  const last = first + routes.length[r]! + 1;
  if (from === first) layStart(pauses, fleet.shiftFrom[r]!, departs, first * width);
  for (let slot = Math.max(from, first + 1); slot <= last; slot += 1) {
    note(departs, slot * width, breaks);
    advance(pauses, departs, (slot - 1) * width, legTime[slot - 1]!, departs, slot * width);
    if (slot < last) serve(visits, items[slot]!, service[items[slot]!]!, departs, slot * width, breaks);
    if (slot > to && isAsNoted(departs, slot * width, breaks)) return;
  }
}

/** Who starts after a break's latest start owes it no more: such a break counts as behind from the beginning. */
function layStart({ latest }: BreakTimes, start: number, departs: Labels, at: number): void {
  let behind = 0;
  while (behind < latest.length && latest[behind]! <= start) behind += 1;
  for (let k = 0; k <= latest.length; k += 1) departs[at + k] = k === behind ? start : Infinity;
}

/** Works out the latest arrivals of route r at its slots back from slot `to`, and before slot `from` as long as they change. */
export function layArrivals(model: Model, routes: Routes, r: number, from: number, to: number): void {
  const { arrives, items, legTime } = routes;
  const { visits, fleet, labelWidth: width } = model;
  const pauses = fleet.breaks[r]!;
  const breaks = pauses.duration.length;
  const service = visits.service[fleet.kindOf[r]!]!;
  const first = r * routes.stride;
  const end = first + routes.length[r]! + 1;
  if (to === end) layEnd(pauses, fleet.shiftTo[r]!, arrives, end * width);
  for (let slot = Math.min(to, end - 1); slot > first; slot -= 1) {
    note(arrives, slot * width, breaks);
    retreat(pauses, arrives, (slot + 1) * width, legTime[slot]!, arrives, slot * width);
    unserve(visits, items[slot]!, service[items[slot]!]!, arrives, slot * width, breaks);
    allowBreaks(pauses, arrives, slot * width);
    if (slot < from && isAsNoted(arrives, slot * width, breaks)) return;
  }
}

const noted: Labels = new Float64Array(mostBreaks + 1);

function note(labels: Labels, at: number, breaks: number): void {
  for (let k = 0; k <= breaks; k += 1) noted[k] = labels[at + k]!;
}

function isAsNoted(labels: Labels, at: number, breaks: number): boolean {
  for (let k = 0; k <= breaks; k += 1) if (noted[k] !== labels[at + k]) return false;
  return true;
}

/** At the end no break may be owed any more. */
function layEnd(pauses: BreakTimes, shiftTo: number, arrives: Labels, at: number): void {
  const breaks = pauses.duration.length;
  arrives[at + breaks] = shiftTo;
  for (let k = breaks - 1; k >= 0; k -= 1) arrives[at + k] = Math.min(arrives[at + k + 1]!, pauses.latest[k]!);
  allowBreaks(pauses, arrives, at);
}

/** Whether the route as it stands is on time. */
export function isOnTime(model: Model, routes: Routes, r: number): boolean {
  const end = (r * routes.stride + routes.length[r]! + 1) * model.labelWidth;
  for (let k = 0; k <= model.fleet.breaks[r]!.duration.length; k += 1) {
    if (routes.departs[end + k]! <= routes.arrives[end + k]! + slack / 2) return true;
  }
  return false;
}
