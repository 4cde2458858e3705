import { isLive, isOver, type Commitment } from './commitment.ts';
import type { CommitmentId, MemberId } from './ids.ts';
import { isTimeWindow, type Instant, type TimeWindow } from './instant.ts';
import { leaseEndsAt } from './kind.ts';
import { decideLapse, type NeedChange } from './lease.ts';
import { liveQuantity, needLimit, openQuantity, type HaltReason, type Need } from './need.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import { isQuantity, type Quantity } from './quantity.ts';
import { withChanged } from './waiting-list.ts';

/** Stops a need at once: nothing more is taken; what is promised stands. Halting twice keeps the first halt. */
export function haltNeed(need: Need, by: MemberId | null, reason: HaltReason, now: Instant): Need {
  return need.halt === null ? { ...need, halt: { haltedAt: now, by, reason } } : need;
}

/** Takes the halt away. {@link settleNeed} comes next: some may have waited. */
export function resumeNeed(need: Need): Need {
  return { ...need, halt: null };
}

/** The amounts of a need that people can change afterwards. */
export type NeedAmounts = Pick<Need, 'quantity' | 'cap' | 'minimum' | 'splitMinimum'> & {
  readonly window: TimeWindow | null;
};

export type NeedChangeRefusal =
  | { readonly code: 'need-closed' }
  | { readonly code: 'quantity-invalid' }
  | { readonly code: 'window-invalid' }
  | { readonly code: 'below-committed'; readonly committedQuantity: Quantity };

/** What is wrong with a need's amounts; undefined when nothing is. */
export function amountsFault(amounts: NeedAmounts): 'quantity-invalid' | 'window-invalid' | undefined {
  const { quantity, cap, minimum, splitMinimum, window } = amounts;
  const whole = [quantity, cap ?? 0, minimum, splitMinimum].every(isQuantity);
  if (!whole || quantity === 0 || splitMinimum === 0 || minimum > quantity) return 'quantity-invalid';
  return window === null || isTimeWindow(window) ? undefined : 'window-invalid';
}

/**
 * Changes what is wanted. Never below what is done and promised (halt the need, or free a commitment, instead), so that
 * a change cannot over-commit it after the fact. Lapses are written first. When the window moves, leases that run until
 * it move along: who signed up for Saturday is still coming on Sunday until they say otherwise.
 */
export function decideNeedAmounts(
  need: Need,
  commitments: readonly Commitment[],
  amounts: NeedAmounts,
  now: Instant,
): Outcome<NeedChange, NeedChangeRefusal> {
  if (need.state === 'closed') return refuse({ code: 'need-closed' });
  const fault = amountsFault(amounts);
  if (fault) return refuse({ code: fault });
  const lapsed = decideLapse(need, commitments, now);
  const current = withChanged(commitments, lapsed.changed);
  const after = { ...lapsed.need, ...amounts };
  const committedQuantity = need.doneQuantity + liveQuantity(need, current, now);
  if (needLimit(after) < committedQuantity) return refuse({ code: 'below-committed', committedQuantity });
  return accept({ need: after, changed: [...lapsed.changed, ...movedLeases(need, after, current, now)] });
}

/** Commitments whose lease follows the need's window, where that has moved. */
function movedLeases(
  before: Need,
  after: Need,
  commitments: readonly Commitment[],
  now: Instant,
): readonly Commitment[] {
  const same = before.window?.fromAt === after.window?.fromAt && before.window?.untilAt === after.window?.untilAt;
  if (same || after.lease.kind !== 'until-window') return [];
  const leaseUntil = leaseEndsAt(after.lease, after.window, now);
  return commitments
    .filter((one) => one.needId === after.id && one.state === 'accepted')
    .map((one) => ({ ...one, leaseUntil }));
}

/**
 * Closes a need for good. Offers are declined and what was accepted is withdrawn, each with the reason `need-closed`;
 * what is already started is left to those who are out, and is finished as usual.
 */
export function closeNeed(need: Need, commitments: readonly Commitment[], now: Instant): NeedChange {
  let decisionNo = need.decisionNo;
  const changed: Commitment[] = [];
  for (const one of commitments) {
    if (one.needId !== need.id || isOver(one) || one.state === 'started') continue;
    if (one.state === 'offered') {
      changed.push({ ...one, state: 'declined', reason: 'need-closed', endedAt: now });
      continue;
    }
    decisionNo += 1;
    const live = isLive(one, now);
    const ending = live ? ({ state: 'withdrawn', reason: 'need-closed' } as const) : lapsedEnding;
    changed.push({ ...one, ...ending, endedAt: now, decisionNo });
  }
  return { need: { ...need, state: 'closed', decisionNo }, changed };
}

const lapsedEnding = { state: 'lapsed', reason: 'lease-over' } as const;

/** Opens a closed need again, as it was: the neighbor still needs it. What was ended stays ended. */
export function reopenNeed(need: Need): Need {
  return { ...need, state: 'open' };
}

export type ReopenRefusal = { readonly code: 'not-done' } | { readonly code: 'already-corrected' };

/** A "done" that was not: the old record, now pointing at the one that took its place. */
export type ReopenDecision = NeedChange & {
  readonly corrected: Commitment;
  readonly replacement: Commitment;
};

/**
 * Corrects a "done" by mistake. The done commitment is left as it is but for `correctedBy`; a new one, `started`, takes
 * its place, as large as before or, where the rest has been given to others meanwhile, as large as still fits.
 */
export function decideReopen(
  need: Need,
  commitments: readonly Commitment[],
  done: Commitment,
  replacementId: CommitmentId,
  now: Instant,
): Outcome<ReopenDecision, ReopenRefusal> {
  if (done.state !== 'done' || done.doneQuantity === null) return refuse({ code: 'not-done' });
  if (done.correctedBy !== null) return refuse({ code: 'already-corrected' });
  const lapsed = decideLapse(need, commitments, now);
  const decisionNo = lapsed.need.decisionNo + 1;
  const after = { ...lapsed.need, doneQuantity: need.doneQuantity - done.doneQuantity, decisionNo };
  const open = openQuantity(after, withChanged(commitments, lapsed.changed), now);
  const quantity = Math.min(done.quantity, open);
  const { doneQuantity: _done, endedAt: _ended, ...kept } = done;
  return accept({
    need: after,
    changed: lapsed.changed,
    corrected: { ...done, correctedBy: replacementId },
    replacement: {
      ...kept,
      id: replacementId,
      state: 'started',
      quantity,
      doneQuantity: null,
      endedAt: null,
      decisionNo,
    },
  });
}
