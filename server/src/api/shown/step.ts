import type { Commitment } from '@barnraise/kernel/commitment.ts';
import { commitmentStates } from '@barnraise/kernel/commitment.ts';
import type { ActId } from '@barnraise/kernel/ids.ts';
import { z } from 'zod';

import { actId, id, instantOrNull, quantity, shownAt } from '../fields.ts';

/** How a commitment stands after a step. */
export const stepShape = z.strictObject({
  id,
  needId: id,
  state: z.enum(commitmentStates),
  quantity,
  leaseUntil: instantOrNull,
  decisionNo: z.int(),
  actId,
});

/** Why a step of a commitment may not be taken, whichever it is. */
export const stepRefusals = [
  'not-allowed',
  'not-found',
  'commitment-over',
  'wrong-step',
  'lease-over',
  'stale-decision',
  'due-back-not-ahead',
  'needs-two-people',
  'more-than-committed',
  'quantity-invalid',
  'extended-too-often',
] as const;

export function showStep({
  commitment,
  actId,
}: {
  readonly commitment: Commitment;
  readonly actId: ActId;
}): z.infer<typeof stepShape> {
  const { id, needId, state, quantity, leaseUntil, decisionNo } = commitment;
  return { id, needId, state, quantity, leaseUntil: shownAt(leaseUntil), decisionNo, actId };
}
