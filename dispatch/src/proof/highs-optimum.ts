import highsModule from 'highs';

import type { AssignProblem } from '../assign/index.ts';

// The package types its CommonJS shape, Node loads its ESM one, whose default is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** The same problem as a linear program, written from its statement, for a solver that shares nothing with ours. */
export interface LinearProgram {
  readonly rowUpper: number[];
  readonly rowLower: number[];
  readonly cost: number[];
  readonly upper: number[];
  readonly starts: number[];
  readonly indices: number[];
  readonly values: number[];
}

/** The largest value there is, found by HiGHS, with the seconds it took (without loading it). */
export async function highsOptimum(
  problem: AssignProblem,
  solver: 'simplex' | 'ipm' | 'choose' = 'choose',
): Promise<{ readonly value: number; readonly seconds: number }> {
  const highs = await loadHighs();
  const program = linearProgram(problem);
  const startedAt = performance.now();
  const value = highs.withModel((model) => {
    model.options.set({ output_flag: false, solver });
    model.passModel({
      numCols: program.cost.length,
      numRows: program.rowUpper.length,
      sense: highs.constants.objectiveSense.maximize,
      colCost: program.cost,
      colLower: program.cost.map(() => 0),
      colUpper: program.upper,
      rowLower: program.rowLower,
      rowUpper: program.rowUpper,
      matrix: {
        format: 'csc',
        numCols: program.cost.length,
        numRows: program.rowUpper.length,
        starts: program.starts,
        indices: program.indices,
        values: program.values,
      },
    });
    const run = model.run();
    if (run.modelStatus !== highs.constants.modelStatus.optimal) throw new Error(`HiGHS: status ${run.modelStatus}`);
    return model.getObjectiveValue();
  });
  return { value, seconds: (performance.now() - startedAt) / 1000 };
}

/** One column for each pair and each step of worth; one row for each stock, limit, need and group. */
export function linearProgram(problem: AssignProblem): LinearProgram {
  const program: LinearProgram = {
    rowUpper: [],
    rowLower: [],
    cost: [],
    upper: [],
    starts: [0],
    indices: [],
    values: [],
  };
  const rows = new Map<string, number>();
  const row = (name: string, lower: number, upper: number) => {
    rows.set(name, program.rowUpper.length);
    program.rowLower.push(lower);
    program.rowUpper.push(upper);
  };
  const column = (cost: number, upper: number, entries: readonly (readonly [string, number])[]) => {
    program.cost.push(cost);
    program.upper.push(upper);
    for (const [name, value] of entries) {
      const index = rows.get(name);
      if (index === undefined) continue;
      program.indices.push(index);
      program.values.push(value);
    }
    program.starts.push(program.indices.length);
  };
  for (const offer of problem.offers) {
    if (offer.limit !== undefined) row(`limit ${offer.id}`, -Infinity, offer.limit);
    for (const stock of offer.stock) row(`stock ${offer.id} ${stock.kind}`, -Infinity, stock.quantity);
  }
  for (const need of problem.needs) row(`need ${need.id}`, 0, 0);
  for (const group of problem.groups ?? []) row(`group ${group.id}`, -Infinity, group.limit);
  const kindOf = new Map(problem.needs.map((need) => [need.id, need.kind]));
  for (const pair of problem.pairs) {
    column(pair.value, pair.limit ?? Infinity, [
      [`limit ${pair.offer}`, 1],
      [`stock ${pair.offer} ${kindOf.get(pair.need)}`, 1],
      [`need ${pair.need}`, 1],
    ]);
  }
  for (const need of problem.needs) {
    let left = need.quantity;
    for (const step of [...(need.steps ?? []), { quantity: Infinity, bonus: 0 }]) {
      const units = Math.min(step.quantity, left);
      left -= units;
      column(step.bonus, units, [
        [`need ${need.id}`, -1],
        [`group ${need.group}`, 1],
      ]);
    }
  }
  return program;
}
