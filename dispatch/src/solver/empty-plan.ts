import type { Plan } from '../plan.ts';
import type { Problem } from '../problem.ts';
import { compileWorth } from './model/compile-worth.ts';

/** The only plan where there is nobody to go, or nothing to do. */
export function emptyPlan(problem: Problem): Plan {
  const worth = compileWorth(problem);
  const tiers = Array.from({ length: worth.tierCount }, () => 0);
  for (const [q, tier] of worth.tier.entries()) if (tier >= 0) tiers[tier]! += worth.weight[q]!;
  const skipped = worth.skipCost.reduce((sum, cost) => sum + cost, 0);
  return {
    routes: [],
    unserved: problem.jobs.map((job) => job.id),
    objective: [...tiers, ...(worth.secondLevel === 'none' ? [] : [0]), skipped],
    cost: { way: 0, fixed: 0, windows: 0, skipped, changes: 0, total: skipped },
  };
}
