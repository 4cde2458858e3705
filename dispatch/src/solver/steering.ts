import { priceWorth } from './penalties.ts';
import type { SearchState } from './search-state.ts';

/**
 * Adjusts what search pays for absent requests to the kind of day it is.
 *
 * - *Nearly everything fits*: a request that stays absent grows dearer with every iteration, so that in the end
 *   others make room for it, and those then become dear in turn (the absence counters of Christiaens and Vanden
 *   Berghe). Without it the last two of a hundred are never placed.
 * - *Far too much to do*: with strict penalties the search could only exchange requests of equal worth. So worth
 *   is cheap at first, like everything while it is hot, and grows dearer as it cools; which plan is kept was never
 *   decided by these prices.
 */
export interface Steering {
  /** Far too much to do: then prices must rise once, together with the cold, and not begin anew. */
  readonly isScarce: boolean;
  /** Once per look at the clock. */
  adjust(progress: number): void;
  /** After every iteration. */
  punish(): void;
}

/** More than this share of the worth absent from the first plan: the day has too much work. */
const scarceShare = 0.15;
/** Price of worth in the last tier at beginning and end, in way paid per unit of worth in the first plan. */
const cheapest = 1.5;
const dearest = 40;
/** By how much of itself an absent request grows dearer in an iteration. */
const growth = 0.003;

export function createSteering(state: SearchState): Steering {
  const { model, absent, penalty, cost } = state;
  const { tier, weight } = model.worth;
  const all = weight.reduce((sum, each, q) => (tier[q]! >= 0 ? sum + each : sum), 0);
  const lost = weight.reduce((sum, each, q) => (tier[q]! >= 0 && absent.at[q]! >= 0 ? sum + each : sum), 0);
  if (all > 0 && lost > scarceShare * all && lost < all) {
    const paid = Math.max(cost[0]!, 1e-9) / (all - lost);
    return {
      isScarce: true,
      adjust: (progress) => priceWorth(state, paid * cheapest * (dearest / cheapest) ** progress),
      punish: () => {},
    };
  }
  const base = penalty.slice();
  return {
    isScarce: false,
    adjust: () => {},
    punish: () => {
      for (let index = 0; index < absent.count[0]!; index += 1) {
        const q = absent.list[index]!;
        if (tier[q]! < 0) continue;
        penalty[q]! += base[q]! * growth;
        cost[1]! += base[q]! * growth;
      }
    },
  };
}
