import type { DeliveryId, GroupId, WebhookId } from '@barnraise/kernel/ids.ts';
import { secondMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../context.ts';
import { changesAfter, currentCursor } from '../../database/changes.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { serverTables } from '../../people/server-tables.ts';
import type { Subject } from '../subjects.ts';
import {
  changeDelivery,
  changeWebhook,
  type DeliveryRow,
  insertDelivery,
  lockWebhook,
  nextDelivery,
  toldChanges,
  type WebhookRow,
} from './webhook-table.ts';

/** One attempt that is about to be made. */
export interface Claimed {
  readonly groupId: GroupId;
  readonly webhookId: WebhookId;
  readonly deliveryId: DeliveryId;
  readonly sort: DeliveryRow['sort'];
  readonly address: string;
  readonly secret: Uint8Array;
  readonly body: string;
  readonly atSeconds: number;
}

/** Longer than a send can take. When a worker dies in the middle, another sends the same again after this. */
export const leaseSeconds = 30;
/** So many changes in one delivery at most; the next follows at once. */
const changesPerDelivery = 200;

/**
 * Takes what is to be told next, for one worker alone; undefined where nothing is, or it is not time yet. What was
 * begun and not finished comes again: better told twice than not at all.
 */
export async function claimDelivery(
  context: Pick<Context, 'database' | 'vault'>,
  { groupId, webhookId }: { readonly groupId: GroupId; readonly webhookId: WebhookId },
): Promise<Claimed | undefined> {
  return context.database.forGroup(groupId, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    if (webhook?.state !== 'on' || (webhook.leased_until ?? 0) > tx.now) return undefined;
    const delivery = (await nextDelivery(tx, webhookId)) ?? (await feed(tx, webhook));
    const isWaiting = (webhook.next_try_at ?? 0) > tx.now && delivery?.sort !== 'ping';
    if (!delivery || isWaiting) return undefined;
    await changeWebhook(tx, webhookId, { leased_until: at(tx.now + leaseSeconds * secondMs) });
    await changeDelivery(tx, delivery.id, { attempts: delivery.attempts + 1, tried_at: at(tx.now) });
    return {
      groupId,
      webhookId,
      deliveryId: delivery.id,
      sort: delivery.sort,
      address: webhook.address,
      secret: await context.vault.openForGroup(tx, secretPlace(webhookId), webhook.secret_sealed),
      body: await bodyOf(tx, delivery),
      atSeconds: Math.floor(tx.now / secondMs),
    };
  });
}

/** Where a webhook's secret is sealed. */
export function secretPlace(webhookId: WebhookId): string {
  return `webhooks ${webhookId} secret`;
}

/** Makes the next delivery of what changed since the one before, and moves the cursor in the same transaction. */
async function feed(tx: GroupTransaction, webhook: WebhookRow): Promise<DeliveryRow | undefined> {
  const page = await changesAfter(tx, webhook.cursor, changesPerDelivery);
  if (page && page.changes.length === 0) return undefined;
  // What a webhook that is on has not heard yet is not dropped, so its place is lost only by a restore.
  await changeWebhook(tx, webhook.id, { cursor: page?.cursor ?? (await currentCursor(tx)) });
  if (!page) {
    await insertDelivery(tx, webhook.id, 'resync');
    return nextDelivery(tx, webhook.id);
  }
  const told = page.changes.flatMap(({ table, id }) =>
    webhook.subjects.includes(table) ? [{ subject: table as Subject, id }] : [],
  );
  if (told.length === 0) return page.isMore ? feed(tx, { ...webhook, cursor: page.cursor }) : undefined;
  await insertDelivery(tx, webhook.id, 'changes', told);
  return nextDelivery(tx, webhook.id);
}

/** Ids and sorts only: whoever listens loads the rest with a token, under its own rights. The same at every attempt. */
async function bodyOf(tx: GroupTransaction, delivery: DeliveryRow): Promise<string> {
  const { slug } = await serverTables(tx)
    .selectFrom('groups')
    .select('slug')
    .where('id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  return JSON.stringify({
    type: delivery.sort,
    timestamp: new Date(delivery.created_at).toISOString(),
    data: { group: { id: tx.groupId, slug }, changes: toldChanges(delivery) },
  });
}
