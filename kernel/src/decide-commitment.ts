import type { CommitRefusal } from './commit-refusal.ts';
import type { Commitment } from './commitment.ts';
import type { CommitmentId } from './ids.ts';
import { windowsMeet, type Instant, type TimeWindow } from './instant.ts';
import type { NeedChange } from './lease.ts';
import { needLimit, openQuantity, type Need } from './need.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Party } from './party.ts';
import { isQuantity, type Quantity } from './quantity.ts';
import { acceptedAs, settleNeed, withChanged } from './waiting-list.ts';

/** What somebody wants to take of a need. */
export type Wish = {
  /** The id its commitment will have, made by the caller. */
  readonly id: CommitmentId;
  readonly provider: Party;
  readonly quantity: Quantity;
  /** Takes less too, down to this much ("up to ten boxes"); left out: all or nothing. */
  readonly least?: Quantity | null;
  /** How many people would come, the wisher included; left out: one. */
  readonly people?: number;
  /** When it would be done, where that is part of the wish. */
  readonly window?: TimeWindow | null;
  /** The need's decision number the wisher decided on. Given by other groups; people on a page may leave it out. */
  readonly decisionNo?: number | null;
  /** True when a coordinator has already said yes to this provider. */
  readonly approved?: boolean;
};

/** What to write: the need, the commitments that changed on the way (lapsed, moved up the list), and the new one. */
export type CommitmentDecision = NeedChange & { readonly commitment: Commitment };

/**
 * Gives a part of the need away, or says why not. The first who is decided has it.
 *
 * `commitments` are all of the need's that are not over, read under the need's lock. Leases that are over are written
 * `lapsed` first, and whoever waits in the list goes before the new wish. Where the need is `by-coordinator` and the
 * wish not approved, the new commitment is `offered`, which reserves nothing. A refusal means that nothing is written.
 */
export function decideCommitment(
  need: Need,
  commitments: readonly Commitment[],
  wish: Wish,
  now: Instant,
): Outcome<CommitmentDecision, CommitRefusal> {
  const settled = settleNeed(need, commitments, now);
  const open = openQuantity(settled.need, withChanged(commitments, settled.changed), now);
  const fault = wishFault(need, wish, open, now);
  if (fault) return refuse(fault);
  if (need.acceptance === 'by-coordinator' && wish.approved !== true) {
    const tooSmall = splitFault(need, wish.quantity, needLimit(need));
    return tooSmall ? refuse(tooSmall) : accept({ ...settled, commitment: newOffer(settled.need, wish, now) });
  }
  const quantity = Math.min(wish.quantity, open);
  if (quantity === 0 || quantity < (wish.least ?? wish.quantity)) {
    return refuse({ code: 'already-covered', openQuantity: open });
  }
  const tooLittle = splitFault(need, quantity, open);
  if (tooLittle) return refuse(tooLittle);
  const commitment = acceptedAs(settled.need, { ...newOffer(settled.need, wish, now), quantity }, now);
  const after = { ...settled.need, decisionNo: commitment.decisionNo };
  return accept({ need: after, changed: settled.changed, commitment });
}

/**
 * Puts a wish on the need's waiting list: `offered`, in order of `offeredAt`, reserving nothing. Everything but the
 * open quantity is checked as for a commitment.
 */
export function decideOffer(
  need: Need,
  commitments: readonly Commitment[],
  wish: Wish,
  now: Instant,
): Outcome<Commitment, CommitRefusal> {
  const fault = wishFault(need, wish, openQuantity(need, commitments, now), now);
  if (fault) return refuse(fault);
  const tooLittle = splitFault(need, wish.quantity, needLimit(need));
  return tooLittle ? refuse(tooLittle) : accept(newOffer(need, wish, now));
}

/** Why a need would refuse a wish whatever is open; undefined when it would not. `open` is only reported. */
function wishFault(need: Need, wish: Wish, open: Quantity, now: Instant): CommitRefusal | undefined {
  if (need.state === 'closed') return { code: 'need-closed' };
  if (need.halt !== null) return { code: 'need-halted', haltedAt: need.halt.haltedAt };
  if (need.window !== null && !fitsWindow(need.window, wish, now))
    return { code: 'outside-window', window: need.window };
  if (!isAmount(wish.quantity) || !isAmount(wish.least ?? wish.quantity)) return { code: 'quantity-invalid' };
  if ((wish.least ?? wish.quantity) > wish.quantity) return { code: 'quantity-invalid' };
  if (wish.decisionNo !== undefined && wish.decisionNo !== null && wish.decisionNo !== need.decisionNo) {
    return { code: 'stale-decision', decisionNo: need.decisionNo, openQuantity: open };
  }
  if ((wish.people ?? 1) < need.peopleMinimum) return { code: 'needs-two-people', people: need.peopleMinimum };
  return undefined;
}

/** A part must be worth the trip; the last rest may be taken whole however small it is. */
function splitFault(need: Need, quantity: Quantity, open: Quantity): CommitRefusal | undefined {
  if (quantity >= need.splitMinimum || quantity === open) return undefined;
  return { code: 'below-minimum', minimum: Math.min(need.splitMinimum, open) };
}

function fitsWindow(window: TimeWindow, wish: Wish, now: Instant): boolean {
  if (now >= window.untilAt) return false;
  return wish.window === undefined || wish.window === null || windowsMeet(window, wish.window);
}

function isAmount(quantity: Quantity): boolean {
  return isQuantity(quantity) && quantity > 0;
}

function newOffer(need: Need, wish: Wish, now: Instant): Commitment {
  return {
    id: wish.id,
    needId: need.id,
    provider: wish.provider,
    quantity: wish.quantity,
    least: wish.least ?? null,
    people: wish.people ?? 1,
    state: 'offered',
    reason: null,
    decisionNo: need.decisionNo,
    offeredAt: now,
    acceptedAt: null,
    leaseUntil: null,
    extensions: 0,
    startedAt: null,
    dueBackAt: null,
    endedAt: null,
    doneQuantity: null,
    correctedBy: null,
  };
}
