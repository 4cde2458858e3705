import { decideStart } from '@barnraise/kernel/decide-step.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { Outcome } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { type StepCommandRefusal, stepCommitment, type StepTaken } from './step-commitment.ts';

/** "I'm on my way": says when one should be back. From here on the exact place is needed, and no lease ends it. */
export async function startCommitment(
  context: Context,
  caller: Caller,
  input: { readonly commitmentId: CommitmentId; readonly dueBackAt: Instant; readonly people?: number },
): Promise<Outcome<StepTaken, StepCommandRefusal>> {
  return context.database.decide(caller.groupId, (tx) =>
    stepCommitment(tx, caller, {
      verb: 'start-commitment',
      commitmentId: input.commitmentId,
      decide: (need, commitment) => decideStart(need, commitment, input.dueBackAt, tx.now, input.people),
    }),
  );
}
