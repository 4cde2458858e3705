import type { StepRefusal } from './commit-refusal.ts';
import { isLeaseOver, isOver, type Commitment, type CommitmentReason } from './commitment.ts';
import { dayMs, type Instant } from './instant.ts';
import { leaseEndsAt } from './kind.ts';
import type { Need } from './need.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import { isQuantity, type Quantity } from './quantity.ts';

/** One commitment taken a step further, and its need. Where something opened, {@link settleNeed} comes next. */
export type StepDecision = { readonly need: Need; readonly commitment: Commitment };
type Step = Outcome<StepDecision, StepRefusal>;

/** Nobody is sent out for longer than a week under one promise to be back. */
export const dueBackDaysMax = 7;

/** A provider may put off the start this often; then a person should look at it. */
export const extensionsMax = 3;

/**
 * Starts an accepted commitment. Whoever starts says when they should be back. A lease that is over refuses even if
 * nobody took the unit yet: taking it again is one more commitment, which then is decided like any other.
 */
export function decideStart(
  need: Need,
  commitment: Commitment,
  dueBackAt: Instant,
  now: Instant,
  people: number = commitment.people,
): Step {
  if (commitment.state !== 'accepted') return refuse(wrongStep(commitment));
  if (isLeaseOver(commitment, now)) return refuse({ code: 'lease-over', leaseUntil: commitment.leaseUntil ?? now });
  if (people < need.peopleMinimum) return refuse({ code: 'needs-two-people', people: need.peopleMinimum });
  const latestAt = now + dueBackDaysMax * dayMs;
  if (dueBackAt <= now || dueBackAt > latestAt) return refuse({ code: 'due-back-not-ahead', latestAt });
  return accept({ need, commitment: { ...commitment, state: 'started', startedAt: now, dueBackAt, people } });
}

/**
 * Records what was really done, between 1 and what was committed; the rest is open again at once, under a new decision
 * number. What came on top is an event of its own.
 *
 * Most people never press "start": an accepted commitment is started and done in one. This holds even after its lease,
 * since while it is still written `accepted` nobody else has been given the unit, and what happened has happened.
 */
export function decideFinish(need: Need, commitment: Commitment, doneQuantity: Quantity, now: Instant): Step {
  if (commitment.state !== 'accepted' && commitment.state !== 'started') return refuse(wrongStep(commitment));
  if (!isQuantity(doneQuantity) || doneQuantity === 0) return refuse({ code: 'quantity-invalid' });
  if (doneQuantity > commitment.quantity) {
    return refuse({ code: 'more-than-committed', quantity: commitment.quantity });
  }
  // A lease that was over had opened the whole quantity again, so finishing closes it: also a change of what is open.
  const moved = doneQuantity < commitment.quantity || isLeaseOver(commitment, now);
  const decisionNo = moved ? need.decisionNo + 1 : need.decisionNo;
  return accept({
    need: { ...need, doneQuantity: need.doneQuantity + doneQuantity, decisionNo },
    commitment: {
      ...commitment,
      state: 'done',
      startedAt: commitment.startedAt ?? now,
      endedAt: now,
      doneQuantity,
      decisionNo: moved ? decisionNo : commitment.decisionNo,
    },
  });
}

/** Takes back an offer, or an accepted commitment that was not started. */
export function decideWithdraw(need: Need, commitment: Commitment, reason: CommitmentReason, now: Instant): Step {
  if (commitment.state !== 'offered' && commitment.state !== 'accepted') return refuse(wrongStep(commitment));
  return accept(end(need, commitment, 'withdrawn', reason, now));
}

/** Says that a promise came to nothing: nobody at the door, or nobody came. */
export function decideFail(need: Need, commitment: Commitment, reason: CommitmentReason, now: Instant): Step {
  if (commitment.state !== 'accepted' && commitment.state !== 'started') return refuse(wrongStep(commitment));
  return accept(end(need, commitment, 'failed', reason, now));
}

/** "I can't after all", at whatever step: `withdrawn` before the start, `failed` after it. */
export function decideGiveBack(need: Need, commitment: Commitment, reason: CommitmentReason, now: Instant): Step {
  return commitment.state === 'started'
    ? decideFail(need, commitment, reason, now)
    : decideWithdraw(need, commitment, reason, now);
}

/** A coordinator turns an offer down. It reserved nothing, so nothing opens. */
export function decideDecline(need: Need, commitment: Commitment, reason: CommitmentReason, now: Instant): Step {
  if (commitment.state !== 'offered') return refuse(wrongStep(commitment));
  return accept(end(need, commitment, 'declined', reason, now));
}

/** "Only eight, not twelve": the rest is open again at once. Keeping everything changes nothing. */
export function decideReduce(need: Need, commitment: Commitment, keep: Quantity, now: Instant): Step {
  if (commitment.state !== 'accepted' && commitment.state !== 'started') return refuse(wrongStep(commitment));
  if (isLeaseOver(commitment, now)) return refuse({ code: 'lease-over', leaseUntil: commitment.leaseUntil ?? now });
  if (!isQuantity(keep) || keep === 0) return refuse({ code: 'quantity-invalid' });
  if (keep > commitment.quantity) return refuse({ code: 'more-than-committed', quantity: commitment.quantity });
  if (keep === commitment.quantity) return accept({ need, commitment });
  const decisionNo = need.decisionNo + 1;
  return accept({ need: { ...need, decisionNo }, commitment: { ...commitment, quantity: keep, decisionNo } });
}

/** "I need a little longer": a fresh lease from now, never a shorter one, and only {@link extensionsMax} times. */
export function decideExtend(need: Need, commitment: Commitment, now: Instant): Step {
  if (commitment.state !== 'accepted') return refuse(wrongStep(commitment));
  if (isLeaseOver(commitment, now)) return refuse({ code: 'lease-over', leaseUntil: commitment.leaseUntil ?? now });
  if (commitment.extensions >= extensionsMax) return refuse({ code: 'extended-too-often', extensionsMax });
  const leaseUntil = Math.max(commitment.leaseUntil ?? now, leaseEndsAt(need.lease, need.window, now));
  return accept({ need, commitment: { ...commitment, leaseUntil, extensions: commitment.extensions + 1 } });
}

function wrongStep(commitment: Commitment): StepRefusal {
  return { code: isOver(commitment) ? 'commitment-over' : 'wrong-step', state: commitment.state };
}

type EndState = 'declined' | 'withdrawn' | 'failed';

function end(need: Need, one: Commitment, state: EndState, reason: CommitmentReason, now: Instant): StepDecision {
  const reserved = one.state !== 'offered';
  const decisionNo = reserved ? need.decisionNo + 1 : need.decisionNo;
  return {
    need: { ...need, decisionNo },
    commitment: { ...one, state, reason, endedAt: now, decisionNo: reserved ? decisionNo : one.decisionNo },
  };
}
