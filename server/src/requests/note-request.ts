import type { ActId, ContactAttemptId, Id, MemberId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import {
  type ContactAttempt,
  type ContactOutcome,
  type ContactWay,
  triesSinceReached,
} from '@barnraise/kernel/contact-attempt.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canWriteNotes } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { keepDetails } from '../people/keep-person.ts';
import type { Caller } from '../record/caller.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { actOnRequest, type NotThereRefusal } from './act-on-request.ts';
import { changeRequest, type RequestRow } from './request-table.ts';

export type NoteRefusal = NotThereRefusal | { readonly code: 'details-erased' };

/** A coordinator writes something down about a request. The words go to the vault, with those of the person. */
export async function noteRequest(
  context: Context,
  caller: Caller,
  { requestId, text }: { readonly requestId: RequestId; readonly text: string },
): Promise<Outcome<ActId, NoteRefusal>> {
  return actOnRequest<ActId, NoteRefusal>(context, caller, requestId, canWriteNotes, async (tx, { row }) => {
    if (!row.person_id || (await isErased(tx, row.person_id))) return refuse({ code: 'details-erased' });
    const memberId = caller.actor.kind === 'member' ? caller.actor.memberId : null;
    const noteId = await writeNote(context, tx, { requestId, personId: row.person_id, memberId, text });
    await writeAudit(tx, { actor: caller.actor, verb: 'write-note', subjectTable: 'notes', subjectId: noteId });
    return accept(await writeAct(tx, { actor: caller.actor, verb: 'write-note', subjectId: noteId, requestId }));
  });
}

export interface NoteToWrite {
  readonly requestId: RequestId;
  readonly personId: PersonId;
  /** Null when the neighbor wrote it. */
  readonly memberId: MemberId | null;
  readonly text: string;
}

export async function writeNote(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  { requestId, personId, memberId, text }: NoteToWrite,
): Promise<Id<'note'>> {
  const id = freshId<Id<'note'>>(tx);
  await tx.db
    .insertInto('notes')
    .values({ group_id: tx.groupId, id, request_id: requestId, member_id: memberId, written_at: at(tx.now) })
    .execute();
  await keepDetails(context, tx, personId, [{ field: 'note', value: text, subjectId: id }]);
  tx.changed('notes', id);
  return id;
}

export interface ContactToLog {
  readonly requestId: RequestId;
  readonly way: ContactWay;
  readonly outcome: ContactOutcome;
  /** What was said. */
  readonly text: string;
}

/** A call, text or visit with how it went. Reaching somebody confirms the request; three misses make it more urgent. */
export async function logContact(
  context: Context,
  caller: Caller,
  { requestId, way, outcome, text }: ContactToLog,
): Promise<Outcome<ActId, NoteRefusal>> {
  return actOnRequest<ActId, NoteRefusal>(context, caller, requestId, canWriteNotes, async (tx, { row }) => {
    const id = freshId<ContactAttemptId>(tx);
    const memberId = caller.actor.kind === 'member' ? caller.actor.memberId : null;
    await tx.db
      .insertInto('contact_attempts')
      .values({
        group_id: tx.groupId,
        id,
        request_id: requestId,
        person_id: row.person_id,
        member_id: memberId,
        way,
        outcome,
        tried_at: at(tx.now),
      })
      .execute();
    if (text !== '' && row.person_id && !(await isErased(tx, row.person_id))) {
      await keepDetails(context, tx, row.person_id, [{ field: 'note', value: text, subjectId: id }]);
    }
    await takeOutcomeIn(tx, row, outcome);
    await writeAudit(tx, { actor: caller.actor, verb: 'log-contact', subjectTable: 'contact_attempts', subjectId: id });
    return accept(await writeAct(tx, { actor: caller.actor, verb: 'log-contact', subjectId: id, requestId }));
  });
}

async function takeOutcomeIn(tx: GroupTransaction, row: RequestRow, outcome: ContactOutcome): Promise<void> {
  const reasons = new Set(row.urgency_reasons);
  if (outcome === 'reached') reasons.delete('unreachable');
  else if (triesSinceReached(await attemptsOf(tx, row.id)) >= 3) reasons.add('unreachable');
  await changeRequest(tx, row.id, {
    urgency_reasons: [...reasons],
    ...(outcome === 'reached' && { last_confirmed_at: at(tx.now), last_confirmed_by: 'coordinator' }),
  });
}

/** The call log of one request, oldest first, as the kernel's values. */
export async function attemptsOf(tx: GroupReader, requestId: RequestId): Promise<readonly ContactAttempt[]> {
  const rows = await tx.db
    .selectFrom('contact_attempts')
    .select(['id', 'member_id', 'way', 'outcome', 'tried_at'])
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .orderBy('tried_at')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    requestId,
    by: row.member_id as MemberId,
    way: row.way,
    outcome: row.outcome,
    at: row.tried_at,
  }));
}

export async function isErased(tx: GroupReader, personId: PersonId): Promise<boolean> {
  const person = await tx.db
    .selectFrom('persons')
    .select('erased_at')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .executeTakeFirst();
  return !person || person.erased_at !== null;
}
