import type { Problem } from '../src/problem.ts';
import { instancesOf } from './instances.ts';
import type { Instance } from './instances.ts';
import { mean, measure } from './measure.ts';
import type { Row } from './measure.ts';
import { budget, seeds } from './settings.ts';
import type { Table, TableResult } from './table.ts';

/** Families of 200 to 1,000 tasks. */
export const large = ['homberger_200', 'homberger_400', 'homberger_1000', 'li_lim_200', 'li_lim_400'];

/** Cost against the best known, with the file's whole fleet. */
export const distanceTables: readonly Table[] = [
  distanceTable('solomon-1s', 'Solomon, distance, 1 s', ['solomon'], 1, 0.5),
  distanceTable('solomon-5s', 'Solomon, distance, 5 s', ['solomon'], 5, 0.12),
  distanceTable('lilim-1s', 'Li & Lim (100), distance, 1 s', ['li_lim_100'], 1, 0.15),
  distanceTable('lilim-5s', 'Li & Lim (100), distance, 5 s', ['li_lim_100'], 5, 0.02),
  // Published plans took hours, so this is no comparison in the same time: that is `rival-table.ts`.
  distanceTable('large-20s', '200 to 1,000 tasks, distance, 20 s', large, 20, 0.2),
];

/** The fleet cut to the best-known number of vehicles. */
export const fixedFleetTables: readonly Table[] = [
  fixedTable('fixed-5s', 'Solomon and Li & Lim, vehicles fixed, 5 s', ['solomon', 'li_lim_100'], 5, 0.98, 0.5),
  fixedTable('large-fixed-20s', '200 to 1,000 tasks, vehicles fixed, 20 s', large, 20, 15 / 16, 1.5),
];

function distanceTable(
  name: string,
  title: string,
  families: readonly string[],
  seconds: number,
  target: number,
): Table {
  return {
    name,
    title,
    target: `mean gap at most ${target} %`,
    run: async () => {
      const rows = await measureAll(families, (instance) => [instance.problem, instance.cost], seconds);
      // A plan below the reference is a better reference: it makes up for nothing elsewhere.
      const value = mean(rows.map((row) => Math.max(0, row.gap ?? 100)));
      return gapResult(rows, value, value <= target && rows.every((row) => row.unserved === 0));
    },
  };
}

function fixedTable(
  name: string,
  title: string,
  families: readonly string[],
  seconds: number,
  share: number,
  target: number,
): Table {
  return {
    name,
    title,
    target: `at least ${(share * 100).toFixed(1)} % complete, mean gap of those at most ${target} %`,
    run: async () => {
      const cut = ({ problem, vehicles, costWithVehicles }: Instance): [Problem, number] => [
        { ...problem, vehicles: problem.vehicles.slice(0, vehicles) },
        costWithVehicles,
      ];
      const rows = await measureAll(families, cut, seconds);
      const complete = rows.filter((row) => row.unserved === 0);
      const value = mean(complete.flatMap((row) => row.gap ?? []));
      const met = complete.length >= share * rows.length && value <= target;
      const result = gapResult(rows, value, met);
      return { ...result, summary: `${complete.length} of ${rows.length} complete, ${result.summary}` };
    },
  };
}

async function measureAll(
  families: readonly string[],
  prepare: (instance: Instance) => readonly [Problem, number],
  seconds: number,
): Promise<Row[]> {
  const rows: Row[] = [];
  for (const instance of instancesOf(...families)) {
    const [problem, reference] = prepare(instance);
    for (let seed = 1; seed <= seeds; seed += 1) {
      const row = await measure(instance.name, problem, reference, budget(seconds), seed);
      process.stderr.write(`${row.instance} ${row.cost.toFixed(2)} ${row.gap?.toFixed(3) ?? `${row.unserved} left`}\n`);
      rows.push(row);
    }
  }
  return rows;
}

function gapResult(rows: readonly Row[], value: number, met: boolean): TableResult {
  return {
    value,
    met,
    summary: `mean gap ${value.toFixed(3)} %`,
    header: [
      'instance',
      'seed',
      'seconds',
      'iterations',
      'vehicles',
      'left',
      'cost',
      'best known',
      'gap %',
      'first complete plan, s',
    ],
    rows: rows.map((row) => [
      row.instance,
      row.seed,
      row.seconds,
      row.iterations,
      row.vehicles,
      row.unserved,
      row.cost.toFixed(2),
      Number.isFinite(row.reference) ? row.reference.toFixed(2) : '–',
      row.gap === null ? '–' : row.gap.toFixed(3),
      row.firstSeconds === null ? '–' : row.firstSeconds.toFixed(3),
    ]),
  };
}
