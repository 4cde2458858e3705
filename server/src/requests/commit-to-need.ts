import type { CommitRefusal } from '@barnraise/kernel/commit-refusal.ts';
import type { Commitment } from '@barnraise/kernel/commitment.ts';
import { type CommitmentDecision, decideCommitment } from '@barnraise/kernel/decide-commitment.ts';
import type { ActId, CommitmentId, NeedId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { canCommit, canCommitFor, type NeedFacts } from '@barnraise/kernel/policy.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { once } from '../database/idempotency.ts';
import { freshId } from '../database/new-id.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import type { CommitmentExtras } from './commitment-table.ts';
import { decideOnNeed } from './decide-on-need.ts';
import { remindAt } from './tell-member.ts';
import { tellNeighbor } from './tell-neighbor.ts';
import { writeNeedChange } from './write-need-change.ts';

/** What somebody wants to take of a need, in the kind's base unit. */
export interface CommitWish {
  readonly needId: NeedId;
  readonly quantity: Quantity;
  /** Takes less too, down to this much; left out: all or nothing. */
  readonly least?: Quantity;
  /** How many people come; left out: one. */
  readonly people?: number;
  /** The decision number the page was made with; left out: whatever is open now. */
  readonly decisionNo?: number;
  /** The key the form came with: pressed twice it is one commitment. */
  readonly formKey?: string;
}

export interface CommitAccepted {
  readonly commitment: Commitment;
  readonly actId: ActId;
}

export type CommitToNeedRefusal = CommitRefusal | { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/** A member takes part or all of a need. Of any number who try for the last unit, one has it. */
export async function commitToNeed(
  context: Context,
  caller: Caller,
  wish: CommitWish,
): Promise<Outcome<CommitAccepted, CommitToNeedRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member') return refuse({ code: 'not-allowed' });
  const provider = { kind: 'member', memberId: actor.memberId } as const;
  return context.database.decide<CommitAccepted, CommitToNeedRefusal>(caller.groupId, (tx) =>
    once(tx, wish.formKey, 'commit-to-need', () => commitFor(context, tx, caller, provider, wish, { madeBy: 'self' })),
  );
}

/**
 * The one way a commitment comes to be, whoever it is for: a member who presses the button, a helper with a short link,
 * or a coordinator who heard "yes" in the chat. The caller has the right to act; `provider` is who will do it.
 */
export async function commitFor(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  provider: Party,
  wish: CommitWish,
  extras: CommitmentExtras,
): Promise<Outcome<CommitAccepted, CommitToNeedRefusal>> {
  const id = freshId<CommitmentId>(tx);
  const approved = extras.madeBy === 'coordinator';
  const decided = await decideOnNeed(
    tx,
    wish.needId,
    ({ need, commitments, precautions }): Outcome<CommitmentDecision, CommitToNeedRefusal> => {
      if (!mayCommit(caller, provider, { ...need, precautions })) return refuse({ code: 'not-allowed' });
      return decideCommitment(need, commitments, { ...wish, id, provider, approved }, tx.now);
    },
  );
  if (!decided.ok) return decided;

  const { loaded, decision } = decided.value;
  const { need, changed, commitment } = decision;
  await writeNeedChange(tx, loaded, { need, changed: [...changed, commitment] }, new Map([[id, extras]]));
  const actId = await recordStep(tx, caller, 'commit-to-need', commitment, loaded.row.request_id);
  await enqueueLapse(tx, commitment);
  if (loaded.row.request_id) await tellNeighbor(context, tx, loaded.row.request_id, 'helpComes');
  return accept({ commitment, actId });
}

/** For oneself as the need allows; for somebody else only as a coordinator, who has asked them. */
function mayCommit({ actor }: Caller, provider: Party, need: NeedFacts): boolean {
  return canCommitFor(actor, provider) && canCommit(actor, need);
}

/** Notes a step of a commitment, for undo and for the audit chain. */
export async function recordStep(
  tx: GroupTransaction,
  { actor }: Caller,
  verb: UndoableAct,
  commitment: Commitment,
  requestId: NonNullable<Parameters<typeof writeAct>[1]['requestId']> | null,
  before?: Parameters<typeof writeAct>[1]['before'],
): Promise<ActId> {
  await writeAudit(tx, {
    actor,
    verb,
    subjectTable: 'commitments',
    subjectId: commitment.id,
    data: { needId: commitment.needId, quantity: commitment.quantity, decisionNo: commitment.decisionNo },
  });
  return writeAct(tx, { actor, verb, subjectId: commitment.id, requestId, before });
}

/** Reminds before the lease is over, and tidies it away after. Neither job decides: who decides first writes the lapse. */
export async function enqueueLapse(tx: GroupTransaction, commitment: Commitment): Promise<void> {
  if (commitment.leaseUntil === null) return;
  const reminding = { startAfter: remindAt(commitment.leaseUntil, tx.now) };
  await tx.enqueue('remind-commitment', { commitmentId: commitment.id }, reminding);
  await tx.enqueue('lapse-commitments', { needId: commitment.needId }, { startAfter: commitment.leaseUntil });
}
