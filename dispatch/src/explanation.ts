/** Why jobs are unserved, and how much room the served ones have. */
export interface Explanation {
  readonly unserved: readonly UnservedJob[];
  /** In the order of the plan's routes and stops. */
  readonly slack: readonly StopSlack[];
}

export interface UnservedJob {
  readonly job: string;
  /** The one to tell people: of the vehicle that comes nearest to serving it. */
  readonly reason: Obstacle;
  /** What stands in the way of each vehicle, in the problem's order. */
  readonly vehicles: readonly (Obstacle & { readonly vehicle: string })[];
}

/**
 * What keeps a vehicle from a job. The first group never depends on the plan; `cannot-*` would fail even on an
 * otherwise empty day; `busy` and `full` are what the plan makes of it.
 */
export type Obstacle =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'lacks-skill'; readonly skills: readonly string[] }
  | { readonly code: 'lacks-kit'; readonly kit: readonly string[] }
  | { readonly code: 'too-small'; readonly dimension: number; readonly amount: number; readonly capacity: number }
  /** It could begin at `earliestAt` at best, after the last window. */
  | { readonly code: 'cannot-be-in-time'; readonly earliestAt: number }
  | { readonly code: 'cannot-be-back-in-time' }
  | { readonly code: 'cannot-go-so-far' }
  | { readonly code: 'cannot-stay-so-long' }
  /** It has time for the job only from `freeAt` on. */
  | { readonly code: 'busy'; readonly freeAt: number }
  | { readonly code: 'full' }
  | { readonly code: 'no-time-left' }
  /** Ties to other jobs, a crew that is not complete, a load order. */
  | { readonly code: 'tied' }
  /** It could take the job, for `cost`: more than leaving it undone, or the search ended too early. */
  | { readonly code: 'could-serve'; readonly cost: number }
  /** There is no vehicle at all. */
  | { readonly code: 'no-vehicle' };

export interface StopSlack {
  readonly vehicle: string;
  readonly job: string;
  readonly stop: string;
  /** Most seconds by which it can begin later than planned with every stop still in time. */
  readonly seconds: number;
}
