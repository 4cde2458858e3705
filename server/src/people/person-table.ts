import type { PersonId } from '@barnraise/kernel/ids.ts';
import { type Insertable, sql, type Updateable } from 'kysely';

import { at, type GroupTransaction } from '../database/database.ts';
import type { PersonsTable } from '../database/schema.ts';

/** The only writes to `persons`. */
export async function insertPerson(
  tx: GroupTransaction,
  row: Omit<Insertable<PersonsTable>, 'group_id'>,
): Promise<void> {
  tx.later(
    tx.db
      .insertInto('persons')
      .values({ group_id: tx.groupId, ...row })
      .compile(),
  );
  tx.changed('persons', row.id);
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
