import type { Solution, SolveOptions } from '../solve-options.ts';
import type { Clock } from './clock.ts';
import type { Model } from './model/model.ts';
import { createPresenter } from './present-plan.ts';
import { createSearch } from './search.ts';
import type { Search } from './search.ts';

/** Seconds without any limit given. */
const secondsByDefault = 1;
/** Seconds of search between two turns for the event loop: short enough that an abort is felt at once. */
const sliceSeconds = 0.04;
/** Seconds between two looks at the clock, roughly; iterations are counted off in between. */
const lookSeconds = 0.002;

/** Searches until the budget is spent or the signal says stop, telling of better plans on the way. */
export async function runSearch(model: Model, options: SolveOptions, clock: Clock): Promise<Solution> {
  const search = createSearch(model, options.seed ?? 1, options.start);
  const present = createPresenter(model);
  const budget = createBudget(options, clock);
  const reporter = createReporter(options, clock, search, () => present(search.best));
  reporter.report();
  let lookEvery = 1;
  let pauseAt = clock() + sliceSeconds;
  for (;;) {
    const progress = budget(search.iterations());
    if (progress >= 1 || options.signal?.aborted) break;
    const before = clock();
    // An iteration budget is met exactly, whatever the clock says, so that results can be repeated.
    const left = (options.iterations ?? Infinity) - search.iterations();
    search.advance(Math.min(lookEvery, left), progress);
    if (options.iterations === undefined) lookEvery = nextLook(lookEvery, clock() - before);
    else lookEvery = 100;
    reporter.report();
    if (clock() < pauseAt) continue;
    await turn();
    pauseAt = clock() + sliceSeconds;
  }
  return {
    plan: present(search.best),
    iterations: search.iterations(),
    seconds: clock(),
    ...(reporter.completeAfterSeconds() === undefined ? {} : { completeAfterSeconds: reporter.completeAfterSeconds() }),
  };
}

function nextLook(count: number, seconds: number): number {
  if (seconds < lookSeconds / 2) return Math.min(1024, count * 2);
  return seconds > lookSeconds * 2 ? Math.max(1, count >> 1) : count;
}

/** Share of the budget that is spent. */
function createBudget(options: SolveOptions, clock: Clock): (iterations: number) => number {
  const { iterations } = options;
  const seconds = options.seconds ?? (iterations === undefined && !options.signal ? secondsByDefault : undefined);
  if (iterations !== undefined && seconds === undefined) return (done) => done / iterations;
  if (iterations === undefined && seconds === undefined) return () => Math.min(0.99, clock() / openEndedSeconds);
  return (done) => Math.max(clock() / seconds!, iterations === undefined ? 0 : done / iterations);
}

/** With nothing but a signal to end it, the search cools over a minute and then stays cold. */
const openEndedSeconds = 60;

interface Reporter {
  report(): void;
  completeAfterSeconds(): number | undefined;
}

function createReporter(
  options: SolveOptions,
  clock: Clock,
  search: Search,
  present: () => ReturnType<ReturnType<typeof createPresenter>>,
): Reporter {
  const every = options.everySeconds ?? 0.1;
  const levels = levelsOf(search);
  let reportedAt = -Infinity;
  let told: string | null = null;
  let completeAt: number | undefined;
  return {
    report: () => {
      if (completeAt === undefined && isComplete(search)) completeAt = clock();
      if (!options.onPlan && !options.onProgress) return;
      const seconds = clock();
      if (seconds - reportedAt < every) return;
      reportedAt = seconds;
      const objective = levels();
      const progress = { iterations: search.iterations(), seconds, objective };
      options.onProgress?.(progress);
      const key = objective.join(' ');
      if (!options.onPlan || key === told) return;
      told = key;
      options.onPlan(present(), progress);
    },
    completeAfterSeconds: () => completeAt,
  };
}

/** The best objective without the second level where none is asked for. */
function levelsOf(search: Search): () => number[] {
  const { tierCount, secondLevel } = search.model.worth;
  return () => [...search.best.objective].filter((_, level) => level !== tierCount || secondLevel !== 'none');
}

function isComplete(search: Search): boolean {
  for (let tier = 0; tier < search.model.worth.tierCount; tier += 1)
    if (search.best.objective[tier] !== 0) return false;
  return true;
}

/** Lets timers, messages and abort events have their turn. */
function turn(): Promise<void> {
  const immediate = (globalThis as { setImmediate?: (callback: () => void) => void }).setImmediate;
  return new Promise((resolve) => {
    if (immediate) immediate(resolve);
    else setTimeout(resolve, 0);
  });
}
