import type { GroupId, WebhookId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { Context } from '../../context.ts';
import { asOf, type GroupReads } from '../../database/database.ts';

/**
 * Schedule: finds the webhooks that have something to be told, and puts a job for each. Nothing of it happens in the
 * transactions of those who write: what they leave in `changes` is found here, also when every process was killed.
 */
export async function wakeWebhooks(context: Context): Promise<void> {
  const { database } = context;
  const groups = await database.runOnServer<{ id: GroupId }>('select id from groups where has_webhooks', []);
  for (const { id } of groups) {
    try {
      await wakeGroup(context, id);
    } catch (error) {
      context.report(new Error(`The webhooks of the group ${id} could not be looked at.`, { cause: error }));
    }
  }
}

async function wakeGroup({ database }: Context, groupId: GroupId): Promise<void> {
  const now = await database.readGroup(groupId, async (tx) => tx.now);
  const { rows } = await database.readAtOnce(groupId, (db) => ({ due: selectDue(db, groupId, now) }));
  if (rows.due.length === 0) return;
  await database.forGroup(groupId, async (tx) => {
    for (const { id } of rows.due) await tx.enqueue('send-webhooks', { webhookId: id }, { singletonKey: id });
  });
}

/** Those nobody is sending to, with a test that waits, or with anything new or left over and no pause to keep. */
export function selectDue(db: GroupReads, groupId: GroupId, now: number) {
  const waiting = sql<boolean>`exists (select from webhook_deliveries d
    where d.group_id = w.group_id and d.webhook_id = w.id and d.state = 'waiting')`;
  const test = sql<boolean>`exists (select from webhook_deliveries d
    where d.group_id = w.group_id and d.webhook_id = w.id and d.state = 'waiting' and d.sort = 'ping')`;
  const news = sql<boolean>`exists (select from changes c where c.group_id = w.group_id
    and (c.xid, c.table_name, c.row_id) > (
      split_part(w.cursor, '.', 1)::xid8, split_part(w.cursor, '.', 2),
      coalesce(nullif(split_part(w.cursor, '.', 3), ''), '00000000-0000-0000-0000-000000000000')::uuid)
    and c.xid < pg_snapshot_xmin(pg_current_snapshot()))`;
  return db
    .selectFrom('webhooks as w')
    .select(sql<WebhookId>`w.id`.as('id'))
    .where('w.group_id', '=', groupId)
    .where('w.state', '=', 'on')
    .where((eb) => eb.or([eb('w.leased_until', 'is', null), eb('w.leased_until', '<=', asOf(now))]))
    .where((eb) =>
      eb.or([
        test,
        eb.and([
          eb.or([eb('w.next_try_at', 'is', null), eb('w.next_try_at', '<=', asOf(now))]),
          eb.or([waiting, news]),
        ]),
      ]),
    );
}
