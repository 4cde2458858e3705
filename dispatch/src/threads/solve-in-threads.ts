import { Worker } from 'node:worker_threads';

import { comparePlans } from '../plan.ts';
import type { Plan } from '../plan.ts';
import { findDefects } from '../problem-defects.ts';
import { ProblemError } from '../problem-error.ts';
import type { Matrix, Problem, Profile } from '../problem.ts';
import type { Progress, Solution, SolveOptions } from '../solve-options.ts';
import type { ThreadMessage, ThreadTask } from './thread-message.ts';

/** Seeds of neighboring threads, far enough apart that runs with seeds 1, 2, 3 … do not share a search. */
const seedStep = 7919;

/**
 * Searches in several threads with different seeds; the best plan wins, and of equal ones the first thread's, so
 * that a fixed number of iterations still gives one certain result.
 */
export async function solveInThreads(problem: Problem, options: SolveOptions, threads: number): Promise<Solution> {
  const defects = findDefects(problem);
  if (defects.length > 0) throw new ProblemError(defects);
  const shared = shareMatrices(problem);
  const tell = createTeller(options);
  const { signal, onPlan: _, onProgress: __, threads: ___, ...plain } = options;
  const limited = plain.seconds === undefined && plain.iterations === undefined && !signal;
  const runs = Array.from({ length: threads }, (_each, index) => {
    const seed = (options.seed ?? 1) + index * seedStep;
    const task: ThreadTask = { problem: shared, options: { ...plain, ...(limited ? { seconds: 1 } : {}), seed } };
    return runThread(task, signal, tell);
  });
  const solutions = await Promise.all(runs);
  const best = solutions.reduce((a, b) => (comparePlans(b.plan, a.plan) < 0 ? b : a));
  const completed = solutions.flatMap((solution) => solution.completeAfterSeconds ?? []);
  return {
    plan: best.plan,
    iterations: solutions.reduce((sum, solution) => sum + solution.iterations, 0),
    seconds: Math.max(...solutions.map((solution) => solution.seconds)),
    ...(completed.length > 0 ? { completeAfterSeconds: Math.min(...completed) } : {}),
  };
}

function runThread(task: ThreadTask, signal: AbortSignal | undefined, tell: Teller): Promise<Solution> {
  // Source and built package differ in the extension; the compiler does not rewrite it inside a URL.
  const extension = import.meta.url.endsWith('.ts') ? 'ts' : 'js';
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL(`./search-thread.${extension}`, import.meta.url), { workerData: task });
    // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a thread's port has no origin
    const stop = (): void => worker.postMessage('stop');
    if (signal?.aborted) stop();
    signal?.addEventListener('abort', stop, { once: true });
    worker.on('message', (message: ThreadMessage) => {
      if (message.kind === 'done') resolve(message.solution);
      else tell(message);
    });
    worker.on('error', reject);
    worker.on('exit', () => signal?.removeEventListener('abort', stop));
  });
}

type Teller = (message: Exclude<ThreadMessage, { kind: 'done' }>) => void;

/** Passes on what is news for all threads together. */
function createTeller(options: SolveOptions): Teller {
  let best: Plan | undefined;
  const join = (progress: Progress): Progress => ({ ...progress, objective: best?.objective ?? progress.objective });
  return (message) => {
    if (message.kind === 'progress') {
      options.onProgress?.(join(message.progress));
      return;
    }
    if (best && comparePlans(message.plan, best) >= 0) return;
    best = message.plan;
    options.onPlan?.(message.plan, message.progress);
  };
}

/** Flat matrices go into shared memory: ten threads then hold one copy, not ten. */
function shareMatrices(problem: Problem): Problem {
  const profiles = Object.entries(problem.profiles).map(([name, profile]) => [name, shareProfile(profile)] as const);
  return { ...problem, profiles: Object.fromEntries(profiles) };
}

function shareProfile(profile: Profile): Profile {
  if (profile.kind !== 'matrix') return profile;
  const durations = shareMatrix(profile.durations);
  const same = profile.distances === undefined || profile.distances === profile.durations;
  return { ...profile, durations, distances: same ? durations : shareMatrix(profile.distances) };
}

function shareMatrix(matrix: Matrix): Matrix {
  if (!(matrix instanceof Float64Array)) return matrix;
  const shared = new Float64Array(new SharedArrayBuffer(matrix.byteLength));
  shared.set(matrix);
  return shared;
}
