import { isScarce, listMissed, weigh } from './missed.ts';
import { chargeAbsent, priceWorth } from './penalties.ts';
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

/** Price of worth in the last tier at beginning and end, in way paid per unit of worth in the first plan. */
const cheapest = 1.5;
const dearest = 40;
/** An absent request grows dearer by so much of its price in an iteration, divided by the number of requests. */
const growth = 0.5;
/** While all are placed, each grows cheaper by so much; it ends in balance, with a few absent most of the time. */
const decline = 2.5;
/** Lowest and highest price, in strict penalties. */
const lowest = 0.001;
const highest = 1e4;

export function createSteering(state: SearchState): Steering {
  if (isScarce(state)) {
    const { all, lost } = weigh(state.model.worth, state.absent.at);
    const paid = Math.max(state.cost[0]!, 1e-9) / (all - lost);
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
  const isMissed = listMissed(model);
  let complete = 0;
  return {
    isScarce: false,
    adjust: () => {
      if (complete === 0) return;
      const factor = Math.exp((-decline / model.requestCount ** 2) * complete);
      complete = 0;
      if (!isFleetInUse(state)) return;
      for (let q = 0; q < model.requestCount; q += 1) {
        if (tier[q]! >= 0) penalty[q] = Math.max(penalty[q]! * factor, strict[q]! * lowest);
      }
      chargeAbsent(state);
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

/** Whether no vehicle is idle that search might use. */
function isFleetInUse({ routes, model, limits }: SearchState): boolean {
  const used = routes.usedOfKind.reduce((sum, count) => sum + count, 0);
  return used >= Math.min(model.vehicleCount, limits.vehicles);
}
