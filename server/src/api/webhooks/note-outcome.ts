import { hourMs, secondMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import type { Claimed } from './claim-delivery.ts';
import type { Posted } from './post-delivery.ts';
import { changeDelivery, changeWebhook, lockWebhook, noteWhetherAny, type WebhookRow } from './webhook-table.ts';

/** The pause after the first failure; each further one doubles it. Twelve pauses are about a day. */
const firstPauseMs = 20 * secondMs;
export const failuresMax = 13;

/** Notes how an attempt ended: told, to be tried again, or given up until somebody looks. */
export async function noteOutcome(
  context: Pick<Context, 'database'>,
  { groupId, webhookId, deliveryId, sort }: Claimed,
  posted: Posted,
): Promise<void> {
  await context.database.forGroup(groupId, async (tx) => {
    const webhook = await lockWebhook(tx, webhookId);
    if (!webhook) return;
    const isOver = posted.ok || sort === 'ping';
    await changeDelivery(tx, deliveryId, {
      last_status: posted.status,
      last_problem: posted.ok ? null : posted.problem,
      ...(isOver && { state: posted.ok ? 'done' : 'failed', done_at: at(tx.now) }),
    });
    if (posted.ok) return noteSuccess(tx, webhook);
    // A test that fails says so on the page, and changes nothing.
    if (sort === 'ping') return changeWebhook(tx, webhookId, { leased_until: null });
    return noteFailure(tx, webhook, posted.status === 410);
  });
}

/** Also a test that arrives: whoever repaired something and tries it wants to be told now, and not in some hours. */
async function noteSuccess(tx: GroupTransaction, webhook: WebhookRow): Promise<void> {
  const calm = { failures: 0, next_try_at: null, leased_until: null, last_success_at: at(tx.now) };
  await changeWebhook(tx, webhook.id, calm);
}

async function noteFailure(tx: GroupTransaction, webhook: WebhookRow, isGone: boolean): Promise<void> {
  const failures = webhook.failures + 1;
  const givesUp = isGone || failures >= failuresMax;
  await changeWebhook(tx, webhook.id, {
    failures,
    leased_until: null,
    next_try_at: givesUp ? null : at(tx.now + pauseMs(failures)),
    ...(givesUp &&
      webhook.state === 'on' && {
        state: 'off',
        off_reason: isGone ? 'gone' : 'failures',
        off_at: at(tx.now),
      }),
  });
  if (givesUp) await noteWhetherAny(tx);
}

/** 20 s, 40 s, 80 s … 11 h. */
export function pauseMs(failures: number): number {
  return Math.min(firstPauseMs * 2 ** (failures - 1), 12 * hourMs);
}
