import { checkPlan, planOfRoutes } from '../checker/index.ts';
import { describeDefect, readPlanJson, readRouteLists } from '../formats/index.ts';
import type { Read } from '../formats/index.ts';
import type { Plan } from '../plan.ts';
import { stopId, stopsOf } from '../problem.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { loadProblem, readText } from './load-problem.ts';
import type { LoadedProblem } from './load-problem.ts';
import type { CommandOptions } from './parse-arguments.ts';
import { renderVerdict } from './render-plan.ts';
import type { Terminal } from './terminal.ts';

/** Judges a plan of a file: every rule, and all sums counted again. */
export function checkCommand(file: string, planFile: string, options: CommandOptions, terminal: Terminal): ExitCode {
  const loaded = loadProblem(file, options);
  const plan = loadPlan(loaded, planFile);
  const verdict = checkPlan(loaded.problem, plan);
  if (options.json) {
    const { feasible, defects, objective, cost } = verdict;
    const counts = { vehicles: plan.routes.length, cost: cost.total, unassigned: plan.unserved.length };
    terminal.out(`${JSON.stringify({ ...counts, feasible, objective, defects })}\n`);
  } else {
    terminal.out(renderVerdict(loaded, plan, verdict));
  }
  return verdict.feasible ? exitCodes.ok : exitCodes.infeasible;
}

/** A whole plan, or lists of stops, whose times are then as early as possible. */
function loadPlan(loaded: LoadedProblem, file: string): Plan {
  const text = readText(file);
  const valueOf = <T>(read: Read<T>): T => {
    if (read.ok) return read.value;
    throw new CommandError(exitCodes.badFile, `${file}: ${describeDefect(read.defect)}`);
  };
  if (/^\s*\{/.test(text) && /"unserved"\s*:/.test(text)) return valueOf(readPlanJson(text));
  const lists = valueOf(readRouteLists(text)).routes;
  if (!loaded.isText) {
    const reason = 'lists of stops say no times; check a plan written by solve --plan';
    throw new CommandError(exitCodes.badFile, `${file}: ${reason}`);
  }
  const known = new Set(loaded.problem.jobs.flatMap((job) => stopsOf(job).map((_, index) => stopId(job, index))));
  for (const { stop, line } of lists.flat()) {
    if (!known.has(stop)) {
      throw new CommandError(
        exitCodes.badFile,
        `${file}: ${describeDefect({ code: 'customer-unknown', line, number: stop })}`,
      );
    }
  }
  return planOfRoutes(
    loaded.problem,
    lists.map((route) => route.map((each) => each.stop)),
  );
}
