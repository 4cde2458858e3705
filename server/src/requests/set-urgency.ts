import type { ActId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSetUrgency } from '@barnraise/kernel/policy.ts';
import { decideUrgency, type Urgency, type UrgencyRefusal } from '@barnraise/kernel/urgency.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { actOnRequest, recordOnRequest } from './act-on-request.ts';
import { urgencyLevel, urgencyRank } from './intake-urgency.ts';
import { isErased, type NoteRefusal, writeNote } from './note-request.ts';
import { changeRequest } from './request-table.ts';

export type SetUrgencyRefusal = UrgencyRefusal | NoteRefusal;

export interface UrgencyToSet {
  readonly requestId: RequestId;
  readonly level: Urgency['level'];
  /** Why, as it is to stand in the log. */
  readonly text: string;
}

/** A coordinator puts a request higher or lower, and says why; the inbox follows. */
export async function setUrgency(
  context: Context,
  caller: Caller,
  { requestId, level, text }: UrgencyToSet,
): Promise<Outcome<ActId, SetUrgencyRefusal>> {
  return actOnRequest<ActId, SetUrgencyRefusal>(context, caller, requestId, canSetUrgency, async (tx, { row }) => {
    const { state, urgency, urgency_reasons: reasons, person_id: personId } = row;
    const decided = decideUrgency({ state, level: urgencyLevel(urgency), reasons }, level);
    if (!decided.ok) return decided;
    if (!personId || (await isErased(tx, personId))) return refuse({ code: 'details-erased' });
    const memberId = caller.actor.kind === 'member' ? caller.actor.memberId : null;
    const noteId = await writeNote(context, tx, { requestId, personId, memberId, text });
    await changeRequest(tx, requestId, {
      urgency: urgencyRank[decided.value.level],
      urgency_reasons: [...decided.value.reasons],
    });
    return accept(await recordOnRequest(tx, caller, 'set-urgency', requestId, { urgency, reasons, noteId }));
  });
}
