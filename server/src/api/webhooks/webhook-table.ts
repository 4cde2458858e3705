import type { DeliveryId, WebhookId } from '@barnraise/kernel/ids.ts';
import { type Insertable, type Selectable, sql, type Updateable } from 'kysely';

import { at, type GroupReader, type GroupTransaction } from '../../database/database.ts';
import { freshId } from '../../database/new-id.ts';
import type { WebhookDeliveriesTable, WebhooksTable } from '../../database/schema.ts';
import { serverTables } from '../../people/server-tables.ts';
import type { Subject } from '../subjects.ts';

export type WebhookRow = Selectable<WebhooksTable>;
export type DeliveryRow = Selectable<WebhookDeliveriesTable>;
export type WebhookChange = Omit<Updateable<WebhooksTable>, 'group_id' | 'id' | 'version'>;
export type DeliveryChange = Omit<Updateable<WebhookDeliveriesTable>, 'group_id' | 'id'>;

/** What a delivery tells: that a row is new or different. */
export interface ToldChange {
  readonly subject: Subject;
  readonly id: string;
}

export async function insertWebhook(
  tx: GroupTransaction,
  row: Omit<Insertable<WebhooksTable>, 'group_id'>,
): Promise<void> {
  await tx.db
    .insertInto('webhooks')
    .values({ ...row, group_id: tx.groupId })
    .execute();
}

/** The webhook, locked until the transaction ends; a removed one only for putting it back. */
export async function lockWebhook(tx: GroupTransaction, id: WebhookId): Promise<WebhookRow | undefined> {
  return tx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

export async function changeWebhook(tx: GroupTransaction, id: WebhookId, change: WebhookChange): Promise<void> {
  await tx.db
    .updateTable('webhooks')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}

/** Tells the workers whether this group has anybody to be told; after every change of a webhook's state. */
export async function noteWhetherAny(tx: GroupTransaction): Promise<void> {
  const on = sql<boolean>`exists (select from webhooks w where w.group_id = ${tx.groupId} and w.state = 'on')`;
  await serverTables(tx)
    .updateTable('groups')
    .set({ has_webhooks: on })
    .where('id', '=', tx.groupId)
    .where('has_webhooks', 'is distinct from', on)
    .execute();
}

export async function insertDelivery(
  tx: GroupTransaction,
  webhookId: WebhookId,
  sort: DeliveryRow['sort'],
  changes: readonly ToldChange[] = [],
): Promise<DeliveryId> {
  const id = freshId<DeliveryId>(tx);
  const events = JSON.stringify(changes.map(({ subject, id: row }) => [subject, row]));
  await tx.db
    .insertInto('webhook_deliveries')
    .values({ group_id: tx.groupId, id, webhook_id: webhookId, sort, events, created_at: at(tx.now) })
    .execute();
  return id;
}

export async function changeDelivery(tx: GroupTransaction, id: DeliveryId, change: DeliveryChange): Promise<void> {
  await tx.db
    .updateTable('webhook_deliveries')
    .set(change)
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}

/** The next delivery that waits, tests before all others, then in the order of what happened. */
export async function nextDelivery(tx: GroupReader, webhookId: WebhookId): Promise<DeliveryRow | undefined> {
  return tx.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('webhook_id', '=', webhookId)
    .where('state', '=', 'waiting')
    .orderBy(sql`sort = 'ping'`, 'desc')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

/** What a delivery's column holds, as it is told. */
export function toldChanges(row: Pick<DeliveryRow, 'events'>): readonly ToldChange[] {
  return (row.events as readonly (readonly [Subject, string])[]).map(([subject, id]) => ({ subject, id }));
}
