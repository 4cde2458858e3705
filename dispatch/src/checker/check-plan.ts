import type { CostBreakdown, Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { checkJobs } from './check-jobs.ts';
import { checkLoads } from './check-loads.ts';
import { checkLinks, checkLocks } from './check-ties.ts';
import { checkTimes } from './check-times.ts';
import { checkRouteTotals, countCost, countObjective } from './check-totals.ts';
import { isSameSum } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import { readPlan } from './plan-reading.ts';

export interface Verdict {
  /** No rule is broken. Unserved jobs break none. */
  readonly feasible: boolean;
  readonly defects: readonly PlanDefect[];
  /** Counted again from the entries, whatever the plan says of itself. */
  readonly objective: readonly number[];
  readonly cost: CostBreakdown;
}

/**
 * Judges a plan: every rule of the problem, one after the other, and all sums counted again. Slow on purpose: it is
 * written from the statement in `problem.ts`, looks everything up where it stands, keeps nothing between two rules and
 * shares no code with the solver, so that an error in one does not hide in the other.
 *
 * The problem itself must be sound; the plan may be anything of the right shape.
 */
export function checkPlan(problem: Problem, plan: Plan): Verdict {
  const defects: PlanDefect[] = [];
  const reading = readPlan(problem, plan, defects);
  checkJobs(reading, defects);
  const totals = reading.routes.map((route) => {
    checkTimes(reading, route, defects);
    checkLoads(route, defects);
    return checkRouteTotals(reading, route, defects);
  });
  checkLinks(reading, defects);
  checkLocks(reading, defects);
  const cost = countCost(reading, totals);
  const objective = countObjective(reading, totals, cost);
  const parts = ['way', 'fixed', 'windows', 'skipped', 'changes', 'total'] as const;
  if (parts.some((part) => !isSameSum(cost[part], plan.cost[part]))) defects.push({ rule: 'cost-wrong' });
  if (
    objective.length !== plan.objective.length ||
    objective.some((n, level) => !isSameSum(n, plan.objective[level]!))
  ) {
    defects.push({ rule: 'objective-wrong' });
  }
  return { feasible: defects.length === 0, defects, objective, cost };
}
