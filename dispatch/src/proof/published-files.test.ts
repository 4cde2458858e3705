import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { describe, expect, it } from 'vitest';

import { readProblem } from '../formats/index.ts';
import { solved } from './solved.ts';

const dataFolder = path.resolve(import.meta.dirname, '../../../../shared/data/routing');

describe.skipIf(!existsSync(dataFolder))('published files (needs ../shared/data/routing)', () => {
  const tables = ['BKS_vrptw.json', 'BKS_pdptw.json'].map((name) => path.join(dataFolder, name));
  const best = Object.assign(
    {},
    ...tables.filter((file) => existsSync(file)).map((file) => JSON.parse(readFileSync(file, 'utf8')) as object),
  ) as Record<string, { best_known_cost: number }>;

  it.each(['solomon/C102', 'solomon/RC207', 'li_lim_100/lc103', 'homberger_200/r1_2_8', 'li_lim_200/LR2_2_6'])(
    '%s is solved feasibly and well within few iterations',
    async (name) => {
      const read = readProblem(readFileSync(path.join(dataFolder, `${name}.txt`), 'utf8'));
      if (!read.ok) throw new Error(read.defect.code);
      const plan = await solved(read.value.problem, 3000);
      const key = path.basename(name);
      expect(plan.unserved).toEqual([]);
      // With the fewest vehicles the way is longer, so that cost is an upper mark in any case.
      expect(plan.cost.total).toBeLessThan(best[key]!.best_known_cost * 1.25);
      expect(plan.cost.total).toBeGreaterThan((best[`${key}_distance`]?.best_known_cost ?? 0) - 0.01);
    },
  );

  it.each([
    ['solomon/RC101', 14],
    ['solomon/R110', 10],
    ['li_lim_200/LC1_2_6', 20],
  ])('%s is done by %i vehicles, the fewest known', async (name, vehicles) => {
    const read = readProblem(readFileSync(path.join(dataFolder, `${name}.txt`), 'utf8'));
    if (!read.ok) throw new Error(read.defect.code);
    const { problem } = read.value;
    const plan = await solved({ ...problem, vehicles: problem.vehicles.slice(0, vehicles) }, 100_000);
    expect(plan.unserved).toEqual([]);
  });
});
