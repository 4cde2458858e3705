import type { StepRefusal } from '@barnraise/kernel/commit-refusal.ts';
import type { Commitment } from '@barnraise/kernel/commitment.ts';
import type { StepDecision } from '@barnraise/kernel/decide-step.ts';
import type { ActId, CommitmentId } from '@barnraise/kernel/ids.ts';
import type { Need } from '@barnraise/kernel/need.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { canStep } from '@barnraise/kernel/policy.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';
import { settleNeed, withChanged } from '@barnraise/kernel/waiting-list.ts';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import type { Json } from '../record/json.ts';
import { enqueueLapse, recordStep } from './commit-to-need.ts';
import type { CommitmentExtras } from './commitment-table.ts';
import { decideOnNeed } from './decide-on-need.ts';
import { writeNeedChange } from './write-need-change.ts';

export interface Step<R extends Refusal> {
  readonly verb: UndoableAct;
  readonly commitmentId: CommitmentId;
  readonly decide: (need: Need, commitment: Commitment) => Outcome<StepDecision, R>;
  readonly extras?: CommitmentExtras;
}

export interface StepTaken {
  readonly commitment: Commitment;
  readonly need: Need;
  readonly actId: ActId;
}

export type StepCommandRefusal = StepRefusal | { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/**
 * Takes one commitment a step further: its provider or a coordinator may, the kernel decides, and what opened again is
 * given to whoever waits, all in one transaction.
 */
export async function stepCommitment<R extends Refusal>(
  tx: GroupTransaction,
  caller: Caller,
  step: Step<R>,
): Promise<Outcome<StepTaken, R | StepCommandRefusal>> {
  const needId = await needOf(tx, step.commitmentId);
  if (!needId) return refuse({ code: 'not-found' });
  const decided = await decideOnNeed(tx, needId, ({ need, commitments }) => {
    const commitment = commitments.find((one) => one.id === step.commitmentId);
    if (!commitment) return refuse({ code: 'not-found' });
    if (!canStep(caller.actor, commitment)) return refuse({ code: 'not-allowed' });
    const stepped: Outcome<StepDecision, R | StepCommandRefusal> = step.decide(need, commitment);
    return stepped.ok ? accept({ ...stepped.value, before: commitment }) : stepped;
  });
  if (!decided.ok) return decided;

  const { loaded, decision } = decided.value;
  const { commitment, before } = decision;
  const settled = settleNeed(decision.need, withChanged(loaded.commitments, [commitment]), tx.now);
  const changed = [commitment, ...settled.changed.filter((one) => one.id !== commitment.id)];
  const extras = new Map(step.extras ? [[commitment.id, step.extras]] : []);
  await writeNeedChange(tx, loaded, { need: settled.need, changed }, extras);
  for (const one of changed) if (one.state === 'accepted') await enqueueLapse(tx, one);
  const actId = await recordStep(tx, caller, step.verb, commitment, loaded.row.request_id, whatWas(before));
  return accept({ commitment, need: settled.need, actId });
}

/** The clear values an undo needs to put a commitment back. */
function whatWas(before: Commitment): Json {
  const { state, quantity, leaseUntil, extensions, startedAt, dueBackAt, people, decisionNo } = before;
  return { state, quantity, leaseUntil, extensions, startedAt, dueBackAt, people, decisionNo };
}

async function needOf(tx: GroupReader, commitmentId: CommitmentId) {
  const row = await tx.db
    .selectFrom('commitments')
    .select('need_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', commitmentId)
    .executeTakeFirst();
  return row?.need_id;
}
