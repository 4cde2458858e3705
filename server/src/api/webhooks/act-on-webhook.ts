import type { ActId, DeliveryId, WebhookId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { changesKeptDays, currentCursor } from '../../database/changes.ts';
import { asOf, at, type GroupTransaction } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import type { Undoer, Undoers } from '../../record/undo-act.ts';
import { writeAct } from '../../record/write-act.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { changeWebhook, insertDelivery, lockWebhook, noteWhetherAny, type WebhookRow } from './webhook-table.ts';

export type WebhookRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'webhook-off' };

type Named = { readonly webhookId: WebhookId };

/** Switches a webhook off, or on again: it then hears everything that it missed. */
export async function switchWebhook(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { webhookId, on }: Named & { readonly on: boolean },
): Promise<Outcome<ActId, WebhookRefusal>> {
  return actOnWebhook(context, caller, webhookId, 'switch-webhook', (tx, webhook) =>
    on ? switchOn(tx, webhook) : switchOff(tx, webhook),
  );
}

/** Nobody is told at this address any more. */
export async function removeWebhook(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { webhookId }: Named,
): Promise<Outcome<ActId, WebhookRefusal>> {
  return actOnWebhook(context, caller, webhookId, 'remove-webhook', (tx, webhook) =>
    changeWebhook(tx, webhook.id, { state: 'removed', off_reason: null, off_at: at(tx.now) }),
  );
}

/** A test: an empty delivery, signed like all others, before whatever waits. */
export async function pingWebhook(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { webhookId }: Named,
): Promise<Outcome<DeliveryId, WebhookRefusal>> {
  return sendAnew<DeliveryId>(context, caller, webhookId, (tx) => insertDelivery(tx, webhookId, 'ping'));
}

/** Which deliveries go out once more: one, or all that were made since a time. */
export type Replay = { readonly deliveryId: DeliveryId } | { readonly since: Instant };

/** Sends again what was told before, in the old order, before what is new. Gives how many deliveries. */
export async function replayDeliveries(
  context: Pick<Context, 'database'>,
  caller: Caller,
  { webhookId, replay }: Named & { readonly replay: Replay },
): Promise<Outcome<number, WebhookRefusal>> {
  return sendAnew<number>(context, caller, webhookId, async (tx) => {
    const again = tx.db
      .updateTable('webhook_deliveries')
      .set({ state: 'waiting', done_at: null })
      .where('group_id', '=', tx.groupId)
      .where('webhook_id', '=', webhookId)
      .where('state', '<>', 'waiting')
      .where('sort', '<>', 'ping');
    const { numUpdatedRows } = await (
      'deliveryId' in replay
        ? again.where('id', '=', replay.deliveryId)
        : again.where('created_at', '>=', asOf(replay.since))
    ).executeTakeFirst();
    return Number(numUpdatedRows);
  });
}

async function sendAnew<T>(
  context: Pick<Context, 'database'>,
  { actor, groupId }: Caller,
  webhookId: WebhookId,
  prepare: (tx: GroupTransaction) => Promise<T>,
): Promise<Outcome<T, WebhookRefusal>> {
  if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<T, WebhookRefusal>(groupId, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    if (!webhook || webhook.state === 'removed') return refuse({ code: 'not-found' });
    if (webhook.state === 'off') return refuse({ code: 'webhook-off' });
    const prepared = await prepare(tx);
    await tx.enqueue('send-webhooks', { webhookId }, { singletonKey: webhookId });
    return accept(prepared);
  });
}

async function actOnWebhook(
  context: Pick<Context, 'database'>,
  { actor, groupId }: Caller,
  webhookId: WebhookId,
  verb: 'switch-webhook' | 'remove-webhook',
  act: (tx: GroupTransaction, webhook: WebhookRow) => Promise<void>,
): Promise<Outcome<ActId, WebhookRefusal>> {
  if (!canManageGroup(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<ActId, WebhookRefusal>(groupId, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    if (!webhook || webhook.state === 'removed') return refuse({ code: 'not-found' });
    await act(tx, webhook);
    await noteWhetherAny(tx);
    await writeAudit(tx, { actor, verb, subjectTable: 'webhooks', subjectId: webhookId });
    return accept(await writeAct(tx, { actor, verb, subjectId: webhookId, before: { state: webhook.state } }));
  });
}

async function switchOn(tx: GroupTransaction, webhook: WebhookRow): Promise<void> {
  const restart = {
    state: 'on',
    off_reason: null,
    off_at: null,
    failures: 0,
    next_try_at: null,
    leased_until: null,
  } as const;
  await changeWebhook(tx, webhook.id, restart);
  // Nothing is kept for those who do not listen: after this long, some of it is gone.
  const isTooLong = webhook.off_at !== null && webhook.off_at < tx.now - (changesKeptDays - 1) * dayMs;
  if (!isTooLong) return;
  await insertDelivery(tx, webhook.id, 'resync');
  await changeWebhook(tx, webhook.id, { cursor: await currentCursor(tx) });
}

async function switchOff(tx: GroupTransaction, webhook: WebhookRow): Promise<void> {
  await changeWebhook(tx, webhook.id, { state: 'off', off_reason: 'by-hand', off_at: at(tx.now) });
}

/** Puts a webhook back as it was before an act. */
const putBack: Undoer = async (tx, act) => {
  const webhook = await lockWebhook(tx, act.subjectId as WebhookId);
  if (!webhook) return refuse({ code: 'not-found' });
  const { state } = act.before as { readonly state: 'on' | 'off' };
  await (state === 'on' ? switchOn(tx, webhook) : switchOff(tx, webhook));
  await noteWhetherAny(tx);
  return accept(null);
};

const takeBack: Undoer = async (tx, act) => {
  await changeWebhook(tx, act.subjectId as WebhookId, { state: 'removed', off_reason: null, off_at: at(tx.now) });
  await noteWhetherAny(tx);
  return accept(null);
};

/** How the acts on webhooks are undone. */
export const webhookUndoers: Undoers = {
  'add-webhook': takeBack,
  'remove-webhook': putBack,
  'switch-webhook': putBack,
};
