import type { EventId, MemberId } from '@barnraise/kernel/ids.ts';
import type { LedgerEvent } from '@barnraise/kernel/ledger.ts';
import type { Selectable } from 'kysely';

import { at } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { EventsTable } from '../database/schema.ts';

/** Writes one event. The app role can never change or delete it. */
export async function insertEvent(
  tx: GroupTransaction,
  event: LedgerEvent,
  recordedBy: MemberId | null,
): Promise<void> {
  await tx.db
    .insertInto('events')
    .values({
      group_id: tx.groupId,
      id: event.id,
      verb: event.verb,
      kind_id: event.kindId,
      quantity: event.quantity,
      effort_minutes: event.effortMinutes,
      from_account_id: event.fromAccountId,
      to_account_id: event.toAccountId,
      commitment_id: event.commitmentId,
      corrects_id: event.corrects,
      recorded_by_id: recordedBy,
      happened_at: at(event.happenedAt),
      recorded_at: at(event.recordedAt),
    })
    .execute();
  tx.changed('events', event.id);
}

/** One event and the event that corrects it, if any. */
export async function readEventWithCorrection(tx: GroupReader, id: EventId): Promise<readonly LedgerEvent[]> {
  const rows = await tx.db
    .selectFrom('events')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where((eb) => eb.or([eb('id', '=', id), eb('corrects_id', '=', id)]))
    .execute();
  return rows.map(eventFromRow);
}

export function eventFromRow(row: Selectable<EventsTable>): LedgerEvent {
  return {
    id: row.id,
    verb: row.verb,
    kindId: row.kind_id,
    quantity: row.quantity,
    fromAccountId: row.from_account_id,
    toAccountId: row.to_account_id,
    effortMinutes: row.effort_minutes,
    commitmentId: row.commitment_id,
    corrects: row.corrects_id,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
  };
}
