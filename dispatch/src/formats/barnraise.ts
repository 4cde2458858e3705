import type { Plan } from '../plan.ts';
import type { Matrix, Problem, Profile } from '../problem.ts';
import { planShape, problemShape } from './barnraise-shape.ts';
import { reading } from './format-defect.ts';
import type { Read } from './format-defect.ts';
import { parseJson } from './json-text.ts';
import { wrongShape } from './shape.ts';

/**
 * Reads a problem from JSON that has the very shape of `Problem`; a matrix may also be one flat row-major list. Answers
 * the first defect with its path. Whether the names in it fit together is not looked at here.
 */
export function readBarnraise(text: string): Read<Problem> {
  return reading(text, () => {
    const value = parseJson(text);
    problemShape(value, '');
    const problem = value as Problem;
    const profiles = Object.entries(problem.profiles).map(([name, profile]) => [
      name,
      profileOf(profile, problem.places.length, `profiles.${name}`),
    ]);
    return { ...problem, profiles: Object.fromEntries(profiles) as Record<string, Profile> };
  });
}

function profileOf(profile: Profile, size: number, path: string): Profile {
  if (profile.kind !== 'matrix') return profile;
  const { distances } = profile;
  return {
    ...profile,
    durations: matrixOf(profile.durations, size, `${path}.durations`),
    ...(distances ? { distances: matrixOf(distances, size, `${path}.distances`) } : {}),
  };
}

function matrixOf(matrix: Matrix, size: number, path: string): Float64Array {
  const rows = matrix as readonly (number | readonly number[])[];
  if (typeof rows[0] === 'number') {
    if (rows.length !== size * size) throw wrongShape(path, `${size} × ${size} numbers`, rows.length);
    return Float64Array.from(rows as readonly number[]);
  }
  if (rows.length !== size) throw wrongShape(path, `${size} rows`, rows.length);
  const flat = new Float64Array(size * size);
  for (const [index, row] of (rows as readonly (readonly number[])[]).entries()) {
    if (row.length !== size) throw wrongShape(`${path}[${index}]`, `${size} numbers`, row.length);
    flat.set(row, index * size);
  }
  return flat;
}

/** The problem as JSON that `readBarnraise` takes; matrices as rows. */
export function writeBarnraise(problem: Problem): string {
  const size = problem.places.length;
  const rowsOf = (_: string, value: unknown): unknown =>
    value instanceof Float64Array
      ? Array.from({ length: size }, (_unused, row) => Array.from(value.subarray(row * size, (row + 1) * size)))
      : value;
  return JSON.stringify(problem, rowsOf);
}

/** Reads a whole plan, with all its times, from JSON that has the very shape of `Plan`. */
export function readPlanJson(text: string): Read<Plan> {
  return reading(text, () => {
    const value = parseJson(text);
    planShape(value, '');
    return value as Plan;
  });
}
