import { dayMs } from '@barnraise/kernel/instant.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';
import { sql } from 'kysely';

import { asOf, type GroupTransaction } from '../../database/database.ts';
import { retentionPlan } from '../../people/apply-retention.ts';

/**
 * Takes away what is kept of files as they came, once the group keeps no such thing any longer: files nobody went on
 * with, rows that were refused, names of files. What imports made and how many rows stays known. A file that did not
 * arrive whole goes after a day.
 */
export async function forgetImports(tx: GroupTransaction): Promise<void> {
  const rawDays = daysFor('raw-message', await retentionPlan(tx));
  const old = asOf(tx.now - rawDays * dayMs);
  await tx.db
    .deleteFrom('imports')
    .where('group_id', '=', tx.groupId)
    .where('subject', '<>', 'messages')
    .where((where) =>
      where.or([
        where.and([where('state', '=', 'reading'), where('created_at', '<', asOf(tx.now - dayMs))]),
        where.and([where('state', '=', 'waiting'), where('created_at', '<', old)]),
      ]),
    )
    .execute();
  for (const table of [sql.table('import_pieces'), sql.table('import_refusals')]) {
    await sql`
      delete from ${table} p using imports i
      where i.group_id = ${tx.groupId} and i.created_at < ${old} and p.group_id = i.group_id and p.import_id = i.id`.execute(
      tx.db,
    );
  }
  await sql`
    update imports set survey_sealed = null, file_name_sealed = null,
      state = case when state in ('running', 'stopped') then 'failed' else state end,
      problem = case when state in ('running', 'stopped') then '{"code":"file-forgotten"}' else problem end
    where group_id = ${tx.groupId} and created_at < ${old} and subject <> 'messages'
      and (survey_sealed is not null or file_name_sealed is not null)`.execute(tx.db);
}
