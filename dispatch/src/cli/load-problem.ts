import { readFileSync } from 'node:fs';

import { describeDefect, readProblem } from '../formats/index.ts';
import type { RoutingFormat } from '../formats/index.ts';
import { describeProblemDefect, findDefects } from '../problem-defects.ts';
import type { Problem, Vehicle } from '../problem.ts';
import { CommandError, exitCodes } from './exit-codes.ts';
import type { CommandOptions } from './parse-arguments.ts';

export interface LoadedProblem {
  readonly format: RoutingFormat;
  readonly problem: Problem;
  /** The formats whose stops are named by the numbers of the file. */
  readonly isText: boolean;
}

/** The text of a file, or of standard input for `-`. */
export function readText(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new CommandError(exitCodes.badFile, `${file}: ${(error as Error).message}`);
  }
}

/** Reads and checks a problem file and applies `--vehicles` and `--objective`. Bad files end the command. */
export function loadProblem(file: string, options: CommandOptions): LoadedProblem {
  const read = readProblem(readText(file), options.format);
  if (!read.ok) throw new CommandError(exitCodes.badFile, `${file}: ${describeDefect(read.defect)}`);
  const { format } = read.value;
  const isText = format === 'solomon' || format === 'lilim';
  const problem = withObjective(withFleet(read.value.problem, options.vehicles, isText), options.objective);
  const defects = findDefects(problem);
  if (defects.length > 0) {
    throw new CommandError(
      exitCodes.badFile,
      defects.map((defect) => `${file}: ${describeProblemDefect(defect)}`).join('\n'),
    );
  }
  return { format, problem, isText };
}

/** The first K vehicles; of the text formats, whose vehicles are all equal, also more than the file has. */
function withFleet(problem: Problem, count: number | undefined, isText: boolean): Problem {
  if (count === undefined) return problem;
  const { vehicles } = problem;
  if (count > vehicles.length && !isText) {
    throw new CommandError(exitCodes.usage, `--vehicles ${count}: the file has only ${vehicles.length}`);
  }
  const fleet = Array.from(
    { length: count },
    (_, index): Vehicle => vehicles[index] ?? { ...vehicles[0]!, id: String(index + 1) },
  );
  return { ...problem, vehicles: fleet };
}

function withObjective(problem: Problem, wanted: CommandOptions['objective']): Problem {
  if (wanted === undefined) return problem;
  const second = wanted === 'vehicles' ? ({ second: 'vehicles' } as const) : {};
  return { ...problem, objective: { ...second, cost: 'distance' } };
}
