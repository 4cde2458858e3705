import type { AgeCounts } from '@barnraise/kernel/household.ts';
import { nextTryAt } from '@barnraise/kernel/contact-attempt.ts';
import { type Freshness, freshness } from '@barnraise/kernel/freshness.ts';
import type { MemberId, PartnerId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant, TimeWindow } from '@barnraise/kernel/instant.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { possibleEndings, type RequestEnding, type RequestState, type Trip } from '@barnraise/kernel/request.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { type LikeRequest, likeRequests } from './like-requests.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import { type PersonReading, whoReadMyDetails } from '../people/who-read-my-details.ts';
import type { Caller } from '../record/caller.ts';
import { coordinatorNames, type NamedMember } from './coordinator-names.ts';
import { type LogLine, requestLog } from './request-log.ts';
import { type CameFrom, cameFrom, type RawShown, rawShown } from './import/came-from.ts';
import { attemptsOf } from './note-request.ts';
import { type PageNeed, pageNeeds } from './request-page-needs.ts';
import { requestFromRow } from './request-row.ts';
import { readRequest, type RequestRow } from './request-table.ts';
import { formsAnsweredFor, type ShownAnswers, shownAnswers } from '../people/shown-answer.ts';
import type { ReferralId } from './refer-request.ts';

export interface PagePlace {
  readonly address: string;
  readonly plusCode: string;
  readonly directions: string;
  readonly point: string;
}

export interface RequestPage {
  readonly now: Instant;
  readonly id: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly ending: RequestEnding | null;
  readonly isHeld: boolean;
  readonly urgency: number;
  readonly reasons: readonly string[];
  readonly danger: readonly string[];
  readonly channel: string;
  readonly language: string;
  readonly askedAt: Instant;
  readonly closedAt: Instant | null;
  readonly confirmedAt: Instant;
  readonly freshness: Freshness;
  readonly window: TimeWindow | null;
  readonly trip: Trip | null;
  readonly repeats: boolean;
  readonly askedFor: 'self' | 'somebody' | 'household';
  readonly household: AgeCounts | null;
  readonly sharing: Sharing;
  readonly ownerId: MemberId | null;
  readonly hasLink: boolean;
  readonly person: {
    readonly id: PersonId | null;
    readonly isErased: boolean;
    readonly name: string;
    readonly phone: string;
    readonly mail: string;
  };
  readonly words: string;
  /** What came in, as it came, while it is kept. */
  readonly raw: RawShown;
  /** Undefined for what was not brought in. */
  readonly cameFrom: CameFrom | undefined;
  readonly place: PagePlace | null;
  readonly toPlace: PagePlace | null;
  readonly cell: string | null;
  readonly facts: readonly { readonly question: string; readonly answer: string; readonly value: string }[];
  /** What was answered to a form of the group's own, with the questions as they were asked. */
  readonly answers: readonly ShownAnswers[];
  readonly needs: readonly PageNeed[];
  readonly log: readonly LogLine[];
  readonly nextTryAt: Instant | null;
  readonly referrals: readonly {
    readonly id: ReferralId;
    readonly partner: string;
    readonly answer: 'waiting' | 'yes' | 'no';
    readonly at: Instant;
  }[];
  readonly partners: readonly { readonly id: PartnerId; readonly name: string }[];
  readonly alike: readonly LikeRequest[];
  readonly members: readonly NamedMember[];
  readonly endings: readonly RequestEnding[];
  /** Who saw their details, to be read out when they call and ask. */
  readonly readings: readonly PersonReading[];
}

/** Where an id leads that was merged away: the address of the request that goes on. */
export type RequestPageAnswer =
  | { readonly kind: 'page'; readonly page: RequestPage }
  | { readonly kind: 'merged'; readonly into: RequestId };

/** Powers the page of one request for those who answer for it. Everything private on it is opened for them, on record. */
export async function requestPage(
  context: Context,
  caller: Caller,
  requestId: RequestId,
): Promise<RequestPageAnswer | undefined> {
  if (!canSeeInbox(caller.actor)) return undefined;
  return context.database.forGroup(caller.groupId, async (tx) => {
    const row = await readRequest(tx, requestId);
    if (!row) return undefined;
    if (row.merged_into_id) return { kind: 'merged', into: row.merged_into_id as RequestId };
    return { kind: 'page', page: await buildPage(context, tx, caller, row) };
  });
}

