/**
 * The problem: who can go, what is to be done, how long the ways take, and what counts as better.
 *
 * Everything is plain readonly data that survives JSON. Conventions that hold throughout:
 * - Times and durations are seconds, distances meters. Any other unit works if it is used everywhere (the published
 *   benchmark files use one unit for both); only haversine and hour factors insist on meters and seconds.
 * - Times count from any zero the caller likes; `midnightAt` ties them to hours of the day where that matters.
 * - Vehicles, jobs, stops, places and breaks are named by strings, unique within their sort.
 * - A missing limit means no limit; a missing amount means nothing; a missing list means empty.
 */
export interface Problem {
  /** Every place a vehicle can stand at. Row and column i of a matrix belong to `places[i]`. */
  readonly places: readonly Place[];
  /** How vehicles get about, by name. A vehicle without `profile` uses the one called `default`. */
  readonly profiles: Readonly<Record<string, Profile>>;
  readonly vehicles: readonly Vehicle[];
  readonly jobs: readonly Job[];
  /** Ties between jobs: same vehicle, different vehicles, time between them. Default: none. */
  readonly links?: readonly Link[];
  /** Names of the components of amounts and capacities, for people (`['seats', 'kg']`). Default: unnamed. */
  readonly dimensions?: readonly string[];
  /** What counts as better. Default: tiers served, then distance. */
  readonly objective?: Objective;
  /** Time of a midnight; hour factors count their hours from it. Default 0. */
  readonly midnightAt?: number;
  /** The present. Nothing that has not begun (see `Vehicle.locked`) may start before it. Default: no bound. */
  readonly now?: number;
  /** What people were already told, and what it costs to tell them otherwise. Default: nothing was told. */
  readonly told?: Told;
}

export interface Place {
  readonly id: string;
  /** Degrees north, -90 to 90. Needed by haversine and by road routers only. */
  readonly latitude?: number;
  /** Degrees east, -180 to 180. */
  readonly longitude?: number;
}

/** Travel times and distances of one way of getting about (car, boat, on foot). Need not be symmetric. */
export type Profile = MatrixProfile | HaversineProfile;

export interface MatrixProfile {
  readonly kind: 'matrix';
  /** Seconds from row to column: rows of numbers, or one row-major array of `places.length` squared. */
  readonly durations: Matrix;
  /** Meters from row to column. Default: the durations. */
  readonly distances?: Matrix;
  readonly hourFactors?: HourFactors;
}

export interface HaversineProfile {
  readonly kind: 'haversine';
  /** Meters per second along the way. */
  readonly speed: number;
  /** Length of the way divided by the great circle's. Default 1. */
  readonly detour?: number;
  readonly hourFactors?: HourFactors;
}

export type Matrix = readonly (readonly number[])[] | Float64Array;

/**
 * 24 positive numbers: in hour h of the day (from `midnightAt`, repeating daily) the way takes `factors[h]` times as
 * long. A leg that crosses an hour is charged in parts: the base duration is used up at rate `1 / factor`, so leaving
 * later never means arriving earlier. Distances do not change.
 */
export type HourFactors = readonly number[];

/** A closed interval. For stops and breaks it bounds the *start* of the service, not its end. */
export interface TimeWindow {
  /** Default: minus infinity. */
  readonly earliest?: number;
  /** Default: plus infinity. */
  readonly latest?: number;
}

