import type { ActId, NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome } from '@barnraise/kernel/outcome.ts';
import { canChangeRequest } from '@barnraise/kernel/policy.ts';
import { decideOpen, type RequestRefusal } from '@barnraise/kernel/request.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { touchVisit } from '../people/person-table.ts';
import type { Caller } from '../record/caller.ts';
import { lockFor, type NotThereRefusal, recordOnRequest } from './act-on-request.ts';
import { endRequest, reopenWithNeeds } from './close-request.ts';
import { correctNeed, needsOfRequest } from './need-table.ts';
import { writeNote } from './note-request.ts';
import { changeRequest, type RequestRow } from './request-table.ts';

/** How it stands, as the neighbor sees it. `wrong`: nobody came, the wrong things came, something else went wrong. */
export const standings = ['still', 'partly', 'solved', 'wrong'] as const;
export type Standing = (typeof standings)[number];

export interface StillNeeded {
  readonly requestId: RequestId;
  readonly standing: Standing;
  /** What is missing or went wrong, in their own words. */
  readonly words: string;
}

export type StillNeededRefusal = RequestRefusal | NotThereRefusal;

/** The neighbor says how it stands: solved ends the request, everything else confirms it, and opens an ended one again. */
export async function answerStillNeeded(
  context: Context,
  caller: Caller,
  { requestId, standing, words }: StillNeeded,
): Promise<Outcome<ActId, StillNeededRefusal>> {
  return context.database.decide<ActId, StillNeededRefusal>(caller.groupId, async (tx) => {
    if (standing === 'solved') {
      return endRequest(tx, caller, requestId, { ending: 'solved', verb: 'close-request', may: canChangeRequest });
    }
    const needs = await needsOfRequest(tx, requestId);
    const locked = await lockFor(tx, caller, requestId, canChangeRequest);
    if (!locked.ok) return locked;
    const { row, request } = locked.value;
    if (request.state === 'closed') {
      const opened = decideOpen(request);
      if (!opened.ok) return opened;
      await reopenWithNeeds(tx, requestId, row.taken_in_at === null ? 'new' : 'open');
    }
    await confirm(
      tx,
      row,
      needs.map((need) => need.id),
    );
    if (words !== '' && row.person_id) {
      await writeNote(context, tx, { requestId, personId: row.person_id, memberId: null, text: words });
    }
    const before = { state: row.state, ending: row.ending, closedAt: row.closed_at, reasons: row.urgency_reasons };
    return accept(await recordOnRequest(tx, caller, 'change-request', requestId, before));
  });
}

async function confirm(tx: GroupTransaction, row: RequestRow, needIds: readonly NeedId[]): Promise<void> {
  await changeRequest(tx, row.id, {
    last_confirmed_at: at(tx.now),
    last_confirmed_by: 'asker',
    urgency: Math.max(row.urgency, 1),
    urgency_reasons: [...new Set([...row.urgency_reasons, 'asked-again'])],
  });
  for (const id of needIds) await correctNeed(tx, id, { last_confirmed_at: at(tx.now) });
  if (row.person_id) await touchVisit(tx, row.person_id satisfies PersonId);
}
