import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { GroupId, NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant, type TimeWindow } from '@barnraise/kernel/instant.ts';
import type { MustKnowCode } from '@barnraise/kernel/must-know.ts';
import { daysFor } from '@barnraise/kernel/retention.ts';
import type { RequestEnding, RequestState } from '@barnraise/kernel/request.ts';
import type { Sharing } from '@barnraise/kernel/sharing.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { retentionPlan } from '../people/apply-retention.ts';
import { type Details, readDetails } from '../people/read-details.ts';
import { formsAnsweredFor, type ShownAnswers, shownAnswers } from '../people/shown-answer.ts';
import { type PersonReading, whoReadMyDetails } from '../people/who-read-my-details.ts';
import type { Caller } from '../record/caller.ts';
import { type IntakeNotice, intakeNotice } from './intake-notice.ts';
import { hashLinkToken, isLinkToken } from './private-link.ts';
import { sharingFromRow } from './request-row.ts';
import { readRequestByLink, type RequestRow } from './request-table.ts';

/** One line of what was asked, as the neighbor sees it. */
export interface StatusNeed {
  readonly id: NeedId;
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly quantity: number;
  readonly promised: number;
  readonly done: number;
  readonly isHalted: boolean;
  readonly isClosed: boolean;
}

/** What they told about themselves, to be looked at and changed. */
export interface OwnDetails {
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly words: string;
  readonly address: string;
  readonly plusCode: string;
  readonly directions: string;
  readonly mustKnow: Readonly<Partial<Record<MustKnowCode, string>>>;
}

export interface RequestStatus {
  readonly now: Instant;
  readonly requestId: RequestId;
  readonly code: string;
  readonly state: RequestState;
  readonly ending: RequestEnding | null;
  readonly askedAt: Instant;
  readonly takenInAt: Instant | null;
  readonly window: TimeWindow | null;
  readonly danger: boolean;
  readonly sharing: Sharing;
  readonly language: string;
  readonly needs: readonly StatusNeed[];
  readonly passedOnTo: readonly { readonly partner: string; readonly answer: 'waiting' | 'yes' | 'no' }[];
  /** Null once they were erased. */
  readonly own: OwnDetails | null;
  /** What was answered to a form of the group's own. */
  readonly answers: readonly ShownAnswers[];
  readonly readings: readonly PersonReading[];
  readonly keeping: Keeping;
  readonly notice: IntakeNotice;
}

/** What is kept, until when, and what stands against erasing it. */
export interface Keeping {
  readonly daysAfterHelp: number;
  /** When it would go, if nothing new happens. */
  readonly untilAt: Instant;
  /** Set while an erasure waits for its undo to be over. */
  readonly erasesAt: Instant | null;
  readonly hold: { readonly untilAt: Instant; readonly reason: string } | null;
}

/** The request that a private link opens, and who its holder is; undefined for a link that opens nothing. */
export async function neighborByLink(
  context: Pick<Context, 'database'>,
  groupId: GroupId,
  token: string,
): Promise<{ readonly caller: Caller; readonly requestId: RequestId } | undefined> {
  if (!isLinkToken(token)) return undefined;
  const row = await context.database.readGroup(groupId, (tx) => readRequestByLink(tx, hashLinkToken(token)));
  if (!row?.person_id) return undefined;
  const actor = { kind: 'neighbor', requestId: row.id, personId: row.person_id } as const;
  return { caller: { groupId, actor }, requestId: row.id };
}

