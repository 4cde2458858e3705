import type { GroupReader } from '../database/database.ts';
import { serverTables } from './server-tables.ts';

/** The first part of every address of this transaction's group. */
export async function slugOf(tx: GroupReader): Promise<string> {
  const group = await serverTables(tx)
    .selectFrom('groups')
    .select('slug')
    .where('id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  return group.slug;
}
