import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { readProblem } from '../src/formats/index.ts';
import type { Problem } from '../src/problem.ts';

/** Reference instances; absent in a plain clone. */
const folder = path.resolve(import.meta.dirname, '../../../shared/data/routing');

export const haveInstances = existsSync(folder);

export interface Instance {
  readonly name: string;
  readonly family: string;
  readonly problem: Problem;
  /** Best-known vehicles, and the best-known cost with so many; 0 and Infinity if unknown. */
  readonly vehicles: number;
  readonly costWithVehicles: number;
  /** Lowest cost known with any number of vehicles. */
  readonly cost: number;
}

interface Known {
  readonly best_known_cost: number;
  readonly solved_with_vehicles: number;
}

/**
 * The published list has values that are not the best (RC101, RC208), and one below what is possible at all: the proven
 * optimum of RC103 with distances cut to one decimal is 1258.0.
 */
const corrections: Readonly<Record<string, number>> = { RC101: 1623.58, RC103: 1261.67, RC208: 778.93 };

/** Lowest costs that searches of this package have ever found; kept because no table of distances alone is published for Li & Lim. */
const found = JSON.parse(readFileSync(path.join(import.meta.dirname, 'best-found.json'), 'utf8')) as Record<
  string,
  number
>;

/** The instances of some families, by folder name. */
export function instancesOf(...families: readonly string[]): Instance[] {
  const known = { ...readKnown('BKS_vrptw.json'), ...readKnown('BKS_pdptw.json') };
  return families.flatMap((family) =>
    readdirSync(path.join(folder, family))
      .filter((file) => file.endsWith('.txt'))
      .sort()
      .map((file) => readInstance(family, file, known)),
  );
}

function readKnown(file: string): Record<string, Known> {
  return JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as Record<string, Known>;
}

function readInstance(family: string, file: string, known: Readonly<Record<string, Known>>): Instance {
  const read = readProblem(readFileSync(path.join(folder, family, file), 'utf8'));
  if (!read.ok) throw new Error(`${file}: ${JSON.stringify(read.defect)}`);
  const name = file.replace('.txt', '');
  const published = corrections[name] ?? known[`${name}_distance`]?.best_known_cost ?? Infinity;
  return {
    name,
    family,
    problem: read.value.problem,
    vehicles: known[name]?.solved_with_vehicles ?? 0,
    costWithVehicles: known[name]?.best_known_cost ?? Infinity,
    cost: Math.min(published, known[name]?.best_known_cost ?? Infinity, found[name] ?? Infinity),
  };
}
