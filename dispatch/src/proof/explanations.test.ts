import { describe, expect, it, vi } from 'vitest';

import { checkPlan, planOfSchedule } from '../checker/index.ts';
import { explain } from '../explain.ts';
import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { featureNames, randomProblem } from './random-problem.ts';
import { solved } from './solved.ts';

const isLong = Boolean(process.env['BARNRAISE_LONG']);
if (isLong) vi.setConfig({ testTimeout: 3_600_000 });

/** The plan with one stop put off, and everything after it as early as that allows. */
function putOff(problem: Problem, plan: Plan, vehicle: string, stop: string, seconds: number): Plan {
  return planOfSchedule(
    problem,
    plan.routes.map((route) => {
      const stops = route.entries.filter((entry) => entry.kind === 'stop');
      const late = route.vehicle === vehicle ? stops.findIndex((entry) => entry.id === stop) : stops.length;
      const steps = stops.map((entry, position) => ({
        kind: 'stop' as const,
        stop: entry.id!,
        ...(position < late ? { startAt: entry.startAt } : {}),
        ...(position === late ? { startAt: entry.startAt + seconds } : {}),
      }));
      return { vehicle: route.vehicle, startAt: route.startAt, steps };
    }),
  );
}

describe('the slack of a stop', () => {
  it('can be used up, but not a second more', async () => {
    for (let seed = 1; seed <= (isLong ? 60 : 5); seed++) {
      const problem = randomProblem(['windows', 'carry', 'deliver', 'short-shift', 'max-age'], 10, 3, seed);
      const plan = await solved(problem, 200, seed);
      const { slack } = explain(problem, plan);
      expect(slack.map((each) => each.stop)).toEqual(
        plan.routes.flatMap((route) => route.entries.flatMap((entry) => (entry.kind === 'stop' ? [entry.id] : []))),
      );
      for (const { vehicle, stop, seconds } of slack) {
        expect([seed, stop, checkPlan(problem, putOff(problem, plan, vehicle, stop, seconds)).defects]).toEqual([
          seed,
          stop,
          [],
        ]);
        expect([seed, stop, checkPlan(problem, putOff(problem, plan, vehicle, stop, seconds + 1)).feasible]).toEqual([
          seed,
          stop,
          false,
        ]);
      }
    }
  });
});

describe('an explanation', () => {
  it('has a reason for every job left out, whatever the features', async () => {
    let seed = 0;
    for (const [index, name] of featureNames.entries()) {
      const other = featureNames[(index * 7 + 3) % featureNames.length]!;
      const problem = randomProblem([name, other, 'short-shift', 'skills'], 9, 2, ++seed);
      const plan = await solved(problem, 60, seed, undefined, [name, other]);
      const { unserved } = explain(problem, plan);
      expect(unserved.map((each) => each.job)).toEqual(plan.unserved);
      for (const each of unserved) expect(each.vehicles).toHaveLength(problem.vehicles.length);
    }
  });

  it('names a missing skill exactly when no vehicle has it', async () => {
    for (let seed = 1; seed <= (isLong ? 60 : 8); seed++) {
      const problem = randomProblem(['skills', 'windows', 'short-shift'], 9, 2, seed);
      const plan = await solved(problem, 60, seed);
      for (const { job, vehicles } of explain(problem, plan).unserved) {
        const wanted = problem.jobs.find((each) => each.id === job)?.skills ?? [];
        for (const { vehicle, code } of vehicles) {
          const has = problem.vehicles.find((each) => each.id === vehicle)?.skills ?? [];
          expect(code === 'lacks-skill').toBe(wanted.some((skill) => !has.includes(skill)));
        }
      }
    }
  });
});
