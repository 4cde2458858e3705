import type { CommitmentId, VisitId } from '@barnraise/kernel/ids.ts';
import type { Visit } from '@barnraise/kernel/visit.ts';
import type { Selectable } from 'kysely';

import { at } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { VisitsTable } from '../database/schema.ts';

export async function insertVisit(tx: GroupTransaction, visit: Visit): Promise<void> {
  await tx.db
    .insertInto('visits')
    .values({ group_id: tx.groupId, id: visit.id, ...columnsOf(visit) })
    .execute();
  tx.changed('visits', visit.id);
}

export async function saveVisit(tx: GroupTransaction, visit: Visit): Promise<void> {
  await tx.db
    .updateTable('visits')
    .set(columnsOf(visit))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', visit.id)
    .execute();
  tx.changed('visits', visit.id);
}

/** The visit, locked until the transaction ends: going out and the alarm may meet. */
export async function lockVisit(tx: GroupTransaction, id: VisitId): Promise<Visit | undefined> {
  const row = await tx.db
    .selectFrom('visits')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && visitFromRow(row);
}

/** Who is in somebody's place right now under this commitment. */
export async function visitsOf(tx: GroupReader, commitmentId: CommitmentId): Promise<readonly Visit[]> {
  const rows = await tx.db
    .selectFrom('visits')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('commitment_id', '=', commitmentId)
    .orderBy('entered_at')
    .execute();
  return rows.map(visitFromRow);
}

export function visitFromRow(row: Selectable<VisitsTable>): Visit {
  return {
    id: row.id,
    commitmentId: row.commitment_id,
    people: row.people,
    enteredAt: row.entered_at,
    dueBackAt: row.due_back_at,
    alarmTo: row.alarm_to_id,
    alarmedAt: row.alarmed_at,
    leftAt: row.left_at,
  };
}

function columnsOf(visit: Visit) {
  return {
    commitment_id: visit.commitmentId,
    people: visit.people,
    entered_at: at(visit.enteredAt),
    due_back_at: at(visit.dueBackAt),
    alarm_to_id: visit.alarmTo,
    alarmed_at: at(visit.alarmedAt),
    left_at: at(visit.leftAt),
  };
}
