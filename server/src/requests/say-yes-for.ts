import { type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import { once } from '../database/idempotency.ts';
import type { Caller } from '../record/caller.ts';
import { type CommitAccepted, commitFor, type CommitToNeedRefusal, type CommitWish } from './commit-to-need.ts';
import { isParty } from './is-party.ts';

export type SayYesRefusal = CommitToNeedRefusal | { readonly code: 'provider-unknown' };

/** "Maria said yes in the chat": a coordinator writes down what somebody else has promised. */
export async function sayYesFor(
  context: Context,
  caller: Caller,
  wish: CommitWish & { readonly provider: Party },
): Promise<Outcome<CommitAccepted, SayYesRefusal>> {
  if (!isCoordinator(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<CommitAccepted, SayYesRefusal>(caller.groupId, async (tx) => {
    if (!(await isParty(tx, wish.provider))) return refuse({ code: 'provider-unknown' });
    return once(tx, wish.formKey, 'say-yes-for', () =>
      commitFor(context, tx, caller, wish.provider, wish, { madeBy: 'coordinator' }),
    );
  });
}
