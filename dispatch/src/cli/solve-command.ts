import { writeFileSync } from 'node:fs';

import { explain } from '../explain.ts';
import { solve } from '../node.ts';
import type { Solution } from '../solve-options.ts';
import { describeReasons } from './describe-reasons.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { loadProblem } from './load-problem.ts';
import type { LoadedProblem } from './load-problem.ts';
import type { CommandOptions } from './parse-arguments.ts';
import { renderPlan, renderVerdict } from './render-plan.ts';
import { showProgress } from './show-progress.ts';
import { summarizePlan } from './summarize-plan.ts';
import type { Terminal } from './terminal.ts';

const defaultSeconds = 5;

/** Finds a plan for a file and prints it. */
export async function solveCommand(file: string, options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  const loaded = loadProblem(file, options);
  const solution = await search(loaded, options, terminal);
  const { summary, verdict } = summarizePlan(loaded, solution.plan, solution);
  if (options.plan !== undefined) writePlan(options.plan, solution);
  if (options.json) {
    terminal.out(`${JSON.stringify(summary)}\n`);
  } else {
    terminal.out(renderPlan(loaded, solution.plan));
    if (summary.unassigned > 0) terminal.out(describeReasons(loaded, explain(loaded.problem, solution.plan)));
    const effort = `${solution.seconds.toFixed(2)} s, ${solution.iterations} iterations`;
    terminal.out(`${renderVerdict(loaded, solution.plan, verdict).trimEnd()} (${effort})\n`);
  }
  return verdict.feasible ? exitCodes.ok : exitCodes.infeasible;
}

/** Searches until the limit or the first Ctrl-C; the second one quits at once. */
export async function search(loaded: LoadedProblem, options: CommandOptions, terminal: Terminal): Promise<Solution> {
  const stop = new AbortController();
  const forget = terminal.onInterrupt(() => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  });
  const progress = options.json ? null : showProgress(terminal);
  const { iterations, seed, threads } = options;
  const hasLimit = options.seconds !== undefined || iterations !== undefined;
  try {
    return await solve(loaded.problem, {
      ...(hasLimit ? {} : { seconds: defaultSeconds }),
      ...(options.seconds === undefined ? {} : { seconds: options.seconds }),
      ...(iterations === undefined ? {} : { iterations }),
      ...(seed === undefined ? {} : { seed }),
      ...(threads === undefined ? {} : { threads }),
      signal: stop.signal,
      ...(progress ? { onProgress: progress.tell, everySeconds: 0.2 } : {}),
    });
  } finally {
    forget();
    progress?.end();
  }
}

function writePlan(file: string, solution: Solution): void {
  try {
    writeFileSync(file, `${JSON.stringify(solution.plan)}\n`);
  } catch (error) {
    throw new CommandError(exitCodes.badFile, `${file}: ${(error as Error).message}`);
  }
}
