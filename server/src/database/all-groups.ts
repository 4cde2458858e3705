import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Database } from './database.ts';

/** The ids of every group on this server, for work that goes over all of them, one transaction each. */
export async function allGroups(database: Database): Promise<readonly GroupId[]> {
  const rows = await database.onServer((tx) => tx.db.selectFrom('groups').select('id').orderBy('id').execute());
  return rows.map(({ id }) => id);
}
