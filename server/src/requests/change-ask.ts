import type { ActId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canChangeRequest } from '@barnraise/kernel/policy.ts';
import type { RequestState } from '@barnraise/kernel/request.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { actOnRequest, type NotThereRefusal, recordOnRequest } from './act-on-request.ts';
import { type NewlySaid, writeAskChange } from './write-ask-change.ts';

/** What was said anew of one request. */
export type AskChange = NewlySaid & { readonly requestId: RequestId };

export type ChangeAskRefusal =
  | NotThereRefusal
  | { readonly code: 'details-erased' }
  | { readonly code: 'wrong-state'; readonly state: RequestState };

/**
 * The neighbor changes what they asked, by the private link, or a coordinator for them, by voice. Undoing puts back when
 * and with whom it is shared; private words are typed anew, since nothing of them is kept outside the vault.
 */
export async function changeAsk(
  context: Context,
  caller: Caller,
  change: AskChange,
): Promise<Outcome<ActId, ChangeAskRefusal>> {
  const { requestId } = change;
  return actOnRequest<ActId, ChangeAskRefusal>(context, caller, requestId, canChangeRequest, async (tx, { row }) => {
    if (row.state === 'closed') return refuse({ code: 'wrong-state', state: row.state });
    const before = { windowFrom: row.window_from, windowTo: row.window_to, sharing: row.sharing as never };
    const confirmedBy = caller.actor.kind === 'member' ? 'coordinator' : 'asker';
    if (!(await writeAskChange(context, tx, row, change, confirmedBy))) return refuse({ code: 'details-erased' });
    return accept(await recordOnRequest(tx, caller, 'change-request', requestId, before));
  });
}
