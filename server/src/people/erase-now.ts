import type { Actor } from '@barnraise/kernel/actor.ts';
import type { MessageId, PersonId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { writeAudit } from '../record/write-audit.ts';
import { updatePerson } from './person-table.ts';

export type EraseRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  /** A record that must be kept by law until then; `reason` names the program and the law. */
  | { readonly code: 'held'; readonly untilAt: Instant; readonly reason: string }
  /** The person belongs to the group; their membership has to end first. */
  | { readonly code: 'still-a-member' };

/** Why somebody is erased: they asked, themselves or by voice, or nothing needs them any more. */
export type EraseCause = 'asked' | 'retention';

/**
 * Takes a person's key, details and keyed hashes, and the labels of their places; ids, kinds, states and quantities stay.
 * There is no way back. Erasing twice is erasing once. Whether the actor may is the caller's question.
 */
export async function eraseNow(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  erasure: { readonly personId: PersonId; readonly actor: Actor; readonly cause: EraseCause },
): Promise<Outcome<null, EraseRefusal>> {
  const { personId } = erasure;
  const person = await whyKept(tx, personId);
  if (!person.ok) return person;
  if (person.value.erasedAt !== null) return accept(null);
  await context.vault.erasePerson(tx, personId);
  await updatePerson(tx, personId, {
    erased_at: at(tx.now),
    keep_until: null,
    held_until: null,
    hold_reason: null,
    language: 'en',
    safe_to_text: 'not-asked',
    safe_to_leave_message: 'not-asked',
  });
  await clearTraces(tx, personId);
  await writeAudit(tx, {
    actor: erasure.actor,
    verb: 'erase-person',
    subjectTable: 'persons',
    subjectId: personId,
    data: { cause: erasure.cause },
  });
  return accept(null);
}

/** Locks the person and says what stands against erasing them. */
export async function whyKept(
  tx: GroupTransaction,
  personId: PersonId,
): Promise<Outcome<{ readonly erasedAt: Instant | null; readonly keepUntil: Instant | null }, EraseRefusal>> {
  const person = await tx.db
    .selectFrom('persons')
    .select(['erased_at', 'keep_until', 'held_until', 'hold_reason'])
    .where('group_id', '=', tx.groupId)
    .where('id', '=', personId)
    .forUpdate()
    .executeTakeFirst();
  if (!person) return refuse({ code: 'not-found' });
  if (person.held_until !== null && person.held_until > tx.now) {
    return refuse({ code: 'held', untilAt: person.held_until, reason: person.hold_reason ?? '' });
  }
  const member = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .where('state', '!=', 'ended')
    .executeTakeFirst();
  if (member) return refuse({ code: 'still-a-member' });
  return accept({ erasedAt: person.erased_at, keepUntil: person.keep_until });
}

/** What else could tell about them: the labels of their places, what they sent along, and messages that have not left. */
async function clearTraces(tx: GroupTransaction, personId: PersonId): Promise<void> {
  await tx.db
    .updateTable('places')
    .set({ label: '' })
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .execute();
  await tx.db
    .deleteFrom('attachments')
    .where('group_id', '=', tx.groupId)
    .where('answer_id', 'in', (query) =>
      query
        .selectFrom('form_answers')
        .select('form_answers.id')
        .where('group_id', '=', tx.groupId)
        .where('person_id', '=', personId),
    )
    .execute();
  const stopped = await tx.db
    .updateTable('messages')
    .set({ state: 'canceled', params: '{}' })
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .where('state', 'in', ['waiting', 'shown'])
    .returning('id')
    .execute();
  for (const message of stopped) tx.changed('messages', message.id satisfies MessageId);
}
