/** Who goes where, in which order: rich vehicle routing for browsers, workers and Node. */
export { describeProblemDefect, findDefects } from './problem-defects.ts';
export type { ProblemDefect } from './problem-defect.ts';
export { ProblemError } from './problem-error.ts';
export { comparePlans } from './plan.ts';
export type { CostBreakdown, Plan, Route, RouteEntry } from './plan.ts';
export { stopId, stopsOf } from './problem.ts';
export type * from './problem.ts';
export { explain } from './explain.ts';
export type { Explanation, Obstacle, StopSlack, UnservedJob } from './explanation.ts';
export { problemInProgress, replan } from './replan.ts';
export type { ReplanOptions } from './replan.ts';
export { solve } from './solve.ts';
export type { Progress, Solution, SolveOptions } from './solve-options.ts';
