import type { Model } from '../model/model.ts';

/**
 * One route under examination: its items go in, times and costs come out. Reused for every walk.
 * Positions: 0 is the start, 1 … count the items, count + 1 the end.
 */
export interface WalkRecord {
  /** Items at positions 1 … count. */
  readonly items: Int32Array;
  count: number;
  /** Nothing but what is locked stands on the route: it is as it is, and breaks no rule any more. */
  forgiving: boolean;
  readonly arrive: Float64Array;
  /** Service begins; at position 0 the route starts, at count + 1 it ends. */
  readonly begin: Float64Array;
  readonly depart: Float64Array;
  /** Seconds under way to the position. */
  readonly leg: Float64Array;
  /** No service may begin before (raised by ride limits, by other routes, by wishes). */
  readonly floor: Float64Array;
  /** The floors with what ride limits and gaps of this schedule add. */
  readonly raised: Float64Array;
  /** Most seconds by which `begin` may still be put off. */
  readonly room: Float64Array;

  /** Breaks taken: which, before the leg into which position, at the end of that leg (1) or its beginning (0), when. */
  readonly breakTaken: Uint8Array;
  readonly breakInto: Int32Array;
  readonly breakAtEnd: Uint8Array;
  readonly breakAt: Float64Array;
  readonly breakArrive: Float64Array;

  /** Earliest departures by position and number of breaks behind; and how each was reached. */
  readonly labels: Float64Array;
  readonly how: Uint8Array;
  readonly breaksMost: number;

  /** Total, way, duration, preferred windows, changes, fairness: see `walkCost`. */
  readonly cost: Float64Array;
  /** `[0]`: meters. */
  readonly distance: Float64Array;
  readonly stack: Int32Array;
  /** On board, by dimension. */
  readonly load: Float64Array;
  /** Scratch by visit: position in this route (only valid for visits on it). */
  readonly positionOf: Int32Array;
}

export const COST_TOTAL = 0;
export const COST_WAY = 1;
export const COST_FIXED = 2;
export const COST_WINDOWS = 3;
export const COST_CHANGES = 4;
/** Floor(load / unit) squared; weighed into the total by search. */
export const COST_FAIRNESS = 5;

export function createWalkRecord(model: Model): WalkRecord {
  const reloads = Math.max(0, ...model.fleet.reloadMost);
  const room = model.visitCount + reloads + 16;
  const breaksMost = Math.max(0, ...model.fleet.breaks.map((breaks) => breaks.duration.length));
  return {
    items: new Int32Array(room),
    count: 0,
    forgiving: false,
    arrive: new Float64Array(room),
    begin: new Float64Array(room),
    depart: new Float64Array(room),
    leg: new Float64Array(room),
    floor: new Float64Array(room),
    raised: new Float64Array(room),
    room: new Float64Array(room),
    breakTaken: new Uint8Array(breaksMost),
    breakInto: new Int32Array(breaksMost),
    breakAtEnd: new Uint8Array(breaksMost),
    breakAt: new Float64Array(breaksMost),
    breakArrive: new Float64Array(breaksMost),
    labels: new Float64Array(room * (breaksMost + 1)),
    how: new Uint8Array(room * (breaksMost + 1)),
    breaksMost,
    cost: new Float64Array(6),
    distance: new Float64Array(1),
    stack: new Int32Array(room),
    load: new Float64Array(model.dimensions),
    positionOf: new Int32Array(model.visitCount),
  };
}
