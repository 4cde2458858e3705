import { isOnTime, layArrivals, layDepartures } from './labels/lay-labels.ts';
import type { Model } from './model/model.ts';
import { slack } from './place.ts';
import type { Routes } from './routes.ts';

/**
 * Works out the times of route r after the items from slot `from` to slot `to` became others: those that know what
 * stands before, onward from there, and those that know what comes after, backward. Each stops where nothing changes
 * any more: waiting for a window to open swallows most delays.
 */
export function refreshTimes(model: Model, routes: Routes, r: number, from: number, to: number): void {
  refreshPrefix(model, routes, r, from, to);
  refreshSuffix(model, routes, r, from, to);
  if (model.labelWidth === 0) return;
  layDepartures(model, routes, r, from, to);
  layArrivals(model, routes, r, from, to);
}

function refreshPrefix(model: Model, routes: Routes, r: number, from: number, to: number): void {
  const { leave, legTime, items } = routes;
  const { open } = model.visits;
  const service = model.visits.service[model.fleet.kindOf[r]!]!;
  const first = r * routes.stride;
  const last = first + routes.length[r]! + 1;
  if (from === first) leave[first] = model.fleet.shiftFrom[r]!;
  // What is locked begins when it began, in time or not; search never changes it, so only whole refreshes pass it.
  const locked = first + model.fleet.locked[r]!.length;
  if (from <= locked) {
    for (let slot = first + 1; slot <= Math.min(locked, last - 1); slot += 1) {
      leave[slot] = lockedLeave(model, routes, r, slot);
    }
  }
  for (let slot = Math.max(from, locked + 1); slot < last; slot += 1) {
    const item = items[slot]!;
    const arrival = leave[slot - 1]! + legTime[slot - 1]!;
    const leaves =
      item < model.visitCount
        ? (arrival > open[item]! ? arrival : open[item]!) + service[item]!
        : arrival + model.fleet.reloadDuration[r]!;
    if (slot > to && leaves === leave[slot]) return;
    leave[slot] = leaves;
  }
}

function lockedLeave(model: Model, routes: Routes, r: number, slot: number): number {
  const item = routes.items[slot]!;
  const startedAt = model.fleet.lockedAt[r]![slot - r * routes.stride - 1]!;
  const begin = Number.isNaN(startedAt) ? routes.leave[slot - 1]! + routes.legTime[slot - 1]! : startedAt;
  if (item >= model.visitCount) return begin + model.fleet.reloadDuration[r]!;
  return begin + model.visits.service[model.fleet.kindOf[r]!]![item]!;
}

function refreshSuffix(model: Model, routes: Routes, r: number, from: number, to: number): void {
  const { limit, legTime, items } = routes;
  const { close } = model.visits;
  const service = model.visits.service[model.fleet.kindOf[r]!]!;
  const first = r * routes.stride;
  limit[first + routes.length[r]! + 1] = model.fleet.shiftTo[r]!;
  for (let slot = Math.min(to, first + routes.length[r]!); slot > first; slot -= 1) {
    const item = items[slot]!;
    const room = limit[slot + 1]! - legTime[slot]!;
    let latest = 0;
    if (item >= model.visitCount) latest = room - model.fleet.reloadDuration[r]!;
    else latest = room - service[item]! < close[item]! ? room - service[item]! : close[item]!;
    if (slot < from && latest === limit[slot]) return;
    limit[slot] = latest;
  }
}

/** Whether route r, in which every item was possible, still is without some of them: on time and not too long. */
export function isPossible(model: Model, routes: Routes, r: number): boolean {
  if (routes.length[r] === 0) return true;
  if (routes.distance[r]! > model.fleet.maxDistance[r]! + slack) return false;
  if (model.labelWidth > 0) return isOnTime(model, routes, r);
  const { leave, limit, items } = routes;
  const service = model.visits.service[model.fleet.kindOf[r]!]!;
  const last = r * routes.stride + routes.length[r]! + 1;
  for (let slot = r * routes.stride + 1; slot < last; slot += 1) {
    if (leave[slot]! > limit[slot]! + service[items[slot]!]! + slack) return false;
  }
  return leave[last - 1]! + routes.legTime[last - 1]! <= limit[last]! + slack;
}
