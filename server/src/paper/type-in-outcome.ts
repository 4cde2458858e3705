import type { CommitmentReason } from '@barnraise/kernel/commitment.ts';
import type { LedgerRefusal } from '@barnraise/kernel/ledger.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { finishCommitment } from '../requests/finish-commitment.ts';
import { giveBackCommitment } from '../requests/give-back-commitment.ts';
import type { StepCommandRefusal, StepTaken } from '../requests/step-commitment.ts';
import { orderByCode, type OrderCodeRefusal } from './order-by-code.ts';

/** What somebody ticked on a work order. */
export type TypedOutcome =
  | { readonly how: 'done'; readonly minutes: number | null }
  | { readonly how: 'part'; readonly quantity: Quantity; readonly minutes: number | null }
  | { readonly how: 'none'; readonly reason: CommitmentReason };

/**
 * Writes down how a promise went, from its sheet: by the same commands as the provider's own list, so it can be undone
 * the same way. Of two people with copies of one sheet the second learns that it is over.
 */
export async function typeInOutcome(
  context: Context,
  caller: Caller,
  code: string,
  outcome: TypedOutcome,
): Promise<Outcome<StepTaken, OrderCodeRefusal | StepCommandRefusal | LedgerRefusal>> {
  const found = await orderByCode(context, caller, code);
  if (!found.ok) return found;
  const { id: commitmentId, quantity } = found.value.commitment;
  if (outcome.how === 'none') {
    return giveBackCommitment(context, caller, { commitmentId, reason: outcome.reason });
  }
  return finishCommitment(context, caller, {
    commitmentId,
    doneQuantity: outcome.how === 'done' ? quantity : outcome.quantity,
    effortMinutes: outcome.minutes,
  });
}
