import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { planOfSchedule } from './plan-of-schedule.ts';

/**
 * A plan from bare lists of stops, one for each vehicle in the problem's order: everybody leaves when the shift begins
 * and is everywhere as early as possible. Right for problems without breaks, reloads and ties, as the text formats state
 * them.
 */
export function planOfRoutes(problem: Problem, lists: readonly (readonly string[])[]): Plan {
  const schedules = lists.map((list, position) => ({
    vehicle: problem.vehicles[position]?.id ?? `(vehicle ${position + 1})`,
    steps: list.map((stop) => ({ kind: 'stop' as const, stop })),
  }));
  return planOfSchedule(
    problem,
    schedules.filter((schedule) => schedule.steps.length > 0),
  );
}
