import { findObstacle } from './explain/find-obstacle.ts';
import { findSlack } from './explain/find-slack.ts';
import { nearestObstacle } from './explain/nearest-obstacle.ts';
import type { Explanation } from './explanation.ts';
import type { Plan } from './plan.ts';
import { findDefects } from './problem-defects.ts';
import { ProblemError } from './problem-error.ts';
import type { Problem } from './problem.ts';
import { layPlan } from './solver/lay-plan.ts';
import { compile } from './solver/model/compile.ts';
import { layPenalties } from './solver/penalties.ts';
import { createSearchState } from './solver/search-state.ts';

/**
 * Says for each unserved job of a plan why no vehicle takes it, found by lifting one rule at a time, and for each
 * stop how late it could begin. Takes some milliseconds for each unserved job.
 */
export function explain(problem: Problem, plan: Plan): Explanation {
  const defects = findDefects(problem);
  if (defects.length > 0) throw new ProblemError(defects);
  if (problem.vehicles.length === 0) {
    const unserved = problem.jobs.map((job) => ({
      job: job.id,
      reason: { code: 'no-vehicle' as const },
      vehicles: [],
    }));
    return { unserved, slack: [] };
  }
  if (problem.jobs.length === 0) return { unserved: [], slack: [] };
  const state = createSearchState(compile(problem), 1, false);
  layPenalties(state);
  layPlan(state, plan);
  const unserved = problem.jobs.flatMap((job, index) => {
    const q = state.model.requestOfJob[index]!;
    if (state.absent.at[q]! < 0) return [];
    const vehicles = problem.vehicles.map((vehicle, r) => ({ vehicle: vehicle.id, ...findObstacle(state, q, r) }));
    return [{ job: job.id, reason: nearestObstacle(vehicles), vehicles }];
  });
  return { unserved, slack: findSlack(state) };
}
