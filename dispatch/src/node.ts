/** The entry for Node: everything of the main entry, and a `solve` that uses as many threads as it is told. */
import type { Problem } from './problem.ts';
import { solve as solveHere } from './solve.ts';
import type { Solution, SolveOptions } from './solve-options.ts';
import { solveInThreads } from './threads/solve-in-threads.ts';

export * from './index.ts';

/** As `solve` of the main entry; with `threads` above 1 it searches in worker threads and the caller's stays free. */
export async function solve(problem: Problem, options: SolveOptions = {}): Promise<Solution> {
  const threads = options.threads ?? 1;
  return threads > 1 ? await solveInThreads(problem, options, threads) : await solveHere(problem, options);
}
