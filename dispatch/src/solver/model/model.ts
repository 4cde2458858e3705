import type { Problem } from '../../problem.ts';

/**
 * The problem as numbers. Search touches nothing but these arrays, so that every lookup in the inner loop is an
 * indexed read of a flat array.
 *
 * - A *visit* is one stop to be made by one vehicle: `0 … visitCount-1`.
 * - A *request* is what is inserted or removed as a whole (a job): its visits are consecutive.
 * - A *spot* is a row of the travel matrices: first the visits, then the places where routes start, end or reload,
 *   last `nowhere`, from and to which every way is free; open routes start or end there, so they need no code.
 */
export interface Model {
  /** The problem with its jobs in the order of requests, see `orderOfTime`. */
  readonly problem: Problem;
  /** The request by the index of its job in the problem as it was given. */
  readonly requestOfJob: Int32Array;
  readonly visitCount: number;
  readonly requestCount: number;
  readonly vehicleCount: number;
  readonly spotCount: number;
  /** Index into `Problem.places` by spot; -1 for nowhere. */
  readonly placeOf: Int32Array;
  /** Components of amounts. */
  readonly dimensions: number;

  readonly travel: Travel;
  readonly visits: Visits;
  readonly requests: Requests;
  readonly fleet: Fleet;
  readonly worth: Worth;
  readonly ties: Ties;

  /**
   * `total`: everything is delivered from the depot, or everything collected to it, so that the sum of a route's
   * amounts decides. `profile`: loads rise and fall along the route. `free`: amounts bind nobody.
   */
  readonly loadRule: 'free' | 'total' | 'profile';
  /**
   * Some rule is not covered by the constant-time tests (ride limits, paid time, …): those tests then only propose a
   * place, and a walk along the whole route decides.
   */
  readonly needsWalk: boolean;
  /** Times kept for each slot because of breaks or several windows, see `labels/`; 0 where neither is there, or a walk decides. */
  readonly labelWidth: number;
  /** A visit's time can depend on another route (crews, gaps). */
  readonly coupled: boolean;
}

/** By vehicle kind; kinds that travel and pay alike share the arrays. Row-major, `spotCount` squared. */
export interface Travel {
  /** Shortest seconds at any hour. */
  readonly time: readonly Float64Array[];
  /** `timeTo[k][b * spotCount + a]` = time from a to b: the ways *into* a visit lie side by side in memory. */
  readonly timeTo: readonly Float64Array[];
  /** What a leg costs. */
  readonly way: readonly Float64Array[];
  readonly wayTo: readonly Float64Array[];
  readonly distance: readonly Float64Array[];
  /** Seconds at factor 1 (equal to `time` without hour factors). */
  readonly base: readonly Float64Array[];
  /** 24 factors, or null. */
  readonly hourFactors: readonly (readonly number[] | null)[];
  readonly midnightAt: number;
}

export interface Visits {
  readonly requestOf: Int32Array;
  /** Hull of the windows: first and last possible start. */
  readonly open: Float64Array;
  readonly close: Float64Array;
  /** All windows: pairs in `windows[2 * windowFrom[u]] … `, ascending and disjoint. */
  readonly windowFrom: Int32Array;
  readonly windows: Float64Array;
  /** Service seconds by vehicle kind. */
  readonly service: readonly Float64Array[];
  /** Change of the load on board at the visit, by dimension: collected or picked up, less delivered. */
  readonly change: Float64Array;
  /** Part of what is on board from the start of the trip for this visit. */
  readonly fromDepot: Float64Array;
  readonly isDelivery: Uint8Array;
  /** Carried from stop to stop, not from or to the depot. */
  readonly isCarried: Uint8Array;
  /** Locked: its own windows no longer bind. */
  readonly isLocked: Uint8Array;
  /** Preferred window: start, end, price per second before and after. Only where `hasPreferred`. */
  readonly preferred: Float64Array;
  readonly hasPreferred: Uint8Array;
  /** Least way (time) into a visit from anywhere and out of it to anywhere; safe bounds for any matrix. */
  readonly nearestIn: Float64Array;
  readonly nearestOut: Float64Array;
  /** Visits by ascending way from each visit, `neighborCount` of them. */
  readonly neighbors: Int32Array;
  readonly neighborCount: number;
  readonly ids: readonly string[];
}

