import { largestQuantity, largestValue } from './assign-problem.ts';
import type { AssignRefusal, Need, NeedGroup, Offer, Pair } from './assign-problem.ts';

/** What is known already when something new is looked at: the ids on the board. */
export interface KnownIds {
  readonly offers: ReadonlyMap<string, Offer>;
  readonly needs: ReadonlyMap<string, Need>;
  readonly groups: ReadonlyMap<string, NeedGroup>;
}

/** The first thing wrong with an offer, or null. */
export function refuseOffer(offer: Offer, at: string, known: KnownIds): AssignRefusal | null {
  if (known.offers.has(offer.id)) return { code: 'duplicate-id', at: `${at}.id`, id: offer.id };
  const kinds = new Set<string>();
  for (const [position, stock] of offer.stock.entries()) {
    const where = `${at}.stock[${position}]`;
    if (kinds.has(stock.kind)) return { code: 'duplicate-id', at: `${where}.kind`, id: stock.kind };
    kinds.add(stock.kind);
    const refusal = refuseQuantity(stock.quantity, `${where}.quantity`);
    if (refusal) return refusal;
  }
  return offer.limit === undefined ? null : refuseQuantity(offer.limit, `${at}.limit`);
}

/** The first thing wrong with a need, or null. */
export function refuseNeed(need: Need, at: string, known: KnownIds): AssignRefusal | null {
  if (known.needs.has(need.id)) return { code: 'duplicate-id', at: `${at}.id`, id: need.id };
  if (need.group !== undefined && !known.groups.has(need.group)) {
    return { code: 'unknown-id', at: `${at}.group`, id: need.group };
  }
  let last = Infinity;
  for (const [position, step] of (need.steps ?? []).entries()) {
    const where = `${at}.steps[${position}]`;
    const refusal = refuseQuantity(step.quantity, `${where}.quantity`) ?? refuseValue(step.bonus, `${where}.bonus`);
    if (refusal) return refusal;
    if (step.bonus > last) return { code: 'bonus-rises', at: `${where}.bonus` };
    last = step.bonus;
  }
  // Units beyond the steps have the bonus 0, which must not be a rise either.
  if (last < 0) return { code: 'bonus-rises', at: `${at}.steps` };
  return refuseQuantity(need.quantity, `${at}.quantity`);
}

/** The first thing wrong with a pair, or null. */
export function refusePair(pair: Pair, at: string, known: KnownIds): AssignRefusal | null {
  const offer = known.offers.get(pair.offer);
  if (!offer) return { code: 'unknown-id', at: `${at}.offer`, id: pair.offer };
  const need = known.needs.get(pair.need);
  if (!need) return { code: 'unknown-id', at: `${at}.need`, id: pair.need };
  if (!offer.stock.some((stock) => stock.kind === need.kind)) {
    return { code: 'kind-not-offered', at, offer: offer.id, kind: need.kind };
  }
  const refusal = refuseValue(pair.value, `${at}.value`);
  if (refusal) return refusal;
  return pair.limit === undefined ? null : refuseQuantity(pair.limit, `${at}.limit`);
}

/** The first thing wrong with a group, or null. */
export function refuseGroup(group: NeedGroup, at: string, known: KnownIds): AssignRefusal | null {
  if (known.groups.has(group.id)) return { code: 'duplicate-id', at: `${at}.id`, id: group.id };
  return refuseQuantity(group.limit, `${at}.limit`);
}

/**
 * Refuses what could be worth more than 2^53: sums would be rounded, and the proof with them. All terms of value and
 * bound are of one sign, so no sum on the way is larger than the last.
 */
export function refuseTotal(demand: number, worthMax: number): AssignRefusal | null {
  const largest = Math.floor(Number.MAX_SAFE_INTEGER / Math.max(1, worthMax));
  return demand > largest ? { code: 'too-large', at: 'needs', value: demand, largest } : null;
}

function refuseQuantity(quantity: number, at: string): AssignRefusal | null {
  if (!Number.isSafeInteger(quantity) || quantity < 1) return { code: 'not-a-whole-number', at, value: quantity };
  return quantity > largestQuantity ? { code: 'too-large', at, value: quantity, largest: largestQuantity } : null;
}

function refuseValue(value: number, at: string): AssignRefusal | null {
  if (!Number.isSafeInteger(value)) return { code: 'not-a-whole-number', at, value };
  return Math.abs(value) > largestValue ? { code: 'too-large', at, value, largest: largestValue } : null;
}
