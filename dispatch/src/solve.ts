import { findDefects } from './problem-defects.ts';
import { ProblemError } from './problem-error.ts';
import type { Problem } from './problem.ts';
import type { SolveOptions, Solution } from './solve-options.ts';
import { startClock } from './solver/clock.ts';
import { emptyPlan } from './solver/empty-plan.ts';
import { compile } from './solver/model/compile.ts';
import { runSearch } from './solver/run-search.ts';

/**
 * Plans who goes where, in which order. Runs in the calling thread, in slices between which timers, messages and
 * an abort get their turn; `options.threads` is for the entry `node`, which hands the work to worker threads.
 *
 * Always answers with a plan that keeps every rule; jobs that found no place stand in `unserved`. Rejects with a
 * `ProblemError` if the problem itself has defects, and never for want of time: the first plan is made in any case.
 */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const clock = startClock(options.clock ?? 'wall');
  const defects = findDefects(problem);
  if (defects.length > 0) throw new ProblemError(defects);
  if (problem.vehicles.length === 0 || problem.jobs.length === 0) {
    return { plan: emptyPlan(problem), iterations: 0, seconds: clock() };
  }
  return await runSearch(compile(problem), options, clock);
}