async function buildPage(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  row: RequestRow,
): Promise<RequestPage> {
  const request = requestFromRow(row);
  const { person_id: personId } = row;
  const details = await readDetails(context, tx, {
    actor: caller.actor,
    purpose: 'intake',
    wanted: personId ? [{ personId, requestId: row.id, sharing: request.sharing }] : [],
  });
  const members = await coordinatorNames(context, tx, caller.actor);
  const attempts = await attemptsOf(tx, row.id);
  const needs = await pageNeeds(tx, row.id, personId, details);
  const budget = Math.min(...needs.map((need) => need.kind.freshnessMinutes), 7 * 24 * 60);
  return {
    now: tx.now,
    id: row.id,
    code: row.code,
    state: row.state,
    ending: row.ending,
    isHeld: row.held_at !== null,
    urgency: row.urgency,
    reasons: row.urgency_reasons,
    danger: row.danger,
    channel: row.channel,
    language: row.language,
    askedAt: row.asked_at,
    closedAt: row.closed_at,
    confirmedAt: request.lastConfirmedAt,
    freshness: freshness(request.lastConfirmedAt, budget, tx.now),
    window:
      row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
    trip: request.trip,
    repeats: row.recurrence !== null,
    askedFor: row.asked_for,
    household: await householdOf(tx, row),
    sharing: request.sharing,
    ownerId: row.owner_id,
    hasLink: row.link_hash !== null,
    person: {
      id: personId,
      isErased: personId !== null && (await isErased(tx, personId)),
      name: details.get(personId, 'name') ?? '',
      phone: details.get(personId, 'phone') ?? '',
      mail: details.get(personId, 'mail') ?? '',
    },
    words: details.get(personId, 'description', row.id) ?? '',
    raw: rawShown(details.get(personId, 'raw', row.id) ?? ''),
    cameFrom: await cameFrom(tx, row.id),
    place: placeOf(details, personId, row.place_id),
    toPlace: placeOf(details, personId, row.to_place_id),
    cell: row.cell,
    facts: await factsOf(tx, row.id, personId, details),
    answers: await answersOf(tx, row.id, personId, details),
    needs,
    log: await requestLog(tx, row.id, personId, details, members),
    nextTryAt: row.state === 'closed' ? null : (nextTryAt(attempts, tx.now) ?? null),
    referrals: await referralsOf(tx, row.id),
    partners: await partnersOf(tx),
    alike: await likeRequests(tx, row),
    members,
    endings: possibleEndings(request),
    readings: personId ? await whoReadMyDetails(tx, personId) : [],
  };
}

function placeOf(details: Details, personId: PersonId | null, placeId: string | null): PagePlace | null {
  if (!placeId) return null;
  const get = (field: 'address' | 'plus-code' | 'directions' | 'point'): string =>
    details.get(personId, field, placeId) ?? '';
  return { address: get('address'), plusCode: get('plus-code'), directions: get('directions'), point: get('point') };
}

async function factsOf(
  tx: GroupReader,
  requestId: RequestId,
  personId: PersonId | null,
  details: Details,
): Promise<RequestPage['facts']> {
  const rows = await tx.db
    .selectFrom('must_know_facts')
    .select(['question', 'answer'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .orderBy('question')
    .execute();
  return rows.map(({ question, answer }) => ({
    question,
    answer,
    value: details.get(personId, `must-know:${question as 'other'}`, requestId) ?? '',
  }));
}

async function answersOf(
  tx: GroupReader,
  requestId: RequestId,
  personId: PersonId | null,
  details: Details,
): Promise<RequestPage['answers']> {
  const forms = await formsAnsweredFor(tx, [requestId]);
  return forms.map((form) => shownAnswers(form, personId ? details.all(personId) : []));
}

async function referralsOf(tx: GroupReader, requestId: RequestId): Promise<RequestPage['referrals']> {
  const rows = await tx.db
    .selectFrom('referrals as r')
    .innerJoin('partners as p', (join) =>
      join.onRef('p.group_id', '=', 'r.group_id').onRef('p.id', '=', 'r.partner_id'),
    )
    .select(['r.id', 'p.name', 'r.answer', 'r.referred_at'])
    .where('r.group_id', '=', tx.groupId)
    .where('r.request_id', '=', requestId)
    .orderBy('r.referred_at')
    .execute();
  return rows.map((row) => ({ id: row.id as ReferralId, partner: row.name, answer: row.answer, at: row.referred_at }));
}

async function partnersOf(tx: GroupReader): Promise<RequestPage['partners']> {
  return tx.db
    .selectFrom('partners')
    .select(['id', 'name'])
    .where('group_id', '=', tx.groupId)
    .where('stage', '<>', 'ended')
    .orderBy('name')
    .limit(100)
    .execute();
}

async function householdOf(tx: GroupReader, row: RequestRow): Promise<AgeCounts | null> {
  if (!row.household_id) return null;
  const household = await tx.db
    .selectFrom('households')
    .select('bands')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', row.household_id)
    .executeTakeFirst();
  return household ? (household.bands as AgeCounts) : null;
}

async function isErased(tx: GroupReader, personId: PersonId): Promise<boolean> {
  const person = await tx.db
    .selectFrom('persons')
    .select('erased_at')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return person?.erased_at !== null;
}
