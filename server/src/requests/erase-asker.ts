import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canErasePerson } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { EraseRefusal } from '../people/erase-now.ts';
import { eraseSoon, type Erasure } from '../people/erase-person.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { lockFor, type NotThereRefusal } from './act-on-request.ts';
import { type BeforeEnding, endWithNeeds } from './close-request.ts';
import { readRequest } from './request-table.ts';

export type EraseAskerRefusal = EraseRefusal | NotThereRefusal;

/**
 * "Erase me", by the private link or by voice: what is still open ends with it, and the person's details are gone when
 * the time for undoing is over. It is one act: undoing it leaves the request as it was. What a law keeps is named in the
 * refusal, with its end.
 */
export async function eraseAsker(
  context: Context,
  caller: Caller,
  { requestId }: { readonly requestId: RequestId },
): Promise<Outcome<Erasure, EraseAskerRefusal>> {
  return context.database.decide<Erasure, EraseAskerRefusal>(caller.groupId, async (tx) => {
    const seen = await readRequest(tx, requestId);
    if (!seen) return refuse({ code: 'not-found' });
    const ended = seen.state === 'closed' ? null : await withdraw(tx, caller, requestId);
    if (ended?.ok === false) return ended;
    const locked = await lockFor(tx, caller, requestId, canErasePerson);
    if (!locked.ok) return locked;
    const personId = locked.value.row.person_id;
    if (!personId) return refuse({ code: 'not-found' });
    const erasing = await eraseSoon(tx, { personId, actor: caller.actor, requestId, ended: ended && ended.value });
    return erasing.ok ? accept(erasing.value) : erasing;
  });
}

async function withdraw(
  tx: GroupTransaction,
  caller: Caller,
  requestId: RequestId,
): Promise<Outcome<BeforeEnding, EraseAskerRefusal>> {
  const ended = await endWithNeeds(tx, caller, requestId, { ending: 'withdrawn', may: canErasePerson });
  if (!ended.ok) return refuse({ code: ended.refusal.code === 'not-allowed' ? 'not-allowed' : 'not-found' });
  await writeAudit(tx, {
    actor: caller.actor,
    verb: 'withdraw-request',
    subjectTable: 'requests',
    subjectId: requestId,
  });
  return ended;
}
