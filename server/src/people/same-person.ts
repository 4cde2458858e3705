import type { PersonId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';

/**
 * Every record of one person: the one that goes on, then those merged into it. Rights are the person's: who asks to be
 * erased, or who read their details, means all of them. Merging keeps it flat, so one step is enough.
 */
export async function recordsOf(tx: GroupReader, personId: PersonId): Promise<readonly [PersonId, ...PersonId[]]> {
  const person = await tx.db
    .selectFrom('persons')
    .select('merged_into_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .executeTakeFirst();
  const kept = (person?.merged_into_id ?? personId) as PersonId;
  const merged = await tx.db
    .selectFrom('persons')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('merged_into_id', '=', kept)
    .where('erased_at', 'is', null)
    .orderBy('id')
    .execute();
  return [kept, ...merged.map((row) => row.id)];
}
