import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { Routes } from '../routes.ts';
import { advance, mostBreaks, retreat, serve } from './step-labels.ts';
import type { Labels } from './step-labels.ts';

/** Departures from what is being inserted, and the latest possible. */
const now: Labels = new Float64Array(mostBreaks + 1);
const by: Labels = new Float64Array(mostBreaks + 1);

/** Whether a visit fits behind a slot of route r with all breaks and windows: constant time. */
export function visitFits(model: Model, routes: Routes, r: number, visit: number, slot: number): boolean {
  if (!go(model, r, routes.departs, slot * model.labelWidth, routes.items[slot]!, visit)) return false;
  return isInTimeFor(model, routes, r, visit, slot + 1);
}

/** Whether a pickup fits behind item i and its delivery behind item j of route r: in proportion to j - i. */
export function pairFits(model: Model, routes: Routes, r: number, pickup: number, i: number, j: number): boolean {
  const from = r * routes.stride;
  if (!go(model, r, routes.departs, (from + i) * model.labelWidth, routes.items[from + i]!, pickup)) return false;
  let previous = pickup;
  for (let slot = from + i + 1; slot <= from + j; slot += 1) {
    const item = routes.items[slot]!;
    if (!go(model, r, now, 0, previous, item)) return false;
    previous = item;
  }
  return go(model, r, now, 0, previous, pickup + 1) && isInTimeFor(model, routes, r, pickup + 1, from + j + 1);
}

/** From the departures at a spot to those of a visit, into `now`. */
function go(model: Model, r: number, from: Labels, at: number, previous: number, visit: number): boolean {
  const { visits, fleet, travel, spotCount } = model;
  const kind = fleet.kindOf[r]!;
  const pauses = fleet.breaks[r]!;
  advance(pauses, from, at, travel.time[kind]![previous * spotCount + visit]!, now, 0);
  return serve(visits, visit, visits.service[kind]![visit]!, now, 0, pauses.duration.length);
}

/** Whether the departures in `now` from a visit are early enough for what comes at the slot and after it. */
function isInTimeFor(model: Model, routes: Routes, r: number, visit: number, slot: number): boolean {
  const { fleet, travel, spotCount, labelWidth } = model;
  const pauses = fleet.breaks[r]!;
  const leg = travel.time[fleet.kindOf[r]!]![visit * spotCount + routes.items[slot]!]!;
  retreat(pauses, routes.arrives, slot * labelWidth, leg, by, 0);
  for (let k = 0; k <= pauses.duration.length; k += 1) if (now[k]! <= by[k]! + slack / 2) return true;
  return false;
}
