import type { RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canErasePerson } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { EraseRefusal } from '../people/erase-now.ts';
import { eraseSoon, type Erasure } from '../people/erase-person.ts';
import type { Caller } from '../record/caller.ts';
import { lockFor, type NotThereRefusal } from './act-on-request.ts';
import { endRequest } from './close-request.ts';
import { readRequest } from './request-table.ts';

export type EraseAskerRefusal = EraseRefusal | NotThereRefusal;

/**
 * "Erase me", by the private link or by voice: what is still open ends with it, and the person's details are gone when
 * the time for undoing is over. What a law keeps is named in the refusal, with its end.
 */
export async function eraseAsker(
  context: Context,
  caller: Caller,
  { requestId }: { readonly requestId: RequestId },
): Promise<Outcome<Erasure, EraseAskerRefusal>> {
  return context.database.decide<Erasure, EraseAskerRefusal>(caller.groupId, async (tx) => {
    const seen = await readRequest(tx, requestId);
    if (!seen) return refuse({ code: 'not-found' });
    if (seen.state !== 'closed') {
      const ended = await endRequest(tx, caller, requestId, {
        ending: 'withdrawn',
        verb: 'withdraw-request',
        may: canErasePerson,
      });
      if (!ended.ok) return refuse({ code: ended.refusal.code === 'not-allowed' ? 'not-allowed' : 'not-found' });
    }
    const locked = await lockFor(tx, caller, requestId, canErasePerson);
    if (!locked.ok) return locked;
    const personId = locked.value.row.person_id;
    if (!personId) return refuse({ code: 'not-found' });
    const erasing = await eraseSoon(tx, { personId, actor: caller.actor, requestId });
    return erasing.ok ? accept(erasing.value) : erasing;
  });
}
