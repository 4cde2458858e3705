import type { Id, MessageId } from '@barnraise/kernel/ids.ts';
import { decideStop, type StopRefusal } from '@barnraise/kernel/messages-wait.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSendToMany } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { stopBatch } from './message-table.ts';
import type { BatchId } from './send-to-many.ts';

export type CancelRefusal = StopRefusal | { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/** Stops a message to many as long as nothing of it has left. Gives how many it will not reach. */
export async function cancelBatch(
  context: Context,
  caller: Caller,
  input: { readonly batchId: BatchId },
): Promise<Outcome<{ readonly stopped: number }, CancelRefusal>> {
  return context.database.decide<{ readonly stopped: number }, CancelRefusal>(caller.groupId, async (tx) => {
    if (!canSendToMany(caller.actor)) return refuse({ code: 'not-allowed' });
    return stop(tx, caller, input.batchId);
  });
}

/** The same inside a transaction that has asked the policy: what undoing a message does. */
export async function stop(
  tx: GroupTransaction,
  caller: Caller,
  batchId: BatchId,
): Promise<Outcome<{ readonly stopped: number }, CancelRefusal>> {
  const batch = await tx.db
    .selectFrom('message_batches')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', batchId)
    .forUpdate()
    .executeTakeFirst();
  if (!batch) return refuse({ code: 'not-found' });
  const left = await tx.db
    .selectFrom('messages')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('batch_id', '=', batchId)
    .where('state', 'not in', ['waiting', 'canceled'])
    .executeTakeFirst();
  const decided = decideStop(
    {
      id: batchId as Id as MessageId,
      recipientCount: batch.recipients,
      queuedAt: batch.created_at,
      releaseAt: batch.send_at,
      stoppedAt: batch.canceled_at,
      releasedAt: left ? batch.send_at : null,
    },
    tx.now,
  );
  if (!decided.ok) return decided;
  const stopped = await stopBatch(tx, batchId);
  const { actor } = caller;
  await writeAudit(tx, {
    actor,
    verb: 'cancel-batch',
    subjectTable: 'message_batches',
    subjectId: batchId,
    data: { stopped },
  });
  return accept({ stopped });
}
