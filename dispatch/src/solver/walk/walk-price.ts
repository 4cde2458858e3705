import type { SearchState } from '../search-state.ts';
import { COST_FAIRNESS, COST_TOTAL } from './walk-record.ts';

/** What search pays for the walked route: its cost and, weighed far above it, its share in unfairness. */
export function walkPrice(state: SearchState): number {
  return state.walk.cost[COST_TOTAL]! + state.weights.fairness * state.walk.cost[COST_FAIRNESS]!;
}
