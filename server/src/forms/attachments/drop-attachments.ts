import type { GroupId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';
import { sql } from 'kysely';

import type { Context } from '../../context.ts';
import { asOf, type GroupTransaction } from '../../database/database.ts';

/** How long a file waits for the form it came with to be sent again. */
const waitingMs = dayMs;

/**
 * The job: takes away files whose key is gone, because the answer was kept until now or its person was erased, and those
 * that came with a form which was never sent.
 */
export async function dropAttachments(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    await dropWaiting(tx);
    await dropUnopenable(tx);
  });
}

async function dropWaiting(tx: GroupTransaction): Promise<void> {
  await tx.db
    .deleteFrom('attachments')
    .where('group_id', '=', tx.groupId)
    .where('answer_id', 'is', null)
    .where('created_at', '<', asOf(tx.now - waitingMs))
    .execute();
}

async function dropUnopenable(tx: GroupTransaction): Promise<void> {
  await tx.db
    .deleteFrom('attachments as a')
    .where('a.group_id', '=', tx.groupId)
    .where('a.answer_id', 'is not', null)
    .where(
      sql<boolean>`not exists (
        select from vault_entries e
        where e.group_id = a.group_id and e.subject_id = a.answer_id
          and e.field in ('answer:' || a.question, 'helper-answer:' || a.question))`,
    )
    .execute();
}
