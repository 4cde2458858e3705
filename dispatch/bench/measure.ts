import { checkPlan } from '../src/checker/index.ts';
import type { Problem } from '../src/problem.ts';
import { solve } from '../src/solve.ts';
import { clock } from './settings.ts';

export interface Row {
  readonly instance: string;
  readonly seed: number;
  readonly seconds: number;
  readonly iterations: number;
  readonly vehicles: number;
  readonly unserved: number;
  readonly cost: number;
  readonly reference: number;
  /** Percent above the reference; null where jobs are left or nothing is known. */
  readonly gap: number | null;
  readonly firstSeconds: number | null;
}

/** One search, its plan judged by the checker: a plan that breaks a rule ends the bench. */
export async function measure(
  instance: string,
  problem: Problem,
  reference: number,
  seconds: number,
  seed: number,
): Promise<Row> {
  const { plan, iterations, completeAfterSeconds } = await solve(problem, { seconds, seed, clock });
  const { defects } = checkPlan(problem, plan);
  if (defects.length > 0) throw new Error(`${instance}, seed ${seed}: ${JSON.stringify(defects[0])}`);
  const unserved = plan.unserved.length;
  const cost = plan.cost.total;
  return {
    instance,
    seed,
    seconds,
    iterations,
    vehicles: plan.routes.length,
    unserved,
    cost,
    reference,
    gap: unserved === 0 && Number.isFinite(reference) ? (cost / reference - 1) * 100 : null,
    firstSeconds: completeAfterSeconds ?? null,
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? Number.NaN : values.reduce((sum, value) => sum + value, 0) / values.length;
}
