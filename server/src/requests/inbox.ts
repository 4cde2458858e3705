import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { MemberId, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { type ExpressionBuilder, sql } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, type GroupReader } from '../database/database.ts';
import type { GroupTables } from '../database/schema.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames } from './coordinator-names.ts';
import { type ListedNeed, needsByRequest } from './request-list.ts';

/** Rows of each part: enough to begin with; the number leads to all of them. */
const shownMax = 5;
const riskDays = 3;
const lapseHours = 24;

export interface WaitingRequest {
  readonly id: RequestId;
  readonly code: string;
  readonly urgency: number;
  readonly reasons: readonly string[];
  readonly askedAt: Instant;
  readonly needs: readonly ListedNeed[];
}

export interface NeedAtRisk {
  readonly needId: NeedId;
  readonly requestId: RequestId;
  readonly code: string;
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly open: number;
  readonly windowTo: Instant;
}

export interface LapsingCommitment {
  readonly needId: NeedId;
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly quantity: number;
  readonly memberName: string | null;
  readonly leaseUntil: Instant;
}

export interface Inbox {
  readonly now: Instant;
  readonly counts: { readonly new: number; readonly urgent: number; readonly open: number; readonly held: number };
  readonly waiting: readonly WaitingRequest[];
  readonly lapsing: { readonly count: number; readonly first: readonly LapsingCommitment[] };
  readonly atRisk: { readonly count: number; readonly first: readonly NeedAtRisk[] };
  readonly notAskedLately: readonly {
    readonly memberId: MemberId;
    readonly name: string;
    readonly lastAskedAt: Instant | null;
  }[];
}

/** Powers a coordinator's first screen: what waits longest, what lapses, what is at risk, who was not asked lately. */
export async function inbox(context: Context, caller: Caller): Promise<Inbox | undefined> {
  if (!canSeeInbox(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const members = await coordinatorNames(context, tx, caller.actor);
    const names = new Map(members.map((member) => [member.memberId, member.name]));
    const asked = await leastAsked(tx);
    return {
      now: tx.now,
      counts: await countRequests(tx),
      waiting: await waitingLongest(tx),
      lapsing: await lapsingSoon(tx, names),
      atRisk: await atRisk(tx),
      notAskedLately: asked.map((row) => ({
        memberId: row.id,
        name: names.get(row.id) ?? '',
        lastAskedAt: row.last_asked_at,
      })),
    };
  });
}

async function countRequests(tx: GroupReader): Promise<Inbox['counts']> {
  const row = await tx.db
    .selectFrom('requests')
    .select((eb) => [
      countWhere(eb, sql<boolean>`state = 'new' and held_at is null`).as('new'),
      countWhere(eb, sql<boolean>`urgency = 2 and held_at is null`).as('urgent'),
      countWhere(eb, sql<boolean>`held_at is null`).as('open'),
      countWhere(eb, sql<boolean>`held_at is not null`).as('held'),
    ])
    .where('group_id', '=', tx.groupId)
    .where('state', '<>', 'closed')
    .executeTakeFirstOrThrow();
  return row;
}

function countWhere(eb: ExpressionBuilder<GroupTables, 'requests'>, condition: ReturnType<typeof sql<boolean>>) {
  return eb.fn.countAll<number>().filterWhere(condition);
}

async function waitingLongest(tx: GroupReader): Promise<readonly WaitingRequest[]> {
  const rows = await tx.db
    .selectFrom('requests')
    .select(['id', 'code', 'urgency', 'urgency_reasons', 'asked_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'new')
    .where('held_at', 'is', null)
    .orderBy('urgency', 'desc')
    .orderBy('asked_at')
    .orderBy('id')
    .limit(shownMax)
    .execute();
  const needs = await needsByRequest(
    tx,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({
    id: row.id,
    code: row.code,
    urgency: row.urgency,
    reasons: row.urgency_reasons,
    askedAt: row.asked_at,
    needs: needs.get(row.id) ?? [],
  }));
}

async function lapsingSoon(tx: GroupReader, names: ReadonlyMap<MemberId, string>): Promise<Inbox['lapsing']> {
  const rows = await tx.db
    .selectFrom('commitments as c')
    .innerJoin('needs as n', (join) => join.onRef('n.group_id', '=', 'c.group_id').onRef('n.id', '=', 'c.need_id'))
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['c.need_id', 'c.quantity', 'c.member_id', 'c.lease_until', 'n.entered_unit', 'k.definition'])
    .select((eb) => eb.fn.countAll<number>().over().as('count'))
    .where('c.group_id', '=', tx.groupId)
    .where('c.state', '=', 'accepted')
    .where('c.lease_until', '>', asOf(tx.now))
    .where('c.lease_until', '<', asOf(tx.now + (lapseHours * dayMs) / 24))
    .orderBy('c.lease_until')
    .limit(shownMax)
    .execute();
  const first = rows.map((row) => ({
    needId: row.need_id,
    kind: row.definition as CatalogKind,
    unit: row.entered_unit,
    quantity: row.quantity,
    memberName: row.member_id ? (names.get(row.member_id) ?? null) : null,
    leaseUntil: row.lease_until ?? tx.now,
  }));
  return { count: rows[0]?.count ?? 0, first };
}

async function atRisk(tx: GroupReader): Promise<Inbox['atRisk']> {
  const rows = await tx.db
    .selectFrom('needs as n')
    .innerJoin('requests as r', (join) =>
      join.onRef('r.group_id', '=', 'n.group_id').onRef('r.id', '=', 'n.request_id'),
    )
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['n.id', 'n.quantity', 'n.live_quantity', 'n.done_quantity', 'n.entered_unit', 'n.window_to'])
    .select(['r.id as request_id', 'r.code', 'k.definition'])
    .select((eb) => eb.fn.countAll<number>().over().as('count'))
    .where('n.group_id', '=', tx.groupId)
    .where('n.state', '=', 'open')
    .where('n.halted_at', 'is', null)
    .where('n.window_to', '>', asOf(tx.now))
    .where('n.window_to', '<', asOf(tx.now + riskDays * dayMs))
    .where('r.state', '<>', 'closed')
    .where('r.held_at', 'is', null)
    .whereRef((eb) => eb('n.live_quantity', '+', eb.ref('n.done_quantity')), '<', 'n.quantity')
    .orderBy('n.window_to')
    .limit(shownMax)
    .execute();
  const first = rows.map((row) => ({
    needId: row.id,
    requestId: row.request_id,
    code: row.code,
    kind: row.definition as CatalogKind,
    unit: row.entered_unit,
    open: row.quantity - row.live_quantity - row.done_quantity,
    windowTo: row.window_to ?? tx.now,
  }));
  return { count: rows[0]?.count ?? 0, first };
}

async function leastAsked(tx: GroupReader) {
  return tx.db
    .selectFrom('members')
    .select(['id', 'last_asked_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'active')
    .orderBy('last_asked_at', (order) => order.asc().nullsFirst())
    .orderBy('id')
    .limit(shownMax)
    .execute();
}
