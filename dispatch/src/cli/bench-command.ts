import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

import { CommandError, exitCodes } from './exit-codes.ts';
import type { ExitCode } from './exit-codes.ts';
import { loadProblem } from './load-problem.ts';
import type { CommandOptions } from './parse-arguments.ts';
import { search } from './solve-command.ts';
import { summarizePlan } from './summarize-plan.ts';
import type { Terminal } from './terminal.ts';

interface BenchRow {
  readonly file: string;
  readonly vehicles: number;
  readonly cost: number;
  readonly unassigned: number;
  readonly feasible: boolean;
  readonly iterations: number;
  readonly seconds: number;
  /** Best-known cost, and how far above it the plan is, in percent; null where none is known. */
  readonly best: number | null;
  readonly gapPercent: number | null;
}

/** Solves every problem file below a folder and compares with the best-known values of a `BKS*.json` in it. */
export async function benchCommand(folder: string, options: CommandOptions, terminal: Terminal): Promise<ExitCode> {
  const files = problemFiles(folder);
  if (files.length === 0) throw new CommandError(exitCodes.badFile, `${folder}: there are no problem files`);
  const best = bestKnown(folder);
  const rows: BenchRow[] = [];
  for (const file of files) {
    const row = await benchFile(path.join(folder, file), file, options, best, terminal);
    rows.push(row);
    if (!options.json) terminal.out(renderRow(row));
  }
  const gaps = rows.flatMap((row) => (row.gapPercent === null || row.unassigned > 0 ? [] : [row.gapPercent]));
  const meanGapPercent = gaps.length > 0 ? gaps.reduce((sum, gap) => sum + gap, 0) / gaps.length : null;
  const complete = rows.filter((row) => row.feasible && row.unassigned === 0).length;
  if (options.json) terminal.out(`${JSON.stringify({ files: rows.length, complete, meanGapPercent, rows })}\n`);
  else {
    const mean = meanGapPercent === null ? '' : `, mean gap ${meanGapPercent.toFixed(3)} %`;
    terminal.out(`${complete} of ${rows.length} complete${mean}\n`);
  }
  return rows.every((row) => row.feasible) ? exitCodes.ok : exitCodes.infeasible;
}

function problemFiles(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /\.(txt|json)$/i.test(file) && !path.basename(file).startsWith('BKS'))
      .filter((file) => statSync(path.join(folder, file)).isFile())
      .sort();
  } catch (error) {
    throw new CommandError(exitCodes.badFile, `${folder}: ${(error as Error).message}`);
  }
}

interface BestKnown {
  readonly best_known_cost?: number;
}

/** Tables of best-known values in the folder or the one above: `NAME` fewest vehicles first, `NAME_distance` distance. */
function bestKnown(folder: string): Readonly<Record<string, BestKnown>> {
  const tables: Record<string, BestKnown> = {};
  for (const each of [path.join(folder, '..'), folder]) {
    if (!existsSync(each)) continue;
    for (const name of readdirSync(each)) {
      if (!/^BKS.*\.json$/.test(name)) continue;
      Object.assign(tables, JSON.parse(readFileSync(path.join(each, name), 'utf8')));
    }
  }
  return tables;
}

async function benchFile(
  file: string,
  name: string,
  options: CommandOptions,
  best: Readonly<Record<string, BestKnown>>,
  terminal: Terminal,
): Promise<BenchRow> {
  const loaded = loadProblem(file, options);
  const hasLimit = options.seconds !== undefined || options.iterations !== undefined;
  const solution = await search(loaded, { ...options, ...(hasLimit ? {} : { seconds: 1 }), json: true }, terminal);
  const { routes: _, ...counts } = summarizePlan(loaded, solution.plan, solution).summary;
  const key = path.basename(name).replace(/\.\w+$/, '');
  const isByVehicles = options.objective === 'vehicles' || options.vehicles !== undefined;
  const known = best[isByVehicles ? key : `${key}_distance`]?.best_known_cost ?? null;
  return { file: name, ...counts, best: known, gapPercent: known === null ? null : (counts.cost / known - 1) * 100 };
}

function renderRow(row: BenchRow): string {
  const gap = row.gapPercent === null ? '' : `${row.gapPercent.toFixed(2)} %`;
  const note = row.feasible ? (row.unassigned > 0 ? `${row.unassigned} left` : '') : 'NOT FEASIBLE';
  return `${row.file.padEnd(32)} ${String(row.vehicles).padStart(4)} ${row.cost.toFixed(2).padStart(11)} ${gap.padStart(9)} ${note}\n`;
}
