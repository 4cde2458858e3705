import type { Model } from './model/model.ts';
import { markUse, slots } from './routes.ts';
import type { Routes } from './routes.ts';

/**
 * Copies of the routes an iteration touches, made before the first touch. Most iterations are rejected, and they
 * touch three routes of a hundred: putting three back is far cheaper than copying the plan each time.
 */
export interface Undo {
  saved: ReturnType<typeof slots>;
  readonly length: Int32Array;
  readonly total: Float64Array;
  readonly distance: Float64Array;
  readonly cost: Float64Array;
  readonly unfairness: Float64Array;
  readonly waiting: Float64Array;
  readonly version: Int32Array;
  /** Routes touched in this iteration, and a mark for each. */
  readonly touched: Int32Array;
  readonly isTouched: Uint8Array;
  count: number;
}

export function createUndo(model: Model, routes: Routes): Undo {
  const { vehicleCount, dimensions } = model;
  return {
    saved: slots(model, routes.stride),
    length: new Int32Array(vehicleCount),
    total: new Float64Array(vehicleCount * dimensions),
    distance: new Float64Array(vehicleCount),
    cost: new Float64Array(vehicleCount),
    unfairness: new Float64Array(vehicleCount),
    waiting: new Float64Array(vehicleCount),
    version: new Int32Array(vehicleCount),
    touched: new Int32Array(vehicleCount),
    isTouched: new Uint8Array(vehicleCount),
    count: 0,
  };
}

/** Call before changing route r; only the first call of an iteration copies. */
export function touchRoute(model: Model, routes: Routes, undo: Undo, r: number): void {
  if (undo.isTouched[r]) return;
  undo.isTouched[r] = 1;
  undo.touched[undo.count] = r;
  undo.count += 1;
  if (undo.saved.stride < routes.stride) widen(model, routes, undo);
  copySlots(model, routes, undo.saved, r, routes.length[r]!);
  undo.length[r] = routes.length[r]!;
  for (let at = r * model.dimensions; at < (r + 1) * model.dimensions; at += 1) undo.total[at] = routes.total[at]!;
  undo.distance[r] = routes.distance[r]!;
  undo.cost[r] = routes.cost[r]!;
  undo.unfairness[r] = routes.unfairness[r]!;
  undo.waiting[r] = routes.waiting[r]!;
  undo.version[r] = routes.version[r]!;
}

/** Forgets the copies: the changes stay. */
export function keepChanges(undo: Undo): void {
  for (let index = 0; index < undo.count; index += 1) undo.isTouched[undo.touched[index]!] = 0;
  undo.count = 0;
}

/** Puts every touched route back as it was, its stamp too. */
export function undoChanges(model: Model, routes: Routes, undo: Undo): void {
  // First all visits out, then all in: a visit may have moved from one touched route to another.
  for (let index = 0; index < undo.count; index += 1) {
    const r = undo.touched[index]!;
    const from = r * routes.stride;
    for (let slot = from + 1; slot <= from + routes.length[r]!; slot += 1) {
      if (routes.items[slot]! < model.visitCount) routes.routeOf[routes.items[slot]!] = -1;
    }
  }
  for (let index = 0; index < undo.count; index += 1) restoreRoute(model, routes, undo, undo.touched[index]!);
  keepChanges(undo);
}

function restoreRoute(model: Model, routes: Routes, undo: Undo, r: number): void {
  const length = undo.length[r]!;
  copySlots(model, undo.saved, routes, r, length);
  const from = r * routes.stride;
  for (let slot = from + 1; slot <= from + length; slot += 1) {
    const item = routes.items[slot]!;
    if (item >= model.visitCount) continue;
    routes.routeOf[item] = r;
    routes.slotOf[item] = slot;
  }
  routes.length[r] = length;
  for (let at = r * model.dimensions; at < (r + 1) * model.dimensions; at += 1) routes.total[at] = undo.total[at]!;
  routes.distance[r] = undo.distance[r]!;
  routes.cost[r] = undo.cost[r]!;
  routes.unfairness[r] = undo.unfairness[r]!;
  routes.waiting[r] = undo.waiting[r]!;
  routes.version[r] = undo.version[r]!;
  markUse(model, routes, r);
}

type Block = ReturnType<typeof slots>;

/** Copies the slots of one route between two stores that may differ in stride. */
export function copySlots(model: Model, source: Block, target: Block, r: number, length: number): void {
  const from = r * source.stride;
  const to = r * target.stride;
  for (let slot = 0; slot < length + 2; slot += 1) {
    target.items[to + slot] = source.items[from + slot]!;
    target.leave[to + slot] = source.leave[from + slot]!;
    target.limit[to + slot] = source.limit[from + slot]!;
    target.legTime[to + slot] = source.legTime[from + slot]!;
    target.legWay[to + slot] = source.legWay[from + slot]!;
  }
  const { dimensions, labelWidth } = model;
  for (let label = 0; label < (length + 2) * labelWidth; label += 1) {
    target.departs[to * labelWidth + label] = source.departs[from * labelWidth + label]!;
    target.arrives[to * labelWidth + label] = source.arrives[from * labelWidth + label]!;
  }
  if (model.loadRule !== 'profile') return;
  for (let slot = 0; slot < (length + 2) * dimensions; slot += 1) {
    target.load[to * dimensions + slot] = source.load[from * dimensions + slot]!;
    target.loadUpTo[to * dimensions + slot] = source.loadUpTo[from * dimensions + slot]!;
    target.loadFrom[to * dimensions + slot] = source.loadFrom[from * dimensions + slot]!;
  }
}

function widen(model: Model, routes: Routes, undo: Undo): void {
  const wider = slots(model, routes.stride);
  for (let index = 0; index < undo.count - 1; index += 1) {
    const r = undo.touched[index]!;
    copySlots(model, undo.saved, wider, r, undo.length[r]!);
  }
  undo.saved = wider;
}