export const SINGLE = 0;
/** One pickup, then one delivery. */
export const PAIR = 1;
/** Several pickups in any order, then one delivery. */
export const GATHER = 2;
/** The same visit by several vehicles at once. */
export const CREW = 3;

export interface Requests {
  /** `firstVisit[q] … firstVisit[q + 1] - 1` are its visits; in a carry job the delivery is the last. */
  readonly firstVisit: Int32Array;
  readonly shape: Uint8Array;
  /** `[q * vehicleCount + v]` is 1 if the vehicle could do the request on an otherwise empty day. */
  readonly compatible: Uint8Array;
  readonly maxRide: Float64Array;
  /** Has a locked visit: search leaves it where it is. */
  readonly pinned: Uint8Array;
}

export interface Fleet {
  readonly kindOf: Int32Array;
  readonly kindCount: number;
  readonly startSpot: Int32Array;
  readonly endSpot: Int32Array;
  readonly shiftFrom: Float64Array;
  readonly shiftTo: Float64Array;
  readonly capacity: Float64Array;
  readonly maxDistance: Float64Array;
  readonly maxDuration: Float64Array;
  readonly maxStops: Int32Array;
  readonly fixedCost: Float64Array;
  /** Prices of the way under the problem's objective. */
  readonly perDistance: Float64Array;
  readonly perTravelTime: Float64Array;
  readonly perDuration: Float64Array;
  readonly people: Float64Array;
  readonly lifo: Uint8Array;
  /** Spots of the reload places; empty without reload. */
  readonly reloadSpots: readonly Int32Array[];
  readonly reloadDuration: Float64Array;
  readonly reloadMost: Int32Array;
  readonly breaks: readonly BreakTimes[];
  /** Locked beginnings as sequence items (a visit, or a reload spot). */
  readonly locked: readonly Int32Array[];
  /** When each began; NaN if it has not. */
  readonly lockedAt: readonly Float64Array[];
}

export interface BreakTimes {
  readonly earliest: Float64Array;
  readonly latest: Float64Array;
  readonly duration: Float64Array;
}

/** What is lost with a request that is left undone. */
export interface Worth {
  readonly tierCount: number;
  /** -1 for optional jobs. */
  readonly tier: Int32Array;
  readonly weight: Float64Array;
  readonly skipCost: Float64Array;
  readonly secondLevel: 'none' | 'vehicles' | 'people' | 'fairness';
  readonly fairnessBy: 'stops' | 'duration';
  readonly fairnessUnit: number;
}

/** Everything that ties requests to each other or to what was told. */
export interface Ties {
  readonly any: boolean;
  /** Group whose served members share a vehicle; -1 for none. */
  readonly together: Int32Array;
  readonly togetherMembers: readonly Int32Array[];
  /** Requests that must not share a vehicle with q. */
  readonly apart: readonly Int32Array[];
  readonly gaps: readonly Gap[];
  /** By visit: another route may hear when it begins (crews, gaps). */
  readonly isBound: Uint8Array;
  /** Vehicle a visit was told to, or -1; its rank there; its told start, or NaN. */
  readonly toldVehicle: Int32Array;
  readonly toldRank: Int32Array;
  readonly toldAt: Float64Array;
  readonly pricePerChange: number;
  readonly pricePerShift: number;
}

/** From the end of service of `from` to the start of `to`, by requests. */
export interface Gap {
  readonly first: number;
  readonly second: number;
  readonly atLeast: number;
  readonly atMost: number;
}
