import { closeNeed, reopenNeed } from '@barnraise/kernel/decide-need.ts';
import type { ActId, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome } from '@barnraise/kernel/outcome.ts';
import { canChangeRequest, canCloseRequest } from '@barnraise/kernel/policy.ts';
import { decideClose, possibleEndings, type RequestEnding, type RequestRefusal } from '@barnraise/kernel/request.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { lockFor, type NotThereRefusal, recordOnRequest } from './act-on-request.ts';
import { type LoadedNeed, lockNeed } from './load-need.ts';
import { needsOfRequest } from './need-table.ts';
import { changeRequest, readRequest } from './request-table.ts';
import { writeNeedChange } from './write-need-change.ts';

export type CloseRefusal = RequestRefusal | NotThereRefusal;

/** Ends a request with what became of it. Promises that were not begun are called off; who is out finishes. */
export async function closeRequest(
  context: Context,
  caller: Caller,
  { requestId, ending }: { readonly requestId: RequestId; readonly ending: RequestEnding },
): Promise<Outcome<ActId, CloseRefusal>> {
  return context.database.decide<ActId, CloseRefusal>(caller.groupId, (tx) =>
    endRequest(tx, caller, requestId, { ending, verb: 'close-request', may: canCloseRequest }),
  );
}

/** The neighbor no longer needs it, by the private link or by voice. */
export async function withdrawRequest(
  context: Context,
  caller: Caller,
  { requestId }: { readonly requestId: RequestId },
): Promise<Outcome<ActId, CloseRefusal>> {
  return context.database.decide<ActId, CloseRefusal>(caller.groupId, (tx) =>
    endRequest(tx, caller, requestId, { ending: 'withdrawn', verb: 'withdraw-request', may: canChangeRequest }),
  );
}

interface Ending {
  readonly ending: RequestEnding;
  readonly may: typeof canChangeRequest;
}

/** Ends a request as an act of its own, which can be undone. */
export async function endRequest(
  tx: GroupTransaction,
  caller: Caller,
  requestId: RequestId,
  { verb, ...how }: Ending & { readonly verb: 'close-request' | 'withdraw-request' },
): Promise<Outcome<ActId, CloseRefusal>> {
  const ended = await endWithNeeds(tx, caller, requestId, how);
  return ended.ok ? accept(await recordOnRequest(tx, caller, verb, requestId, ended.value)) : ended;
}

/** How a request stood before it ended, and the needs that ended with it: enough to put both back. */
export type BeforeEnding = {
  readonly state: 'new' | 'taken-in' | 'open' | 'covered';
  readonly heldAt: Instant | null;
  readonly needIds: readonly NeedId[];
};

/** Locks the needs, then the request, in the order in which commitments lock them, and ends all of it. */
export async function endWithNeeds(
  tx: GroupTransaction,
  caller: Caller,
  requestId: RequestId,
  { ending, may }: Ending,
): Promise<Outcome<BeforeEnding, CloseRefusal>> {
  const needs = await lockNeedsOf(tx, requestId);
  const locked = await lockFor(tx, caller, requestId, may);
  if (!locked.ok) return locked;
  const { row, request } = locked.value;
  const closed = decideClose(request, fitting(ending, request.state), tx.now);
  if (!closed.ok) return closed;

  const open = needs.filter((loaded) => loaded.need.state === 'open');
  for (const loaded of open) await writeNeedChange(tx, loaded, closeNeed(loaded.need, loaded.commitments, tx.now));
  await changeRequest(tx, requestId, {
    state: 'closed',
    ending: closed.value.ending,
    closed_at: at(tx.now),
    held_at: null,
  });
  const state = row.state as BeforeEnding['state'];
  return accept({ state, heldAt: row.held_at, needIds: open.map((loaded) => loaded.need.id) });
}

/** A neighbor who says "solved" before anybody took the request in has helped themselves: it is withdrawn. */
function fitting(ending: RequestEnding, state: Parameters<typeof possibleEndings>[0]['state']): RequestEnding {
  const possible = possibleEndings({ state });
  return ending === 'solved' && possible.includes('withdrawn') && !possible.includes('solved') ? 'withdrawn' : ending;
}

/** Opens a request again with the needs that were closed with it, or all of them. What was called off stays so. */
export async function reopenWithNeeds(
  tx: GroupTransaction,
  requestId: RequestId,
  state: 'new' | 'taken-in' | 'open' | 'covered',
  needIds?: readonly NeedId[],
): Promise<void> {
  const needs = await lockNeedsOf(tx, requestId);
  await changeRequest(tx, requestId, { state, ending: null, closed_at: null });
  for (const loaded of needs) {
    if (loaded.need.state === 'open' || (needIds && !needIds.includes(loaded.need.id))) continue;
    await writeNeedChange(tx, loaded, { need: reopenNeed(loaded.need), changed: [] });
  }
  // Settling may have opened what nobody had taken in yet.
  const after = await readRequest(tx, requestId);
  if (state === 'taken-in' && after?.state !== state) await changeRequest(tx, requestId, { state });
}

async function lockNeedsOf(tx: GroupTransaction, requestId: RequestId): Promise<readonly LoadedNeed[]> {
  const ids = (await needsOfRequest(tx, requestId)).map((need) => need.id).sort();
  const locked: LoadedNeed[] = [];
  for (const id of ids) {
    const loaded = await lockNeed(tx, id);
    if (loaded) locked.push(loaded);
  }
  return locked;
}
