import type { CommitRefusal, StepRefusal } from './commit-refusal.ts';
import { waitingList, type Commitment } from './commitment.ts';
import type { Instant } from './instant.ts';
import { leaseEndsAt } from './kind.ts';
import { decideLapse, type NeedChange } from './lease.ts';
import { isTaking, openQuantity, type Need } from './need.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Quantity } from './quantity.ts';

/** The commitments with those in `changed` put in place of their older selves. */
export function withChanged(commitments: readonly Commitment[], changed: readonly Commitment[]): readonly Commitment[] {
  if (changed.length === 0) return commitments;
  const newer = new Map(changed.map((one) => [one.id, one]));
  return commitments.map((one) => newer.get(one.id) ?? one);
}

/** An offer as accepted now: under the next decision number and with a fresh lease. */
export function acceptedAs(need: Need, offer: Commitment, now: Instant): Commitment {
  return {
    ...offer,
    state: 'accepted',
    acceptedAt: now,
    leaseUntil: leaseEndsAt(need.lease, need.window, now),
    decisionNo: need.decisionNo + 1,
  };
}

/**
 * Gives what is open to those who wait, first come first; one who wants more than is open, and would not take less,
 * keeps their place and is passed over this time. Nothing happens where a coordinator chooses, or the need takes nothing.
 */
export function acceptFromWaitingList(need: Need, commitments: readonly Commitment[], now: Instant): NeedChange {
  if (need.acceptance === 'by-coordinator' || !isTaking(need, now)) return { need, changed: [] };
  let current = need;
  let open = openQuantity(need, commitments, now);
  const changed: Commitment[] = [];
  for (const offer of waitingList(commitments)) {
    const quantity = Math.min(offer.quantity, open);
    if (offer.needId !== need.id || quantity === 0 || quantity < (offer.least ?? offer.quantity)) continue;
    const commitment = acceptedAs(current, { ...offer, quantity }, now);
    changed.push(commitment);
    current = { ...current, decisionNo: commitment.decisionNo };
    open -= quantity;
  }
  return { need: current, changed };
}

/**
 * Brings a need up to date: lapses first, then the waiting list. To be run after every act that opened something (a
 * withdrawal, less done than promised), in its transaction, and by the job that tidies.
 */
export function settleNeed(need: Need, commitments: readonly Commitment[], now: Instant): NeedChange {
  const lapsed = decideLapse(need, commitments, now);
  const filled = acceptFromWaitingList(lapsed.need, withChanged(commitments, lapsed.changed), now);
  return { need: filled.need, changed: [...lapsed.changed, ...filled.changed] };
}

/** What an acceptance writes. */
export type AcceptDecision = NeedChange & { readonly commitment: Commitment };

/**
 * A coordinator accepts one offer out of turn, in whole or, where its provider takes less, in part. `commitments` are
 * all of the need's that are not over.
 */
export function decideAccept(
  need: Need,
  commitments: readonly Commitment[],
  offer: Commitment,
  now: Instant,
): Outcome<AcceptDecision, CommitRefusal | StepRefusal> {
  if (need.state === 'closed') return refuse({ code: 'need-closed' });
  if (need.halt !== null) return refuse({ code: 'need-halted', haltedAt: need.halt.haltedAt });
  if (need.window !== null && now >= need.window.untilAt) {
    return refuse({ code: 'outside-window', window: need.window });
  }
  if (offer.state !== 'offered') return refuse({ code: 'wrong-step', state: offer.state });
  const lapsed = decideLapse(need, commitments, now);
  const open = openQuantity(lapsed.need, withChanged(commitments, lapsed.changed), now);
  const quantity: Quantity = Math.min(offer.quantity, open);
  if (quantity === 0 || quantity < (offer.least ?? offer.quantity)) {
    return refuse({ code: 'already-covered', openQuantity: open });
  }
  const commitment = acceptedAs(lapsed.need, { ...offer, quantity }, now);
  const after = { ...lapsed.need, decisionNo: commitment.decisionNo };
  return accept({ need: after, changed: lapsed.changed, commitment });
}
