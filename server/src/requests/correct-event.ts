import type { EventId } from '@barnraise/kernel/ids.ts';
import type { CorrectionRefusal } from '@barnraise/kernel/ledger-correction.ts';
import type { LedgerRefusal } from '@barnraise/kernel/ledger.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canCorrectEvent } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import { correctRecordedEvent } from '../ledger/correct-recorded-event.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { memberIdOf } from './finish-commitment.ts';

export type CorrectEventRefusal =
  | LedgerRefusal
  | CorrectionRefusal
  | { readonly code: 'not-found' }
  | { readonly code: 'not-allowed' }
  /** It tells how a commitment was done, and is put right there. */
  | { readonly code: 'event-of-commitment' };

/** "That was written down wrong": takes an event back by a further one. What is right is then recorded anew. */
export async function correctEvent(
  context: Context,
  caller: Caller,
  { eventId }: { readonly eventId: EventId },
): Promise<Outcome<{ readonly eventId: EventId }, CorrectEventRefusal>> {
  return context.database.decide<{ readonly eventId: EventId }, CorrectEventRefusal>(caller.groupId, async (tx) => {
    const event = await eventToCorrect(tx, eventId);
    if (!event) return refuse({ code: 'not-found' });
    const { actor } = caller;
    const by = event.recorded_by_id && ({ kind: 'member', memberId: event.recorded_by_id } as const);
    if (!canCorrectEvent(actor, { isMoney: event.nature === 'money', by })) return refuse({ code: 'not-allowed' });
    if (event.commitment_id) return refuse({ code: 'event-of-commitment' });
    const corrected = await correctRecordedEvent(tx, eventId, memberIdOf(caller));
    if (!corrected.ok) return corrected;
    const { id } = corrected.value;
    await writeAudit(tx, {
      actor,
      verb: 'correct-event',
      subjectTable: 'events',
      subjectId: eventId,
      data: { by: id },
    });
    return accept({ eventId: id });
  });
}

async function eventToCorrect(tx: GroupReader, eventId: EventId) {
  return tx.db
    .selectFrom('events as e')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'e.group_id').onRef('k.id', '=', 'e.kind_id'))
    .select(['e.recorded_by_id', 'e.commitment_id', 'k.nature'])
    .where('e.group_id', '=', tx.groupId)
    .where('e.id', '=', eventId)
    .executeTakeFirst();
}
