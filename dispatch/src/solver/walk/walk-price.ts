import type { SearchState } from '../search-state.ts';
import { COST_FAIRNESS, COST_FIXED, COST_TOTAL } from './walk-record.ts';

/** What search pays for the walked route r: its cost and, weighed far above it, its share in the second level. */
export function walkPrice(state: SearchState, r: number): number {
  const { cost, count } = state.walk;
  if (count === 0) return 0;
  const secondLevel = state.weights.fairness * cost[COST_FAIRNESS]! + state.routes.useCost[r]! - cost[COST_FIXED]!;
  return cost[COST_TOTAL]! + secondLevel;
}
