import type { AssignPrices } from './assign-outcome.ts';
import type { AssignProblem, Need } from './assign-problem.ts';

/**
 * What no sharing of this problem can be worth more than, given any prices at all (weak duality of linear programs):
 * every unit handed over uses up its stock, its offer's limit and its group's limit at their prices, and what it earns
 * beyond them is bounded by the pair's limit and the need's steps. Written from the problem statement and apart from the
 * solver, so that "value equals bound" is a proof and not an opinion. Infinity when the prices prove nothing.
 */
export function upperBound(problem: AssignProblem, prices: AssignPrices): number {
  let bound = 0;
  const stockPrice = new Map<string, Map<string, number>>();
  for (const offer of problem.offers) {
    const ofLimit = prices.offerLimits.get(offer.id) ?? 0;
    if (ofLimit < 0 || (ofLimit > 0 && offer.limit === undefined)) return Infinity;
    bound += ofLimit * (offer.limit ?? 0);
    const byKind = new Map<string, number>();
    for (const [position, stock] of offer.stock.entries()) {
      const ofStock = prices.stocks.get(offer.id)?.[position] ?? 0;
      if (ofStock < 0) return Infinity;
      bound += ofStock * stock.quantity;
      byKind.set(stock.kind, ofStock + ofLimit);
    }
    stockPrice.set(offer.id, byKind);
  }
  const groupPrice = new Map<string, number>();
  for (const group of problem.groups ?? []) {
    const price = prices.groups.get(group.id) ?? 0;
    if (price < 0) return Infinity;
    bound += price * group.limit;
    groupPrice.set(group.id, price);
  }
  const needs = new Map(problem.needs.map((need) => [need.id, need]));
  for (const pair of problem.pairs) {
    const kind = needs.get(pair.need)?.kind ?? '';
    const surplus = pair.value - (stockPrice.get(pair.offer)?.get(kind) ?? 0) - (prices.needs.get(pair.need) ?? 0);
    if (surplus <= 0) continue;
    if (pair.limit === undefined) return Infinity;
    bound += surplus * pair.limit;
  }
  for (const need of problem.needs) {
    const ofGroup = need.group === undefined ? 0 : (groupPrice.get(need.group) ?? 0);
    bound += boundOfNeed(need, (prices.needs.get(need.id) ?? 0) - ofGroup);
  }
  return bound;
}

/** Most that the units of a need can earn when each is paid `price`, step by step. */
function boundOfNeed(need: Need, price: number): number {
  let left = need.quantity;
  let bound = 0;
  for (const step of need.steps ?? []) {
    const units = Math.min(step.quantity, left);
    bound += units * Math.max(0, step.bonus + price);
    left -= units;
  }
  return bound + left * Math.max(0, price);
}
