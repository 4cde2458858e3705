import { isLeaseOver, type Commitment } from './commitment.ts';
import type { Instant } from './instant.ts';
import type { Need } from './need.ts';

/** A need and the commitments of it that a decision wrote, in the order in which they must be written. */
export type NeedChange = { readonly need: Need; readonly changed: readonly Commitment[] };

/** Accepted commitments whose lease is over, longest over first. The deciding transaction writes them `lapsed`. */
export function lapseDue(commitments: readonly Commitment[], now: Instant): readonly Commitment[] {
  return commitments
    .filter((one) => isLeaseOver(one, now))
    .toSorted((a, b) => (a.leaseUntil ?? 0) - (b.leaseUntil ?? 0) || (a.id < b.id ? -1 : 1));
}

/**
 * Writes `lapsed` on everything whose lease is over, one decision number each.
 *
 * Runs inside every decision that could give the unit away, so a commitment that is still written `accepted` has not
 * been given to anybody else; a job that runs it by itself only tidies.
 */
export function decideLapse(need: Need, commitments: readonly Commitment[], now: Instant): NeedChange {
  let decisionNo = need.decisionNo;
  const changed = lapseDue(
    commitments.filter((one) => one.needId === need.id),
    now,
  ).map((one): Commitment => {
    decisionNo += 1;
    return { ...one, state: 'lapsed', reason: 'lease-over', endedAt: now, decisionNo };
  });
  return { need: { ...need, decisionNo }, changed };
}
