import { checkPlan } from '../checker/index.ts';
import type { Verdict } from '../checker/index.ts';
import type { Plan, Route } from '../plan.ts';
import type { LoadedProblem } from './load-problem.ts';

/** What `--json` prints. */
export interface SolveSummary {
  /** Routes with a stop. */
  readonly vehicles: number;
  /** The last level of the objective: for the text formats the distance. */
  readonly cost: number;
  /** Jobs left out. */
  readonly unassigned: number;
  /** The checker's verdict. */
  readonly feasible: boolean;
  readonly iterations: number;
  readonly seconds: number;
  /** For the text formats the customer numbers of the file, without the depot; else the ids of the stops. */
  readonly routes: readonly (readonly (number | string)[])[];
}

export function summarizePlan(
  loaded: LoadedProblem,
  plan: Plan,
  effort: { readonly iterations: number; readonly seconds: number },
): { readonly summary: SolveSummary; readonly verdict: Verdict } {
  const verdict = checkPlan(loaded.problem, plan);
  const summary = {
    vehicles: plan.routes.length,
    cost: verdict.cost.total,
    unassigned: plan.unserved.length,
    feasible: verdict.feasible,
    iterations: effort.iterations,
    seconds: effort.seconds,
    routes: plan.routes.map((route) => stopsOfRoute(route).map((id) => (loaded.isText ? Number(id) : id))),
  };
  return { summary, verdict };
}

/** The ids of the stops of a route, in order. */
export function stopsOfRoute(route: Route): string[] {
  return route.entries.flatMap((entry) => (entry.kind === 'stop' ? [entry.id ?? ''] : []));
}
