/**
 * The answer: every route with its times and loads, what is left undone, and what it all costs.
 * Times, distances and names are the problem's. A plan says everything a checker needs to judge it.
 */
export interface Plan {
  /** Vehicles with at least one stop, in the problem's order. */
  readonly routes: readonly Route[];
  /** Ids of the jobs that no route serves, in the problem's order. */
  readonly unserved: readonly string[];
  /** One number per level (see `Objective`); compare from the front, less is better. */
  readonly objective: readonly number[];
  /** What the last level is made of. */
  readonly cost: CostBreakdown;
}

export interface Route {
  readonly vehicle: string;
  /**
   * `start`, then stops, breaks and reloads in order, then `end`. Between two entries the vehicle travels from the
   * place of the first, leaving at its `departAt`, to the place of the second, arriving at its `arriveAt`.
   */
  readonly entries: readonly RouteEntry[];
  readonly startAt: number;
  readonly endAt: number;
  /** Meters. */
  readonly distance: number;
  /** Seconds under way. */
  readonly travelTime: number;
}

export interface RouteEntry {
  readonly kind: 'start' | 'stop' | 'break' | 'reload' | 'end';
  /**
   * Where. An open start stands at the first stop's place, an open end at the last stop's; a break at the place of
   * the entry before or after it.
   */
  readonly place: string;
  /** For `stop`: whose it is. */
  readonly job?: string;
  /** For `stop`: its id (see `stopId`). With `units` above 1 it stands once in each of that many routes. For `break`: the break's id. */
  readonly id?: string;
  readonly arriveAt: number;
  /** Service, break or reload begins; `startAt - arriveAt` is waiting. */
  readonly startAt: number;
  /**
   * Service ends and travel begins: `startAt` plus the duration; or `Problem.now` where that is later and the next
   * entry is not locked, because nobody can set out for a new stop in the past.
   */
  readonly departAt: number;
  /** On board when departing, by dimension. */
  readonly load: readonly number[];
}

export interface CostBreakdown {
  /** Distance, time or price by the objective; the way itself. */
  readonly way: number;
  readonly fixed: number;
  /** Preferred windows missed. */
  readonly windows: number;
  /** Skip costs of optional jobs left undone. */
  readonly skipped: number;
  /** Changes to what people were told. */
  readonly changes: number;
  /** The sum; equal to the last number of the objective. */
  readonly total: number;
}

/** Negative if `a` is better, positive if `b` is, 0 if they are equal on every level. */
export function comparePlans(a: Plan, b: Plan): number {
  for (let level = 0; level < a.objective.length; level += 1) {
    const difference = (a.objective[level] ?? 0) - (b.objective[level] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}
