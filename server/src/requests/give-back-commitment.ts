import type { CommitmentReason } from '@barnraise/kernel/commitment.ts';
import { decideGiveBack } from '@barnraise/kernel/decide-step.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { type StepCommandRefusal, stepCommitment, type StepTaken } from './step-commitment.ts';

/** "I can't after all", with a reason, at whatever step: what was promised is open again at once. */
export async function giveBackCommitment(
  context: Context,
  caller: Caller,
  input: { readonly commitmentId: CommitmentId; readonly reason: CommitmentReason },
): Promise<Outcome<StepTaken, StepCommandRefusal>> {
  return context.database.decide(caller.groupId, (tx) =>
    stepCommitment(tx, caller, {
      verb: 'give-back-commitment',
      commitmentId: input.commitmentId,
      decide: (need, commitment) => decideGiveBack(need, commitment, input.reason, tx.now),
    }),
  );
}
