import type { Plan } from './plan.ts';

/** How long to search, from where, and whom to tell. Without any limit the search runs 1 second. */
export interface SolveOptions {
  /** Stop after this much time. */
  readonly seconds?: number;
  /** Stop after this many iterations (of each thread). With a seed and without `seconds` the result is always the same. */
  readonly iterations?: number;
  /** Default 1. */
  readonly seed?: number;
  /** Worker threads that search with different seeds; the best plan wins. Default 1: in the calling thread. */
  readonly threads?: number;
  /** Stops the search at once; the best plan so far is the answer. */
  readonly signal?: AbortSignal;
  /** A plan to start from, feasible or not; what does not fit is put in again elsewhere or left unserved. */
  readonly start?: Plan;
  /** Called with every better plan, at most every `everySeconds`. */
  readonly onPlan?: (plan: Plan, progress: Progress) => void;
  /** Called regularly, better plan or not. */
  readonly onProgress?: (progress: Progress) => void;
  /** Least time between two calls of `onPlan` or `onProgress`. Default 0.1. */
  readonly everySeconds?: number;
  /** `cpu` measures `seconds` on the thread's own processor time, so busy neighbors do not distort a bench (Node only). */
  readonly clock?: 'wall' | 'cpu';
}

export interface Progress {
  readonly iterations: number;
  readonly seconds: number;
  /** Objective of the best plan so far. */
  readonly objective: readonly number[];
}

export interface Solution {
  readonly plan: Plan;
  readonly iterations: number;
  readonly seconds: number;
  /** Seconds until the first plan that serves every job without `skipCost`; absent if there is none. */
  readonly completeAfterSeconds?: number;
}
