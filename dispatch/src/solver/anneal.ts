import { keepBest } from './best-plan.ts';
import type { BestPlan } from './best-plan.ts';
import { isBetter, measureObjective } from './objective.ts';
import type { Orders } from './orders.ts';
import { recreate } from './recreate.ts';
import { ruin } from './ruin.ts';
import type { RuinSize } from './ruin.ts';
import { rememberRoute } from './combine/route-pool.ts';
import type { RoutePool } from './combine/route-pool.ts';
import { copyRequests } from './search-state.ts';
import type { SearchState } from './search-state.ts';
import { keepChanges, undoChanges } from './undo.ts';
import { settleCoupling } from './walk/coupling.ts';

/** What an iteration needs besides the state. */
export interface Annealer {
  readonly state: SearchState;
  readonly orders: Orders;
  readonly size: RuinSize;
  readonly best: BestPlan;
  readonly pending: Int32Array;
  readonly objective: Float64Array;
  /** `[0]`: how much worse a plan may be, on average, and still be taken. */
  readonly temperature: Float64Array;
  /** `[0]`: iterations so far. */
  readonly iterations: Float64Array;
  /** Where good routes are kept for combining; null where they cannot be combined. */
  readonly pool: RoutePool | null;
}

/**
 * One iteration: ruin a part, recreate it, keep the result if it costs less than the present plan plus a random
 * allowance (simulated annealing), else put everything back. The allowance is drawn first, so that recreating can
 * give up as soon as it is exceeded.
 */
export function iterate(annealer: Annealer): boolean {
  const { state } = annealer;
  const { cost, absent, absentBefore, outside, outsideBefore } = state;
  const ways = cost[0]!;
  const penalties = cost[1]!;
  copyRequests(absent, absentBefore);
  if (outside !== null) outsideBefore!.set(outside);
  const allowance = -annealer.temperature[0]! * Math.log(1 - state.random.unit());
  state.allowance[0] = allowance;
  annealer.iterations[0]! += 1;
  ruin(state, annealer.size);
  // Ruin can make a route impossible, where the way around what it took out is the longer one.
  const isThrough =
    cost[0]! < Infinity && recreate(state, annealer.orders, annealer.pending, ways + penalties + allowance);
  // What was taken out may make others late, where the way around is the shorter one, and so the routes that wait for them.
  if (isThrough && settleCoupling(state)) {
    keepIfBest(annealer);
    rememberTouched(annealer);
    keepChanges(state.undo);
    return true;
  }
  undoChanges(state.model, state.routes, state.undo);
  copyRequests(absentBefore, absent);
  if (outside !== null) outside.set(outsideBefore!);
  cost[0] = ways;
  cost[1] = penalties;
  return false;
}

/** A plan so much dearer than the best may still hold routes of a better one. */
const worthRemembering = 1.03;

/** Puts the routes this iteration changed into the pool, if the plan they stand in is nearly the best. */
function rememberTouched(annealer: Annealer): void {
  const { state, pool, best, objective } = annealer;
  if (pool === null) return;
  const last = objective.length - 1;
  for (let level = 0; level < last; level += 1) if (objective[level]! > best.objective[level]!) return;
  if (objective[last]! > worthRemembering * best.objective[last]!) return;
  const { undo, routes, model } = state;
  for (let index = 0; index < undo.count; index += 1) {
    rememberRoute(model, routes, pool, undo.touched[index]!, objective[last]!);
  }
}

/** Compares with the best plan level by level, which is not what search steers by. */
export function keepIfBest(annealer: Annealer): void {
  const { state, best, objective } = annealer;
  measureObjective(state, objective);
  if (isBetter(objective, best.objective)) keepBest(state.model, state.routes, state.absent, objective, best);
}
