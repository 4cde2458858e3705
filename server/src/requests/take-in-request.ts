import type { ActId, MemberId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canTakeIn } from '@barnraise/kernel/policy.ts';
import { decideOpen, decideTakeIn, type Request, type RequestRefusal } from '@barnraise/kernel/request.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { actOnRequest, type NotThereRefusal, recordOnRequest } from './act-on-request.ts';
import { needsOfRequest } from './need-table.ts';
import { changeRequest } from './request-table.ts';
import { settleRequest } from './settle-request.ts';

export interface TakeIn {
  readonly requestId: RequestId;
  /** Shows it to members (and on the public page, where the neighbor agreed) at once. */
  readonly open: boolean;
}

export type TakeInRefusal =
  | RequestRefusal
  | NotThereRefusal
  /** Only words so far: somebody has to say what is needed before others can help. */
  | { readonly code: 'no-needs' };

/** "I'll look after this": the request has somebody who answers for it, and may be opened in the same breath. */
export async function takeInRequest(
  context: Context,
  caller: Caller,
  { requestId, open }: TakeIn,
): Promise<Outcome<ActId, TakeInRefusal>> {
  const { actor } = caller;
  if (actor.kind !== 'member') return refuse({ code: 'not-allowed' });
  return actOnRequest<ActId, TakeInRefusal>(context, caller, requestId, canTakeIn, async (tx, { row, request }) => {
    const taken = decideTakeIn(request, actor.memberId, tx.now);
    if (!taken.ok) return taken;
    const opened = open ? decideOpen(taken.value) : taken;
    if (!opened.ok) return opened;
    if (open && !(await hasNeeds(tx, requestId))) return refuse({ code: 'no-needs' });

    await changeRequest(tx, requestId, {
      state: opened.value.state,
      owner_id: actor.memberId,
      taken_in_at: at(tx.now),
      held_at: null,
      last_confirmed_at: at(tx.now),
      last_confirmed_by: 'coordinator',
    });
    if (open) await showNeeds(tx, opened.value);
    const before = { state: row.state, ownerId: row.owner_id, takenInAt: row.taken_in_at, heldAt: row.held_at };
    return accept(await recordOnRequest(tx, caller, 'take-in-request', requestId, before));
  });
}

/** Opens a request that somebody already looks after. */
export async function openRequest(
  context: Context,
  caller: Caller,
  requestId: RequestId,
): Promise<Outcome<ActId, TakeInRefusal>> {
  return actOnRequest<ActId, TakeInRefusal>(context, caller, requestId, canTakeIn, async (tx, { row, request }) => {
    const opened = decideOpen(request);
    if (!opened.ok) return opened;
    if (!(await hasNeeds(tx, requestId))) return refuse({ code: 'no-needs' });
    await changeRequest(tx, requestId, { state: 'open' });
    await showNeeds(tx, opened.value);
    return accept(await recordOnRequest(tx, caller, 'open-request', requestId, { state: row.state }));
  });
}

/** Another coordinator answers for it from now on; nobody, where `ownerId` is null. */
export async function ownRequest(
  context: Context,
  caller: Caller,
  { requestId, ownerId }: { readonly requestId: RequestId; readonly ownerId: MemberId | null },
): Promise<Outcome<ActId, NotThereRefusal | { readonly code: 'owner-unknown' }>> {
  return actOnRequest<ActId, { readonly code: 'owner-unknown' }>(
    context,
    caller,
    requestId,
    canTakeIn,
    async (tx, { row }) => {
      if (ownerId !== null && !(await mayOwn(tx, ownerId))) return refuse({ code: 'owner-unknown' });
      await changeRequest(tx, requestId, { owner_id: ownerId });
      return accept(await recordOnRequest(tx, caller, 'change-request', requestId, { ownerId: row.owner_id }));
    },
  );
}

async function hasNeeds(tx: GroupTransaction, requestId: RequestId): Promise<boolean> {
  return (await needsOfRequest(tx, requestId)).length > 0;
}

async function mayOwn(tx: GroupTransaction, memberId: MemberId): Promise<boolean> {
  const member = await tx.db
    .selectFrom('members')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', memberId)
    .where('state', '=', 'active')
    .where('role', 'in', ['steward', 'coordinator'])
    .executeTakeFirst();
  return member !== undefined;
}

/** Lets the needs be seen by those who help: by everybody, where who asked agreed to be listed. */
export async function showNeeds(tx: GroupTransaction, request: Pick<Request, 'id' | 'sharing'>): Promise<void> {
  const shown = await tx.db
    .updateTable('needs')
    .set((eb) => ({
      audience: request.sharing.listedPublicly ? 'public' : 'members',
      version: eb('version', '+', 1),
    }))
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', request.id)
    .where('audience', '=', 'coordinators')
    .returning('id')
    .execute();
  for (const need of shown) tx.changed('needs', need.id);
  await settleRequest(tx, request.id);
}

/** Takes the needs out of sight again. */
export async function hideNeeds(tx: GroupTransaction, requestId: RequestId): Promise<void> {
  const hidden = await tx.db
    .updateTable('needs')
    .set((eb) => ({ audience: 'coordinators', version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .where('audience', 'in', ['members', 'public'])
    .returning('id')
    .execute();
  for (const need of hidden) tx.changed('needs', need.id);
}
