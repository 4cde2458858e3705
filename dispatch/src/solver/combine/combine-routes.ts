import { keepIfBest } from '../anneal.ts';
import type { Annealer } from '../anneal.ts';
import { createBestPlan } from '../best-plan.ts';
import type { BestPlan } from '../best-plan.ts';
import { layBest } from '../lay-best.ts';
import type { Model } from '../model/model.ts';
import { addRequest, dropRequest } from '../search-state.ts';
import type { SearchState } from '../search-state.ts';
import { keepChanges } from '../undo.ts';
import { chooseColumns } from './choose-columns.ts';
import type { Partition } from './partition.ts';
import { priceRows } from './price-rows.ts';
import type { RoutePool } from './route-pool.ts';
import { rememberRoute } from './route-pool.ts';

/**
 * Goes back to the best plan, and puts together a better one if the routes in the pool allow it: what search finds
 * route by route at different times, it can hardly bring together by itself, as all between would be dearer.
 */
export type Combiner = () => void;

/** Routes keep the rules in any plan only if they do not hear of each other, and none has begun. */
export function canCombine(model: Model): boolean {
  if (model.coupled || model.ties.any || model.worth.secondLevel === 'fairness') return false;
  return model.fleet.locked.every((items) => items.length === 0);
}

/** Items priced for each iteration before: pricing takes a tenth of the time at most, however large the pool. */
const workShare = 1000;

export function createCombiner(annealer: Annealer, pool: RoutePool): Combiner {
  const { state, best } = annealer;
  const { model } = state;
  const combined = createBestPlan(model);
  let prices: Float64Array | null = null;
  return () => {
    layBest(state, best);
    const left = state.absent.list.subarray(0, state.absent.count[0]);
    const known = left.reduce((sum, q) => sum + state.strictPenalty[q]!, state.cost[0]!);
    for (let r = 0; r < model.vehicleCount; r += 1) rememberRoute(model, state.routes, pool, r, best.objective.at(-1)!);
    const partition = layPartition(state, pool);
    prices ??= firstPrices(state, partition);
    for (let row = 0; row < prices.length; row += 1) prices[row] = Math.min(prices[row]!, partition.dearest[row]!);
    const stepsMost = Math.ceil((workShare * annealer.iterations[0]!) / pool.count[1]!);
    const least = priceRows(partition, prices, known, stepsMost);
    const chosen = chooseColumns(partition, prices, least, known);
    if (chosen !== null) {
      layChosen(state, pool, chosen, combined);
      layBest(state, combined);
      if (state.cost[0]! < Infinity) keepIfBest(annealer);
      layBest(state, best);
    }
    keepChanges(state.undo);
  };
}

function layPartition(state: SearchState, pool: RoutePool): Partition {
  const { model, routes, strictPenalty } = state;
  const { requestCount } = model;
  const { kindFrom } = routes;
  const columns = pool.count[0]!;
  const rowFrom = new Int32Array(columns + 1);
  const rows = new Int32Array(pool.count[1]! + columns);
  let count = 0;
  for (let j = 0; j < columns; j += 1) {
    for (let at = pool.from[j]!; at < pool.from[j]! + pool.length[j]!; at += 1) {
      const q = model.visits.requestOf[pool.items[at]!];
      if (q !== undefined && model.requests.firstVisit[q] === pool.items[at]) rows[count++] = q;
    }
    rows[count++] = requestCount + pool.kind[j]!;
    rowFrom[j + 1] = count;
  }
  const kinds = Array.from({ length: model.fleet.kindCount }, (_, k) => kindFrom[k + 1]! - kindFrom[k]!);
  return {
    columns,
    cost: pool.cost,
    rowFrom,
    rows,
    requestCount,
    supply: Int32Array.from([...Array.from({ length: requestCount }, () => 1), ...kinds]),
    dearest: Float64Array.from([...strictPenalty, ...kinds.map(() => 0)]),
  };
}

/** Each route's cost in equal parts. */
function firstPrices(state: SearchState, partition: Partition): Float64Array {
  const { model, routes } = state;
  const prices = partition.dearest.slice();
  for (let q = 0; q < model.requestCount; q += 1) {
    const r = routes.routeOf[model.requests.firstVisit[q]!]!;
    if (r >= 0) prices[q] = routes.cost[r]! / routes.length[r]!;
  }
  return prices;
}

function layChosen(state: SearchState, pool: RoutePool, chosen: readonly number[], plan: BestPlan): void {
  const { model, routes } = state;
  const taken = routes.kindFrom.slice();
  const vehicles = routes.order.slice();
  plan.length.fill(0);
  for (let q = 0; q < model.requestCount; q += 1) addRequest(plan.absent, q);
  for (const entry of chosen) {
    const kind = pool.kind[entry]!;
    const r = vehicles[taken[kind]!]!;
    taken[kind]! += 1;
    plan.routes[r] = pool.items.slice(pool.from[entry], pool.from[entry]! + pool.length[entry]!);
    plan.length[r] = pool.length[entry]!;
    for (const item of plan.routes[r]) {
      const q = model.visits.requestOf[item];
      if (q !== undefined) dropRequest(plan.absent, q);
    }
  }
}
