import { PerformanceObserver } from 'node:perf_hooks';

import { solve } from '../src/solve.ts';
import { problemInProgress, replan } from '../src/replan.ts';
import { checkPlan } from '../src/checker/index.ts';
import type { Plan } from '../src/plan.ts';
import { everydayProblem, runningDay, scarceProblem, townProblem } from './made-problems.ts';
import { mean } from './measure.ts';
import { budget, clock } from './settings.ts';
import type { Table } from './table.ts';

/** Problems made here, so that these tables run in any clone. */
export const smallTables: readonly Table[] = [
  {
    name: 'everyday',
    title: 'The everyday case: 3 drivers, 30 stops, skills and windows',
    target: 'within 0.1 % of the 60 s result in 0.5 s',
    run: async () => {
      const rows = [];
      for (let seed = 1; seed <= 5; seed += 1) {
        const problem = everydayProblem(seed);
        const quick = await solve(problem, { seconds: 0.5, seed, clock });
        const long = await solve(problem, { seconds: budget(60), seed, clock });
        const gap = (quick.plan.cost.total / long.plan.cost.total - 1) * 100;
        rows.push([
          seed,
          quick.plan.cost.total,
          long.plan.cost.total,
          quick.plan.unserved.length - long.plan.unserved.length,
          gap,
        ]);
      }
      const value = Math.max(...rows.map((row) => row[4]!));
      const met = value <= 0.1 && rows.every((row) => row[3] === 0);
      return {
        value,
        met,
        summary: `largest gap ${value.toFixed(3)} %`,
        header: ['seed', '0.5 s', '60 s', 'more left', 'gap %'],
        rows,
      };
    },
  },
  {
    name: 'first-plan',
    title: 'First complete plan of 1,000 tasks',
    target: 'at most 0.5 s',
    run: async () => {
      const rows = [];
      for (const kind of ['deliver', 'carry'] as const) {
        const { completeAfterSeconds = Infinity, plan } = await solve(townProblem(1000, kind, 1), {
          iterations: 1,
          clock,
        });
        rows.push([kind, completeAfterSeconds, plan.routes.length, plan.cost.total]);
      }
      const value = Math.max(...rows.map((row) => row[1] as number));
      return {
        value,
        met: value <= 0.5,
        summary: `${value.toFixed(3)} s`,
        header: ['jobs', 'seconds', 'vehicles', 'cost'],
        rows,
      };
    },
  },
  {
    name: 'inner-loop',
    title: 'Iterations per second by size',
    target: 'no garbage-collection pause over 10 ms',
    run: async () => {
      const pauses: number[] = [];
      const observer = new PerformanceObserver((list) =>
        pauses.push(...list.getEntries().map((entry) => entry.duration)),
      );
      observer.observe({ entryTypes: ['gc'] });
      const rows = [];
      for (const kind of ['deliver', 'carry'] as const) {
        for (const size of [100, 200, 400, 1000]) {
          const { iterations, seconds } = await solve(townProblem(size, kind, 1), { seconds: budget(5), clock });
          rows.push([kind, size, iterations / seconds]);
        }
      }
      observer.disconnect();
      const value = Math.max(0, ...pauses);
      const summary = `longest of ${pauses.length} pauses ${value.toFixed(1)} ms`;
      return { value, met: value <= 10, summary, header: ['jobs', 'stops', 'iterations/s'], rows };
    },
  },
  {
    name: 'memory',
    title: 'Memory with 1,000 tasks',
    target: 'at most 150 MB',
    run: async () => {
      await solve(townProblem(1000, 'deliver', 1), { seconds: budget(5), clock });
      const value = process.resourceUsage().maxRSS / 1024;
      return {
        value,
        met: value <= 150,
        summary: `${value.toFixed(0)} MB at most in the whole process`,
        header: ['MB'],
        rows: [[value]],
      };
    },
  },
  {
    name: 'scarce',
    title: 'Too much work for the fleet, priorities 1 to 10, 5 s',
    target: 'worth served grows from 0.5 s to 5 s, none lost',
    run: async () => {
      const rows = [];
      for (let seed = 1; seed <= 5; seed += 1) {
        const problem = scarceProblem(seed);
        const all = problem.jobs.reduce((sum, job) => sum + (job.weight ?? 1), 0);
        const served = (plan: Plan): number => all - (plan.objective[0] ?? 0);
        const quick = await solve(problem, { seconds: budget(0.5), seed, clock });
        const long = await solve(problem, { seconds: budget(5), seed, clock });
        rows.push([seed, all, served(quick.plan), served(long.plan), long.plan.cost.total]);
      }
      const value = mean(rows.map((row) => row[3]! / row[1]!)) * 100;
      const met = rows.every((row) => row[3]! >= row[2]!);
      const header = ['seed', 'worth of all', 'served in 0.5 s', 'served in 5 s', 'cost'];
      return { value, met, summary: `${value.toFixed(1)} % of the worth served`, header, rows };
    },
  },
  {
    name: 'replan',
    title: 'One urgent job into a running plan of 200 stops',
    target: 'first answer within 50 ms, at least 90 % of the stops keep vehicle and order',
    run: async () => {
      const rows = [];
      for (let seed = 1; seed <= 5; seed += 1) rows.push(await replanOnce(seed));
      const slowest = Math.max(...rows.map((row) => row[1]!));
      const kept = Math.min(...rows.map((row) => row[2]!));
      const summary = `${slowest.toFixed(1)} ms, ${kept.toFixed(1)} % kept`;
      const met = slowest <= 50 && kept >= 90 && rows.every((row) => row[3] === 0);
      return { value: slowest, met, summary, header: ['seed', 'first answer, ms', 'kept %', 'left'], rows };
    },
  },
];

/** Starts the day, then asks in the middle of it. The first seed also warms the compiler up, as a server's would be. */
async function replanOnce(seed: number): Promise<number[]> {
  const { problem, urgent, now } = runningDay(seed);
  const { plan } = await solve(problem, { seconds: budget(3), seed, clock });
  const changed = { ...problem, jobs: [...problem.jobs, urgent] };
  const startedAt = performance.now();
  let firstMs = Infinity;
  let first: Plan | undefined;
  const options = { now, pricePerChange: 900 };
  const answer = await replan(changed, plan, {
    ...options,
    seconds: budget(1),
    clock,
    onPlan: (each) => {
      if (first) return;
      firstMs = performance.now() - startedAt;
      first = each;
    },
  });
  const { defects } = checkPlan(problemInProgress(changed, plan, options), answer.plan);
  if (defects.length > 0) throw new Error(`seed ${seed}: ${JSON.stringify(defects[0])}`);
  return [
    seed,
    firstMs,
    Math.min(keptShare(plan, first ?? answer.plan), keptShare(plan, answer.plan)),
    answer.plan.unserved.length,
  ];
}

/** Percent of the stops that are in the same vehicle, behind the same told stop as before. */
function keptShare(before: Plan, after: Plan): number {
  const toldTo = new Map<string, string>();
  const place = new Map<string, number>();
  for (const route of before.routes) {
    for (const [index, entry] of route.entries.entries()) {
      if (entry.id !== undefined) toldTo.set(entry.id, route.vehicle);
      if (entry.id !== undefined) place.set(entry.id, index);
    }
  }
  let kept = 0;
  for (const route of after.routes) {
    let last = -1;
    for (const { id } of route.entries) {
      if (id === undefined || toldTo.get(id) !== route.vehicle) continue;
      if (place.get(id)! > last) kept += 1;
      last = place.get(id)!;
    }
  }
  return (kept / toldTo.size) * 100;
}
