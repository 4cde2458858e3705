import { dayMs } from '@barnraise/kernel/instant.ts';

import { asOf, type GroupTransaction } from '../../database/database.ts';

/** How long what was told can be seen, and told again. */
export const deliveriesKeptDays = 30;

/** Takes away old deliveries that are over. */
export async function dropOldDeliveries(tx: GroupTransaction): Promise<void> {
  await tx.db
    .deleteFrom('webhook_deliveries')
    .where('group_id', '=', tx.groupId)
    .where('state', '<>', 'waiting')
    .where('created_at', '<', asOf(tx.now - deliveriesKeptDays * dayMs))
    .execute();
}
