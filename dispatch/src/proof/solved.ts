import { expect } from 'vitest';

import { checkPlan, planOfSchedule } from '../checker/index.ts';
import type { PlanDefect } from '../checker/index.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { solve } from '../solve.ts';

/** Solves, and lets the checker judge; `about` shows up in the message when it finds something. */
export async function solved(
  problem: Problem,
  iterations: number,
  seed = 1,
  start?: Plan,
  about?: unknown,
): Promise<Plan> {
  const { plan } = await solve(problem, { iterations, seed, ...(start ? { start } : {}) });
  expect([about, defectsOf(problem, plan)]).toEqual([about, []]);
  return plan;
}

/** Ties between jobs belong to no vehicle. */
const tieRules: ReadonlySet<string> = new Set([
  'not-same-vehicle',
  'not-different-vehicles',
  'gap-too-short',
  'gap-too-long',
]);

/** What the checker finds, but for what the locked stops break all by themselves: nobody can help that. */
export function defectsOf(problem: Problem, plan: Plan): readonly PlanDefect[] {
  const isHeld = ({ rule, vehicle }: PlanDefect) =>
    tieRules.has(rule) || problem.vehicles.some((each) => each.id === vehicle && each.locked);
  const hasBreaks = problem.vehicles.some((vehicle) => vehicle.breaks);
  const bare = problem.vehicles.flatMap((vehicle) => {
    if (!vehicle.locked) return [];
    const steps = vehicle.locked.flatMap((entry) => (entry.kind === 'stop' ? [entry] : []));
    return [
      { vehicle: vehicle.id, steps: steps.map(({ kind, stop, startedAt }) => ({ kind, stop, startAt: startedAt })) },
    ];
  });
  const known = new Set(checkPlan(problem, planOfSchedule(problem, bare)).defects.map((defect) => defect.rule));
  // A break that is owed lengthens the locked stops' route further.
  if (hasBreaks) for (const rule of ['shift-exceeded', 'duration-exceeded'] as const) known.add(rule);
  return checkPlan(problem, plan).defects.filter((defect) => !(isHeld(defect) && known.has(defect.rule)));
}