/** Powers the private page. Reading one's own details leaves no trace. */
export async function requestStatus(
  context: Context,
  groupId: GroupId,
  token: string,
): Promise<RequestStatus | undefined> {
  if (!isLinkToken(token)) return undefined;
  return context.database.forGroup(groupId, async (tx) => {
    const row = await readRequestByLink(tx, hashLinkToken(token));
    if (!row?.person_id) return undefined;
    const { person_id: personId } = row;
    const details = await readDetails(context, tx, {
      actor: { kind: 'neighbor', requestId: row.id, personId },
      purpose: 'own-details',
      wanted: [{ personId, requestId: row.id }],
    });
    const person = await personOf(tx, personId);
    return {
      now: tx.now,
      requestId: row.id,
      code: row.code,
      state: row.state,
      ending: row.ending,
      askedAt: row.asked_at,
      takenInAt: row.taken_in_at,
      window:
        row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
      danger: row.danger.length > 0,
      sharing: sharingFromRow(row),
      language: row.language,
      needs: await statusNeeds(tx, row.id),
      passedOnTo: await passedOnTo(tx, row.id),
      own: person.erased_at === null ? ownDetails(details, row, personId) : null,
      answers: (await formsAnsweredFor(tx, [row.id])).map((answered) => shownAnswers(answered, details.all(personId))),
      readings: await whoReadMyDetails(tx, personId),
      keeping: await keepingOf(tx, person),
      notice: await intakeNotice(context, tx),
    };
  });
}

function ownDetails(details: Details, row: RequestRow, personId: PersonId): OwnDetails {
  const get = (field: Parameters<Details['get']>[1], subject?: string | null): string =>
    details.get(personId, field, subject) ?? '';
  const facts = details
    .all(personId)
    .filter((one) => one.subjectId === row.id && one.field.startsWith('must-know:'))
    .map((one) => [one.field.slice('must-know:'.length), one.value]);
  return {
    name: get('name'),
    phone: get('phone'),
    mail: get('mail'),
    words: get('description', row.id),
    address: get('address', row.place_id),
    plusCode: get('plus-code', row.place_id),
    directions: get('directions', row.place_id),
    mustKnow: Object.fromEntries(facts),
  };
}

async function statusNeeds(tx: GroupReader, requestId: RequestId): Promise<readonly StatusNeed[]> {
  const rows = await tx.db
    .selectFrom('needs as n')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['n.id', 'k.definition', 'n.entered_unit', 'n.quantity', 'n.live_quantity', 'n.done_quantity'])
    .select(['n.halted_at', 'n.state'])
    .where('n.group_id', '=', tx.groupId)
    .where('n.request_id', '=', requestId)
    .orderBy('n.created_at')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.definition as CatalogKind,
    unit: row.entered_unit,
    quantity: row.quantity,
    promised: row.live_quantity,
    done: row.done_quantity,
    isHalted: row.halted_at !== null,
    isClosed: row.state === 'closed',
  }));
}

async function passedOnTo(tx: GroupReader, requestId: RequestId): Promise<RequestStatus['passedOnTo']> {
  return tx.db
    .selectFrom('referrals as r')
    .innerJoin('partners as p', (join) =>
      join.onRef('p.group_id', '=', 'r.group_id').onRef('p.id', '=', 'r.partner_id'),
    )
    .select(['p.name as partner', 'r.answer'])
    .where('r.group_id', '=', tx.groupId)
    .where('r.request_id', '=', requestId)
    .orderBy('r.referred_at')
    .execute();
}

async function personOf(tx: GroupReader, personId: PersonId) {
  return tx.db
    .selectFrom('persons')
    .select(['erased_at', 'keep_until', 'held_until', 'hold_reason', 'last_visit_at'])
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .executeTakeFirstOrThrow();
}

async function keepingOf(tx: GroupReader, person: Awaited<ReturnType<typeof personOf>>): Promise<Keeping> {
  const daysAfterHelp = daysFor('deliver-help', await retentionPlan(tx));
  const { held_until: heldUntil, hold_reason: reason } = person;
  return {
    daysAfterHelp,
    untilAt: person.last_visit_at + daysAfterHelp * dayMs,
    erasesAt: person.keep_until,
    hold: heldUntil !== null && heldUntil > tx.now ? { untilAt: heldUntil, reason: reason ?? '' } : null,
  };
}
