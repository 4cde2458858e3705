import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import { asOf, at } from '../database/column-types.ts';

/** Job: writes `no-answer` on every ask of a group whose time to answer is over. A late yes is a new wish. */
export async function expireAsks(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    const expired = await tx.db
      .updateTable('asks')
      .set((eb) => ({ state: 'no-answer', answered_at: at(tx.now), version: eb('version', '+', 1) }))
      .where('group_id', '=', tx.groupId)
      .where('state', '=', 'sent')
      .where('answer_until', '<=', asOf(tx.now))
      .returning('id')
      .execute();
    for (const { id } of expired) tx.changed('asks', id);
  });
}
