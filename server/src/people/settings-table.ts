import { type Insertable, sql, type Updateable } from 'kysely';

import type { GroupTransaction } from '../database/database.ts';
import type { GroupSettingsTable } from '../database/schema.ts';

/** The only writes to `group_settings`. */
export async function insertSettings(
  tx: GroupTransaction,
  row: Omit<Insertable<GroupSettingsTable>, 'group_id'>,
): Promise<void> {
  await tx.db
    .insertInto('group_settings')
    .values({ group_id: tx.groupId, ...row })
    .execute();
  tx.changed('group_settings', tx.groupId);
}

export async function updateSettings(
  tx: GroupTransaction,
  change: Omit<Updateable<GroupSettingsTable>, 'group_id' | 'version'>,
): Promise<void> {
  await tx.db
    .updateTable('group_settings')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .execute();
  tx.changed('group_settings', tx.groupId);
}
