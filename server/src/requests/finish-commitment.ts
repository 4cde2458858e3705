import type { LedgerRefusal } from '@barnraise/kernel/ledger.ts';
import { decideFinish } from '@barnraise/kernel/decide-step.ts';
import type { CommitmentId, EventId, KindId, MemberId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome } from '@barnraise/kernel/outcome.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { recordEvent } from '../ledger/record-event.ts';
import { touchBothSides } from '../people/person-table.ts';
import type { Caller } from '../record/caller.ts';
import { givenBy } from './given-by.ts';
import { type StepCommandRefusal, stepCommitment, type StepTaken } from './step-commitment.ts';
import { tellNeighbor } from './tell-neighbor.ts';

export interface Finish {
  readonly commitmentId: CommitmentId;
  /** What was really done, in the kind's base unit. */
  readonly doneQuantity: Quantity;
  readonly effortMinutes?: number | null;
  /** When it was; left out: now. */
  readonly happenedAt?: Instant;
}

export type Finished = StepTaken & { readonly eventId: EventId };

/** "8 of 12 boxes; 4 left": records what really happened, opens the rest again, and writes it into the ledger. */
export async function finishCommitment(
  context: Context,
  caller: Caller,
  finish: Finish,
): Promise<Outcome<Finished, StepCommandRefusal | LedgerRefusal>> {
  return context.database.decide<Finished, StepCommandRefusal | LedgerRefusal>(caller.groupId, async (tx) => {
    const stepped = await stepCommitment(tx, caller, {
      verb: 'finish-commitment',
      commitmentId: finish.commitmentId,
      decide: (need, commitment) => decideFinish(need, commitment, finish.doneQuantity, tx.now),
      extras: finish.effortMinutes ? { effortMinutes: finish.effortMinutes } : {},
    });
    if (!stepped.ok) return stepped;
    const { need } = stepped.value;
    const event = await recordHelp(tx, caller, need.kindId, finish);
    await touchBothSides(tx, finish.commitmentId);
    if (need.source.kind === 'request') await askWhetherItArrived(context, tx, need.source.requestId);
    return event.ok ? accept({ ...stepped.value, eventId: event.value.id }) : event;
  });
}

/** Asks the neighbor once all that they needed is written as done. */
async function askWhetherItArrived(context: Context, tx: GroupTransaction, requestId: RequestId): Promise<void> {
  const left = await tx.db
    .selectFrom('needs')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .where(sql<boolean>`done_quantity < least(quantity, coalesce(cap, quantity))`)
    .executeTakeFirst();
  if (!left) await tellNeighbor(context, tx, requestId, 'confirmHelp');
}

/** The event behind a finished commitment: from the outside world, or from people's time, to the neighbors together. */
async function recordHelp(tx: GroupTransaction, caller: Caller, kindId: KindId, finish: Finish) {
  const { nature } = await tx.db
    .selectFrom('kinds')
    .select('nature')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', kindId)
    .executeTakeFirstOrThrow();
  return recordEvent(tx, {
    ...givenBy(nature),
    kindId,
    quantity: finish.doneQuantity,
    to: { kind: 'neighbors' },
    happenedAt: finish.happenedAt ?? tx.now,
    effortMinutes: finish.effortMinutes ?? null,
    commitmentId: finish.commitmentId,
    recordedBy: memberIdOf(caller),
  });
}

export function memberIdOf({ actor }: Caller): MemberId | null {
  return actor.kind === 'member' ? actor.memberId : null;
}
