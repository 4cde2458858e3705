import { priceWorth } from './penalties.ts';
import type { SearchState } from './search-state.ts';

/**
 * Adjusts what search pays for absent requests to the kind of day it is.
 *
 * - *Nearly everything fits*: a request that stays absent grows dearer with every iteration, so that in the end
 *   others make room for it, and those then become dear in turn (after the absence counters of Christiaens and Vanden
 *   Berghe). While all are placed (that anybody could do) and no vehicle is idle, everything grows cheaper again: from one full plan to another
 *   the way leads through plans that leave something out, and prices find out by themselves how much that may cost.
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
/** An absent request grows dearer by so much of its price in an iteration, divided by the number of requests. */
const growth = 0.5;
/** While all are placed, each grows cheaper by so much; it ends in balance, with a few absent most of the time. */
const decline = 2.5;
/** Prices, in strict penalties: to begin with where not everything found a place at once, the lowest, the highest. */
const opening = 0.05;
const lowest = 0.001;
const highest = 1e4;

export function createSteering(state: SearchState): Steering {
  const { model, absent, cost } = state;
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
  return createOscillation(state);
}

function createOscillation(state: SearchState): Steering {
  const { model, absent, penalty, strictPenalty: strict, cost } = state;
  const { tier } = model.worth;
  const rate = growth / model.requestCount;
  const scale = (factor: (q: number) => number): void => {
    for (let q = 0; q < model.requestCount; q += 1) if (tier[q]! >= 0) penalty[q] = factor(q);
    cost[1] = absent.list.subarray(0, absent.count[0]).reduce((sum, q) => sum + penalty[q]!, 0);
  };
  // What nobody can do, or what may as well be left out, is never missed.
  const isMissed = Uint8Array.from(tier, (each, q) => Number(each >= 0 && couldBeDone(state, q)));
  let isFirst = absent.list.subarray(0, absent.count[0]).some((q) => isMissed[q] === 1);
  let complete = 0;
  return {
    isScarce: false,
    adjust: () => {
      if (complete === 0) return;
      const factor = Math.exp((-decline / model.requestCount ** 2) * complete);
      complete = 0;
      if (isFirst) scale((q) => strict[q]! * opening);
      else if (isFleetInUse(state)) scale((q) => Math.max(penalty[q]! * factor, strict[q]! * lowest));
      isFirst = false;
    },
    punish: () => {
      let missed = 0;
      for (let index = 0; index < absent.count[0]!; index += 1) {
        const q = absent.list[index]!;
        if (isMissed[q] === 0) continue;
        missed += 1;
        if (penalty[q]! > strict[q]! * highest) continue;
        const more = penalty[q]! * rate;
        penalty[q]! += more;
        cost[1]! += more;
      }
      if (missed === 0) complete += 1;
    },
  };
}

/** Whether some vehicle could do the request on an empty day. */
function couldBeDone({ model }: SearchState, q: number): boolean {
  const row = q * model.vehicleCount;
  return model.requests.compatible.subarray(row, row + model.vehicleCount).includes(1);
}

/** Whether no vehicle is idle that search might use. */
function isFleetInUse({ routes, model, limits }: SearchState): boolean {
  const used = routes.usedOfKind.reduce((sum, count) => sum + count, 0);
  return used >= Math.min(model.vehicleCount, limits.vehicles);
}
