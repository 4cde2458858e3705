import { type Insertable, type InferResult, sql, type Updateable } from 'kysely';

import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { GroupReader, GroupReads, GroupTransaction } from '../database/database.ts';
import type { GroupSettingsTable } from '../database/schema.ts';

/** The settings that forms and commands are judged by. */
export type IntakeSettings = InferResult<ReturnType<typeof selectSettings>>[number];

export function selectSettings(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('group_settings')
    .select(['zone', 'country', 'asks_open', 'area_cells'])
    .where('group_id', '=', groupId);
}

const settingsRead = new WeakMap<GroupReader, Promise<IntakeSettings>>();

/** The group's settings read once in each transaction. */
export function settingsOf(tx: GroupReader): Promise<IntakeSettings> {
  const read = settingsRead.get(tx) ?? selectSettings(tx.db, tx.groupId).executeTakeFirstOrThrow();
  settingsRead.set(tx, read);
  return read;
}

/** `insertSettings` and `updateSettings` are the only writes to `group_settings`. */
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
  settingsRead.delete(tx);
  tx.changed('group_settings', tx.groupId);
}
