import type { Model } from '../model/model.ts';
import { slack } from '../place.ts';
import type { WalkRecord } from './walk-record.ts';

/** Whether the order of the items is possible whatever the time: number of stops, meters, loads trip by trip, stack. */
export function keepsCarryRules(model: Model, walk: WalkRecord, r: number): boolean {
  const { fleet, visitCount } = model;
  walk.distance[0] = measure(model, walk, r);
  let stops = 0;
  let reloads = 0;
  for (let position = 1; position <= walk.count; position += 1) {
    if (walk.items[position]! < visitCount) stops += 1;
    else reloads += 1;
  }
  if (stops > fleet.maxStops[r]! || reloads > fleet.reloadMost[r]! + lockedReloads(model, r)) return false;
  // A reload before the first or after the last stop has no use, and would leave open routes without a first place.
  const locked = fleet.locked[r]!.length;
  if (walk.count > locked && walk.items[walk.count]! >= visitCount) return false;
  if (locked === 0 && walk.items[1]! >= visitCount) return false;
  if (walk.distance[0] > fleet.maxDistance[r]! + slack) return false;
  return fitsLoads(model, walk, r) && (fleet.lifo[r] === 0 || unloadsInOrder(model, walk));
}

function lockedReloads(model: Model, r: number): number {
  let count = 0;
  for (const item of model.fleet.locked[r]!) if (item >= model.visitCount) count += 1;
  return count > model.fleet.reloadMost[r]! ? count : 0;
}

function measure(model: Model, walk: WalkRecord, r: number): number {
  const distance = model.travel.distance[model.fleet.kindOf[r]!]!;
  let meters = 0;
  let previous = model.fleet.startSpot[r]!;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    meters += distance[previous * model.spotCount + item]!;
    previous = item;
  }
  return meters + distance[previous * model.spotCount + model.fleet.endSpot[r]!]!;
}

/**
 * A trip starts with everything it will deliver from the depot on board, and drops at its end what it collected;
 * what is carried from stop to stop stays on board over a reload.
 */
function fitsLoads(model: Model, walk: WalkRecord, r: number): boolean {
  const { dimensions, visitCount, visits, fleet } = model;
  for (let d = 0; d < dimensions; d += 1) {
    const room = fleet.capacity[r * dimensions + d]! + slack * 1e3;
    let carried = 0;
    let position = 1;
    while (position <= walk.count + 1) {
      let trip = carried;
      for (let ahead = position; ahead <= walk.count && walk.items[ahead]! < visitCount; ahead += 1) {
        trip += visits.fromDepot[walk.items[ahead]! * dimensions + d]!;
      }
      if (trip > room) return false;
      for (; position <= walk.count && walk.items[position]! < visitCount; position += 1) {
        const item = walk.items[position]!;
        trip += visits.change[item * dimensions + d]!;
        if (trip > room) return false;
        if (visits.isCarried[item]) carried += visits.change[item * dimensions + d]!;
      }
      position += 1;
    }
  }
  return true;
}

/** Last in, first out, for what is carried from stop to stop: a delivery needs its own goods, all of them, on top. */
function unloadsInOrder(model: Model, walk: WalkRecord): boolean {
  const { visits, requests, visitCount } = model;
  let height = 0;
  for (let position = 1; position <= walk.count; position += 1) {
    const item = walk.items[position]!;
    if (item >= visitCount || !visits.isCarried[item]) continue;
    const request = visits.requestOf[item]!;
    if (!visits.isDelivery[item]) {
      walk.stack[height] = request;
      height += 1;
      continue;
    }
    const pickups = requests.firstVisit[request + 1]! - requests.firstVisit[request]! - 1;
    for (let taken = 0; taken < pickups; taken += 1) {
      height -= 1;
      if (height < 0 || walk.stack[height] !== request) return false;
    }
  }
  return true;
}
