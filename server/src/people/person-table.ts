import type { CommitmentId, PersonId } from '@barnraise/kernel/ids.ts';
import { type Insertable, sql, type Updateable } from 'kysely';

import { at, type GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { PersonsTable } from '../database/schema.ts';

/** The only writes to `persons`. */
export function insertPeople(tx: GroupTransaction, rows: readonly Omit<Insertable<PersonsTable>, 'group_id'>[]): void {
  tx.later(
    insertRows(
      'persons',
      rows.map((row) => ({ group_id: tx.groupId, ...row })),
    ),
  );
  for (const row of rows) tx.changed('persons', row.id);
}

export async function updatePerson(
  tx: GroupTransaction,
  personId: PersonId,
  change: Omit<Updateable<PersonsTable>, 'group_id' | 'id' | 'version'>,
): Promise<void> {
  await tx.db
    .updateTable('persons')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .execute();
  tx.changed('persons', personId);
}

/**
 * The person's last visit is now: retention counts from here. Called whenever somebody asks, is helped, confirms, offers
 * or helps. An erased person stays erased.
 */
export async function touchVisit(tx: GroupTransaction, personId: PersonId): Promise<void> {
  await tx.db
    .updateTable('persons')
    .set({ last_visit_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .where('erased_at', 'is', null)
    .execute();
}

/** Help was given: whoever asked, and a helper without a login, were both in touch now. */
export async function touchBothSides(tx: GroupTransaction, commitmentId: CommitmentId): Promise<void> {
  await sql`
    update persons p set last_visit_at = ${at(tx.now)}
    from commitments c
    left join needs n on n.group_id = c.group_id and n.id = c.need_id
    left join requests r on r.group_id = n.group_id and r.id = n.request_id
    where c.group_id = ${tx.groupId} and c.id = ${commitmentId}
      and p.group_id = c.group_id and p.id in (c.person_id, r.person_id) and p.erased_at is null`.execute(tx.db);
}
