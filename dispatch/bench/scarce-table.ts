import { solve } from '../src/solve.ts';
import type { Problem } from '../src/problem.ts';
import { instancesOf } from './instances.ts';
import { withPriorities } from './made-problems.ts';
import { mean } from './measure.ts';
import { budget, clock, seeds } from './settings.ts';
import type { Table } from './table.ts';

const names = ['C108', 'R101', 'R211', 'RC108', 'RC202', 'lc108', 'r1_2_8', 'LR2_2_6'];

/** Published days with half the vehicles that the best plan needs: far too much work. */
export const scarceTable: Table = {
  name: 'scarce-published',
  title: 'Published instances with half the vehicles, priorities 1 to 10, 5 s',
  target: 'on the mean at least 99.5 % of the worth that is served in 20 s',
  run: async () => {
    const rows = [];
    for (const { name, problem, vehicles } of instancesOf('solomon', 'li_lim_100', 'homberger_200', 'li_lim_200')) {
      if (!names.includes(name)) continue;
      for (let seed = 1; seed <= seeds; seed += 1) {
        const scarce = withPriorities(problem, Math.max(1, Math.floor(vehicles / 2)), seed);
        const all = scarce.jobs.reduce((sum, job) => sum + (job.weight ?? 1), 0);
        const [quick, long] = [await lost(scarce, seed, 5), await lost(scarce, seed, 20)];
        rows.push([name, seed, scarce.vehicles.length, all, all - quick, all - long]);
      }
    }
    const value = mean(rows.map((row) => Number(row[4]) / Number(row[5]))) * 100;
    const header = ['instance', 'seed', 'vehicles', 'worth of all', 'served in 5 s', 'served in 20 s'];
    return { value, met: value >= 99.5, summary: `${value.toFixed(2)} % of what is served in 20 s`, header, rows };
  },
};

async function lost(problem: Problem, seed: number, seconds: number): Promise<number> {
  const { plan } = await solve(problem, { seconds: budget(seconds), seed, clock });
  return plan.objective[0] ?? 0;
}
