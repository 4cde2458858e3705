import { decideExtend } from '@barnraise/kernel/decide-step.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { type StepCommandRefusal, stepCommitment, type StepTaken } from './step-commitment.ts';

/** "Yes, I'm still coming": a fresh lease, so that the unit is not given to somebody else. */
export async function confirmCommitment(
  context: Context,
  caller: Caller,
  input: { readonly commitmentId: CommitmentId },
): Promise<Outcome<StepTaken, StepCommandRefusal>> {
  return context.database.decide(caller.groupId, (tx) =>
    stepCommitment(tx, caller, {
      verb: 'confirm-commitment',
      commitmentId: input.commitmentId,
      decide: (need, commitment) => decideExtend(need, commitment, tx.now),
    }),
  );
}