export interface Vehicle {
  readonly id: string;
  /** Chooses `Stop.durationByType`. Default: none. */
  readonly type?: string;
  /** Place where the route begins; null: at its first stop. */
  readonly start: string | null;
  /** Place where the route ends; null: at its last stop (an open route). */
  readonly end: string | null;
  /** The route starts at or after `earliest` and ends at or before `latest`. */
  readonly shift?: TimeWindow;
  /** Taken in the order given. See `Break` for when one is owed. */
  readonly breaks?: readonly Break[];
  /** Most that may be on board at once, by dimension. Missing components are 0. */
  readonly capacity?: readonly number[];
  readonly skills?: readonly string[];
  readonly kit?: readonly string[];
  /** Name of the travel profile. Default `default`. */
  readonly profile?: string;
  /** Travel times are divided by this; services are not. Default 1. */
  readonly speedFactor?: number;
  /** Longest route, meters. */
  readonly maxDistance?: number;
  /** Longest time from the start of the route to its end, seconds, breaks and waiting included. */
  readonly maxDuration?: number;
  /** Most stops at jobs (breaks and reloads do not count). */
  readonly maxStops?: number;
  /** People on board, counted by the objective level `people`. Default 1. */
  readonly people?: number;
  /** Cost of using the vehicle at all, in every objective. Default 0. */
  readonly fixedCost?: number;
  /** Prices under the objective `price`. Defaults 0. */
  readonly price?: VehiclePrice;
  /** May return to a depot in mid-route, to unload what was collected and load what is to be delivered. Default: no. */
  readonly reload?: Reload;
  /**
   * `lifo`: goods of carry jobs form a stack; a delivery is possible only when its job's goods are all on top.
   * Deliveries from and collections to the depot stand beside the stack. Default `any`.
   */
  readonly loadOrder?: 'any' | 'lifo';
  /**
   * The beginning of the route that may not be changed, in order: stops that are done, begun or frozen.
   * Other stops come after it. A carry job with a locked pickup is delivered by this vehicle. What is locked loads
   * the vehicle and takes its time, but is no longer judged: its own windows, ages and skills do not bind.
   */
  readonly locked?: readonly LockedEntry[];
}

/**
 * A pause at the place of the entry before or after it. It is owed if the route starts before `window.latest` and
 * ends after it; a break that is not owed may be left out (and then must not appear in the plan).
 */
export interface Break {
  readonly id: string;
  /** When it may start. `latest` missing: always owed. */
  readonly window: TimeWindow;
  /** Seconds. */
  readonly duration: number;
}

export interface VehiclePrice {
  readonly perDistance?: number;
  /** Per second from the start of the route to its end. */
  readonly perDuration?: number;
  /** Per second of travel. */
  readonly perTravelTime?: number;
}

export interface Reload {
  /** Places where it is possible. */
  readonly places: readonly string[];
  /** Seconds each time. Default 0. */
  readonly duration?: number;
  /** Most reloads in one route (trips less one). Default: no limit. */
  readonly most?: number;
}

export type LockedEntry =
  | {
      readonly kind: 'stop';
      readonly stop: string;
      /** When it began, or will, for somebody who is on the way; absent: frozen, not yet begun. */
      readonly startedAt?: number;
    }
  | { readonly kind: 'reload'; readonly place: string; readonly startedAt?: number };

/**
 * - `visit`: be there, carry nothing.
 * - `deliver`: bring an amount that was loaded at the start of the trip (route start or last reload).
 * - `collect`: take an amount and keep it to the end of the trip (next reload or route end).
 * - `carry`: from one or several pickups, in any order, to one delivery, in the same vehicle.
 */
export type Job = VisitJob | DeliverJob | CollectJob | CarryJob;

export interface VisitJob extends JobTerms {
  readonly kind: 'visit';
  readonly stop: Stop;
  /** Vehicles that must be there together, starting at the same moment. Default 1. */
  readonly units?: number;
}

export interface DeliverJob extends JobTerms {
  readonly kind: 'deliver';
  readonly stop: Stop;
  readonly amount: readonly number[];
}

export interface CollectJob extends JobTerms {
  readonly kind: 'collect';
  readonly stop: Stop;
  readonly amount: readonly number[];
}

export interface CarryJob extends JobTerms {
  readonly kind: 'carry';
  /** One or more, each with what is picked up there. The delivery hands over their sum. */
  readonly pickups: readonly Pickup[];
  readonly delivery: Stop;
  /** Most seconds from leaving any of its pickups to the start of the delivery's service. */
  readonly maxRide?: number;
}

/** What every job can ask for. */
export interface JobTerms {
  readonly id: string;
  /** Skills a vehicle must all have. */
  readonly skills?: readonly string[];
  /** Kit a vehicle must all have. */
  readonly kit?: readonly string[];
  /** Only these vehicles. Default: any. */
  readonly vehicles?: readonly string[];
  /** None of these. */
  readonly notVehicles?: readonly string[];
  /** Rank, 0 the highest (life-safety). No gain in a lower tier outweighs a loss in a higher one. Default 0. */
  readonly tier?: number;
  /** Worth within its tier, above 0. Default 1. */
  readonly weight?: number;
  /** Present: the job is optional; leaving it undone costs this (last objective level) and does not count in its tier. */
  readonly skipCost?: number;
  /** When it was asked for; only `maxAge` uses it. Default 0. */
  readonly requestedAt?: number;
  /** Every stop of the job starts at or before `requestedAt + maxAge`. */
  readonly maxAge?: number;
}

