import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { findAlike } from './find-person.ts';
import type { PersonSort, SafeAnswer } from './keep-person.ts';
import { type ReadDetail, readDetails } from './read-details.ts';
import { recordsOf } from './same-person.ts';
import { formsAnsweredBy, type ShownAnswers, shownAnswers } from './shown-answer.ts';
import { isAnswerField } from './vault-fields.ts';
import { type PersonReading, whoReadMyDetails } from './who-read-my-details.ts';

export interface PersonPage {
  readonly id: PersonId;
  readonly sort: PersonSort;
  readonly name: string;
  readonly phone: string;
  readonly mail: string;
  readonly language: string;
  readonly safeToText: SafeAnswer;
  readonly safeToLeaveMessage: SafeAnswer;
  readonly lastVisitAt: Instant;
  /** Set while an erasure that was asked for can still be undone. */
  readonly eraseAt: Instant | null;
  readonly hold: { readonly untilAt: Instant; readonly reason: string } | null;
  readonly consents: readonly string[];
  /** What they answered to forms of the group's own. */
  readonly answers: readonly ShownAnswers[];
  /** Everything else that is kept, as a coordinator may read it out to them. */
  readonly details: readonly ReadDetail[];
  readonly requests: readonly { readonly id: RequestId; readonly code: string; readonly askedAt: Instant }[];
  readonly readings: readonly PersonReading[];
  readonly alike: readonly { readonly id: PersonId; readonly name: string; readonly by: readonly string[] }[];
}

export type PersonPageRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'merged'; readonly intoId: PersonId };

/** What stands in fields of its own on the page; of a record merged into this one it is listed with the rest. */
const ownFields: readonly string[] = ['name', 'phone', 'mail'];

/** Records proposed as the same person, at most. */
const alikeMax = 5;
/** Less in common than this is chance: two people of one surname. */
const likenessMin = 0.3;

/** Everything a group keeps about a person, for a coordinator who speaks with them. All of it counts as read. */
export async function personPage(
  context: Context,
  caller: Caller,
  input: { readonly personId: PersonId },
): Promise<Outcome<PersonPage, PersonPageRefusal>> {
  return context.database.decide<PersonPage, PersonPageRefusal>(caller.groupId, async (tx) => {
    if (!isCoordinator(caller.actor)) return refuse({ code: 'not-allowed' });
    const person = await tx.db
      .selectFrom('persons')
      .selectAll()
      .where('group_id', '=', tx.groupId)
      .where('id', '=', input.personId)
      .where('erased_at', 'is', null)
      .executeTakeFirst();
    if (!person || person.sort === 'member') return refuse({ code: 'not-found' });
    if (person.merged_into_id !== null) return refuse({ code: 'merged', intoId: person.merged_into_id as PersonId });
    const records = await recordsOf(tx, person.id);
    const read = await readDetails(context, tx, {
      actor: caller.actor,
      purpose: 'intake',
      wanted: records.map((personId) => ({ personId })),
    });
    const isOwn = (detail: ReadDetail): boolean => detail.subjectId === null && ownFields.includes(detail.field);
    const merged = records.slice(1).flatMap((record) => read.all(record));
    return accept({
      id: person.id,
      sort: person.sort,
      name: read.get(person.id, 'name') ?? '',
      phone: read.get(person.id, 'phone') ?? '',
      mail: read.get(person.id, 'mail') ?? '',
      language: person.language,
      safeToText: person.safe_to_text,
      safeToLeaveMessage: person.safe_to_leave_message,
      lastVisitAt: person.last_visit_at,
      eraseAt: person.keep_until,
      hold:
        person.held_until !== null && person.held_until > tx.now
          ? { untilAt: person.held_until, reason: person.hold_reason ?? '' }
          : null,
      consents: await consentsOf(tx, person.id),
      details: [...read.all(person.id).filter((detail) => !isOwn(detail)), ...merged].filter(
        ({ field }) => field !== 'link' && !isAnswerField(field),
      ),
      answers: (await formsAnsweredBy(tx, records)).map((answered) =>
        shownAnswers(
          answered,
          records.flatMap((record) => read.all(record)),
        ),
      ),
      requests: await requestsOf(tx, records),
      readings: await whoReadMyDetails(tx, person.id),
      alike: await alikeOf(context, tx, caller, person.id),
    });
  });
}

async function consentsOf(tx: GroupReader, personId: PersonId): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('consents')
    .select('purpose')
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .execute();
  return rows.map((row) => row.purpose);
}

async function requestsOf(tx: GroupReader, records: readonly PersonId[]): Promise<PersonPage['requests']> {
  const rows = await tx.db
    .selectFrom('requests')
    .select(['id', 'code', 'asked_at'])
    .where('group_id', '=', tx.groupId)
    .where('person_id', 'in', records)
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
  return rows.map((row) => ({ id: row.id, code: row.code, askedAt: row.asked_at }));
}

async function alikeOf(
  context: Context,
  tx: GroupTransaction,
  caller: Caller,
  personId: PersonId,
): Promise<PersonPage['alike']> {
  const alike = (await findAlike(tx, personId)).filter(({ likeness }) => likeness >= likenessMin).slice(0, alikeMax);
  const names = await readDetails(context, tx, {
    actor: caller.actor,
    purpose: 'merge-check',
    fields: ['name'],
    wanted: alike.map((one) => ({ personId: one.personId })),
  });
  return alike.map((one) => ({ id: one.personId, name: names.get(one.personId, 'name') ?? '', by: one.by }));
}
