import type { DeliveryId, TokenId, WebhookId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import type { Scope } from '@barnraise/kernel/scope.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, type GroupReader, type GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames } from '../requests/coordinator-names.ts';
import type { Subject } from './subjects.ts';
import { tokensMax } from './tokens/make-token.ts';
import type { DeliveryRow, WebhookRow } from './webhooks/webhook-table.ts';

export interface ListedToken {
  readonly id: TokenId;
  readonly name: string;
  readonly scopes: readonly Scope[];
  /** Whom it acts for; empty where they answer for nothing any more. */
  readonly madeBy: string;
  readonly createdAt: Instant;
  readonly expiresAt: Instant | null;
  readonly lastUsedAt: Instant | null;
  /** Why it opens nothing any more, if so. */
  readonly ended: 'revoked' | 'expired' | 'member-left' | null;
}

export interface ListedWebhook {
  readonly id: WebhookId;
  readonly address: string;
  readonly subjects: readonly Subject[];
  readonly state: 'on' | 'off';
  readonly offReason: WebhookRow['off_reason'];
  readonly failures: number;
  readonly nextTryAt: Instant | null;
  readonly lastSuccessAt: Instant | null;
  readonly deliveries: readonly ListedDelivery[];
}

export interface ListedDelivery {
  readonly id: DeliveryId;
  readonly sort: DeliveryRow['sort'];
  readonly changeCount: number;
  readonly state: DeliveryRow['state'];
  readonly attempts: number;
  readonly lastStatus: number | null;
  readonly lastProblem: string | null;
  readonly createdAt: Instant;
}

export interface ProgramsPage {
  readonly now: Instant;
  readonly tokens: readonly ListedToken[];
  readonly webhooks: readonly ListedWebhook[];
}

/** Tokens that ended longer ago are of no interest to anybody but the record. */
const endedShownDays = 30;
const endedShown = 50;
const deliveriesShown = 10;

/** Powers the page where a group lead lets other programs in and tells them what changes. */
export async function programsPage(
  context: Pick<Context, 'database' | 'vault'>,
  caller: Caller,
): Promise<Outcome<ProgramsPage, { readonly code: 'not-allowed' }>> {
  if (!canManageGroup(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.forGroup(caller.groupId, async (tx) =>
    accept({ now: tx.now, tokens: await tokensOf(context, tx, caller), webhooks: await webhooksOf(tx) }),
  );
}

async function tokensOf(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  { actor }: Caller,
): Promise<readonly ListedToken[]> {
  const longAgo = asOf(tx.now - endedShownDays * dayMs);
  const rows = await tx.db
    .selectFrom('api_tokens as t')
    .innerJoin('members as m', (join) => join.onRef('m.group_id', '=', 't.group_id').onRef('m.id', '=', 't.made_by_id'))
    .select(['t.id', 't.name', 't.scopes', 't.created_at', 't.expires_at', 't.revoked_at', 't.last_used_at'])
    .select(['m.state', 't.made_by_id'])
    .where('t.group_id', '=', tx.groupId)
    .where((eb) => eb.or([eb('t.revoked_at', 'is', null), eb('t.revoked_at', '>', longAgo)]))
    .where((eb) => eb.or([eb('t.expires_at', 'is', null), eb('t.expires_at', '>', longAgo)]))
    // Ended ones never push one out that still opens something.
    .orderBy(sql`t.revoked_at is null and (t.expires_at is null or t.expires_at > ${asOf(tx.now)})`, 'desc')
    .orderBy('t.created_at', 'desc')
    .orderBy('t.id')
    .limit(tokensMax + endedShown)
    .execute();
  const names = new Map((await coordinatorNames(context, tx, actor)).map(({ memberId, name }) => [memberId, name]));
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    scopes: row.scopes as Scope[],
    madeBy: names.get(row.made_by_id) ?? '',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
    ended: endOf(row, tx.now),
  }));
}

function endOf(
  row: { readonly revoked_at: Instant | null; readonly expires_at: Instant | null; readonly state: string },
  now: Instant,
): ListedToken['ended'] {
  if (row.revoked_at !== null) return 'revoked';
  if (row.expires_at !== null && row.expires_at <= now) return 'expired';
  return row.state === 'active' ? null : 'member-left';
}

async function webhooksOf(tx: GroupReader): Promise<readonly ListedWebhook[]> {
  const rows = await tx.db
    .selectFrom('webhooks')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('state', '<>', 'removed')
    .orderBy('id')
    .execute();
  const listed: ListedWebhook[] = [];
  for (const row of rows) {
    listed.push({
      id: row.id,
      address: row.address,
      subjects: row.subjects as Subject[],
      state: row.state === 'on' ? 'on' : 'off',
      offReason: row.off_reason,
      failures: row.failures,
      nextTryAt: row.next_try_at,
      lastSuccessAt: row.last_success_at,
      deliveries: await deliveriesOf(tx, row.id),
    });
  }
  return listed;
}

async function deliveriesOf(tx: GroupReader, webhookId: WebhookId): Promise<readonly ListedDelivery[]> {
  const rows = await tx.db
    .selectFrom('webhook_deliveries')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('webhook_id', '=', webhookId)
    .orderBy('id', 'desc')
    .limit(deliveriesShown)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    sort: row.sort,
    changeCount: (row.events as readonly unknown[]).length,
    state: row.state,
    attempts: row.attempts,
    lastStatus: row.last_status,
    lastProblem: row.last_problem,
    createdAt: row.created_at,
  }));
}
