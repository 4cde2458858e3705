import type { MessageId } from '@barnraise/kernel/ids.ts';
import { type Insertable, sql, type Updateable } from 'kysely';

import { at, type GroupTransaction } from '../database/database.ts';
import type { MessageBatchesTable, MessagesTable } from '../database/schema.ts';

export type MessageState = MessagesTable['state'];

/** The only writes to `messages` and `message_batches`. */
export async function insertMessages(
  tx: GroupTransaction,
  rows: readonly Omit<Insertable<MessagesTable>, 'group_id'>[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.db
    .insertInto('messages')
    .values(rows.map((row) => ({ group_id: tx.groupId, created_at: at(tx.now), ...row })))
    .execute();
  for (const row of rows) tx.changed('messages', row.id);
}

export async function updateMessage(
  tx: GroupTransaction,
  id: MessageId,
  change: Omit<Updateable<MessagesTable>, 'group_id' | 'id' | 'version'>,
): Promise<void> {
  await tx.db
    .updateTable('messages')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('messages', id);
}

export async function insertBatch(
  tx: GroupTransaction,
  row: Omit<Insertable<MessageBatchesTable>, 'group_id'>,
): Promise<void> {
  await tx.db
    .insertInto('message_batches')
    .values({ group_id: tx.groupId, created_at: at(tx.now), ...row })
    .execute();
  tx.changed('message_batches', row.id);
}

/** Stops a batch: what has not left stays here. Gives how many messages that were. */
export async function stopBatch(tx: GroupTransaction, batchId: string): Promise<number> {
  await tx.db
    .updateTable('message_batches')
    .set({ canceled_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', batchId)
    .execute();
  const stopped = await tx.db
    .updateTable('messages')
    .set({ state: 'canceled' })
    .where('group_id', '=', tx.groupId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'waiting')
    .returning('id')
    .execute();
  tx.changed('message_batches', batchId);
  for (const message of stopped) tx.changed('messages', message.id);
  return stopped.length;
}