export interface Stop {
  /** Default: the job's id; in a carry job `ID:pickup`, `ID:pickup2`, … and `ID:delivery`. */
  readonly id?: string;
  readonly place: string;
  /** Seconds of service. Default 0. */
  readonly duration?: number;
  /** Seconds of service by vehicle type, where it differs from `duration`. */
  readonly durationByType?: Readonly<Record<string, number>>;
  /** The service starts within one of them. Default: any time. */
  readonly windows?: readonly TimeWindow[];
  /** Wishes that may be broken at a price. */
  readonly preferred?: PreferredWindow;
}

export interface Pickup extends Stop {
  readonly amount?: readonly number[];
}

/** Cost = `pricePerEarly` × seconds before `earliest`, or `pricePerLate` × seconds after `latest`. */
export interface PreferredWindow extends TimeWindow {
  /** Per second. Default 0. */
  readonly pricePerEarly?: number;
  /** Per second. Default 0. */
  readonly pricePerLate?: number;
}

/**
 * Ties bind only the jobs that are served.
 * - `same-vehicle`: all of them that are served go in one vehicle.
 * - `different-vehicles`: no two of them in one vehicle.
 * - `gap`: from the end of service of the last stop of `first` to the start of the first stop of `second`, at least
 *   and at most so many seconds, in whatever vehicles.
 */
export type Link =
  | { readonly kind: 'same-vehicle'; readonly jobs: readonly string[] }
  | { readonly kind: 'different-vehicles'; readonly jobs: readonly string[] }
  | {
      readonly kind: 'gap';
      readonly first: string;
      readonly second: string;
      /** Default: minus infinity (no order implied). */
      readonly atLeast?: number;
      /** Default: plus infinity. */
      readonly atMost?: number;
    };

/**
 * Plans are compared level by level, less is better:
 * 1. for each tier from 0: the summed weight of unserved jobs without `skipCost`;
 * 2. if `second` is set: `vehicles` (routes with a stop), `people` (theirs), or `fairness`: the sum over vehicles of
 *    floor(load / unit) squared, the load being the route's stops (unit 1) or its duration (unit `fairnessUnit`);
 * 3. the cost: distance (sum of meters), time (sum of seconds from start to end of each route) or price (by
 *    `Vehicle.price`), plus fixed costs, preferred-window prices, skip costs and the price of changes.
 */
export interface Objective {
  readonly second?: 'vehicles' | 'people' | 'fairness';
  /** Default `stops`. */
  readonly fairnessBy?: 'stops' | 'duration';
  /** Seconds, for `fairnessBy: 'duration'`: differences below it do not matter. Default 900. */
  readonly fairnessUnit?: number;
  /** Default `distance`. */
  readonly cost?: 'distance' | 'time' | 'price';
}

/** The plan people hold in their hands. */
export interface Told {
  readonly routes: readonly { readonly vehicle: string; readonly stops: readonly ToldStop[] }[];
  /**
   * Cost of one change. A told stop is one change if it is unserved or in another vehicle. In a route, look at the
   * stops that were told to this vehicle, in their new order: each that stands right after one that was told later
   * is one change.
   */
  readonly pricePerChange: number;
  /** Cost per second that a told stop in its told vehicle starts earlier or later than told. Default 0. */
  readonly pricePerShift?: number;
}

export interface ToldStop {
  readonly stop: string;
  /** Needed only if `pricePerShift` is set. */
  readonly startAt?: number;
}

/** The stops of a job in the order they are given: pickups, then the delivery; or its only one. */
export function stopsOf(job: Job): readonly Stop[] {
  return job.kind === 'carry' ? [...job.pickups, job.delivery] : [job.stop];
}

/** The id of stop number `index` of `stopsOf(job)`, by the default rule where it has none of its own. */
export function stopId(job: Job, index: number): string {
  const own = stopsOf(job)[index]?.id;
  if (own !== undefined) return own;
  if (job.kind !== 'carry') return job.id;
  if (index >= job.pickups.length) return `${job.id}:delivery`;
  return index === 0 ? `${job.id}:pickup` : `${job.id}:pickup${index + 1}`;
}
