import { actorParty } from '@barnraise/kernel/actor.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { AskId, CommitmentId, NeedId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';
import { graceMs } from '@barnraise/kernel/vault-policy.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { commitmentFromRow } from './commitment-row.ts';
import { type DayItem, dayItem } from './day-item.ts';
import { visitsOf } from './visit-table.ts';
import { readWhereTo } from './where-to.ts';

/** "Can you?", waiting for this member's answer. */
export interface WaitingAsk {
  readonly askId: AskId;
  readonly needId: NeedId;
  readonly kind: CatalogKind;
  readonly quantity: Quantity;
  readonly enteredUnit: string;
  readonly window: TimeWindow | null;
  readonly answerUntil: Instant;
}

export interface MyDay {
  readonly now: Instant;
  readonly asks: readonly WaitingAsk[];
  /** What was promised and is not done, in the order to do it. */
  readonly items: readonly DayItem[];
  /** What was done lately, as long as its details may still be seen. */
  readonly done: readonly DayItem[];
}

/** A provider's own list: what to do, where, for whom, and how to reach them, as far as each step allows. */
export async function myDay(context: Context, caller: Caller): Promise<MyDay> {
  const provider = actorParty(caller.actor);
  return context.database.forGroup(caller.groupId, async (tx) => {
    const items = provider ? await itemsOf(context, tx, caller, provider) : [];
    return {
      now: tx.now,
      asks: provider?.kind === 'member' ? await waitingAsks(tx, provider.memberId) : [],
      items: items.filter((item) => item.commitment.state !== 'done').toSorted(inOrder),
      done: items.filter((item) => item.commitment.state === 'done'),
    };
  });
}

/** One commitment of the caller's own, for the page of a helper without a login. */
export async function ownCommitment(
  context: Context,
  caller: Caller,
  id: CommitmentId,
): Promise<{ readonly now: Instant; readonly item: DayItem } | undefined> {
  const provider = actorParty(caller.actor);
  if (!provider) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const [item] = await itemsOf(context, tx, caller, provider, id);
    return item && { now: tx.now, item };
  });
}

async function itemsOf(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  provider: Party,
  only?: CommitmentId,
): Promise<readonly DayItem[]> {
  const rows = await commitmentsOf(tx, provider, only);
  const whereTo = await readWhereTo(context, tx, caller, rows);
  return Promise.all(
    rows.map(async (row) => dayItem(row, commitmentFromRow(row), whereTo(row), await visitsOf(tx, row.id))),
  );
}

export type DayRow = Awaited<ReturnType<ReturnType<typeof commitmentRows>['execute']>>[number];

/** The group's commitments with all that a list of things to do shows; whoever asks narrows them down. */
export function commitmentRows(tx: GroupReader) {
  return tx.db
    .selectFrom('commitments')
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'commitments.group_id').onRef('needs.id', '=', 'commitments.need_id'),
    )
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .innerJoin('requests', (join) =>
      join.onRef('requests.group_id', '=', 'needs.group_id').onRef('requests.id', '=', 'needs.request_id'),
    )
    .leftJoin('persons', (join) =>
      join.onRef('persons.group_id', '=', 'requests.group_id').onRef('persons.id', '=', 'requests.person_id'),
    )
    .selectAll('commitments')
    .select([
      'kinds.definition',
      'needs.entered_unit',
      'needs.window_from',
      'needs.window_to',
      'needs.cell',
      'needs.people_minimum',
      'requests.id as request_id',
      'requests.code as request_code',
      'requests.person_id as neighbor_id',
      'requests.place_id',
      'requests.to_place_id',
      'requests.be_there_by',
      'requests.way_home',
      'requests.way_home_at',
      'requests.sharing',
      'requests.language',
      'persons.safe_to_text',
      'persons.safe_to_leave_message',
    ])
    .where('commitments.group_id', '=', tx.groupId);
}

function commitmentsOf(tx: GroupReader, provider: Party, only?: CommitmentId) {
  const recently = tx.now - graceMs;
  return commitmentRows(tx)
    .$if(provider.kind === 'member', (query) =>
      query.where('commitments.member_id', '=', provider.kind === 'member' ? provider.memberId : null),
    )
    .$if(provider.kind !== 'member', (query) =>
      query.where('commitments.person_id', '=', provider.kind === 'neighbor' ? provider.personId : null),
    )
    .$if(only !== undefined, (query) => query.where('commitments.id', '=', only as CommitmentId))
    .$if(only === undefined, (query) =>
      query.where((eb) =>
        eb.or([
          eb('commitments.state', 'in', ['offered', 'accepted', 'started']),
          eb.and([
            eb('commitments.state', '=', 'done'),
            eb('commitments.corrected_by_commitment_id', 'is', null),
            eb('commitments.ended_at', '>', asOf(recently)),
          ]),
        ]),
      ),
    )
    .execute();
}

/** What is under way first, then by when it is wanted, then what has to be confirmed soonest. */
function inOrder(a: DayItem, b: DayItem): number {
  const started = Number(b.commitment.state === 'started') - Number(a.commitment.state === 'started');
  return started || dueAt(a) - dueAt(b) || (a.commitment.id < b.commitment.id ? -1 : 1);
}

function dueAt({ window, beThereBy, commitment }: DayItem): Instant {
  return beThereBy ?? window?.fromAt ?? commitment.leaseUntil ?? Number.MAX_SAFE_INTEGER;
}

async function waitingAsks(
  tx: GroupReader,
  memberId: Extract<Party, { kind: 'member' }>['memberId'],
): Promise<readonly WaitingAsk[]> {
  const rows = await tx.db
    .selectFrom('asks')
    .innerJoin('needs', (join) =>
      join.onRef('needs.group_id', '=', 'asks.group_id').onRef('needs.id', '=', 'asks.need_id'),
    )
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .select(['asks.id', 'asks.need_id', 'asks.quantity', 'asks.answer_until', 'kinds.definition'])
    .select(['needs.entered_unit', 'needs.window_from', 'needs.window_to'])
    .where('asks.group_id', '=', tx.groupId)
    .where('asks.member_id', '=', memberId)
    .where('asks.state', '=', 'sent')
    .where('asks.answer_until', '>', asOf(tx.now))
    .orderBy('asks.answer_until')
    .execute();
  return rows.map((row) => ({
    askId: row.id,
    needId: row.need_id,
    kind: row.definition as CatalogKind,
    quantity: row.quantity,
    enteredUnit: row.entered_unit,
    window:
      row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
    answerUntil: row.answer_until,
  }));
}
