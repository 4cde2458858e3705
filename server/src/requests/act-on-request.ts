import type { Actor } from '@barnraise/kernel/actor.ts';
import type { ActId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import type { Request } from '@barnraise/kernel/request.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import type { Json } from '../record/json.ts';
import { writeAct } from '../record/write-act.ts';
import { writeAudit } from '../record/write-audit.ts';
import { requestFromRow } from './request-row.ts';
import { lockRequest, type RequestRow } from './request-table.ts';

export type NotThereRefusal = { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/** A request that was locked, as a row and as the kernel's value. */
export interface LockedRequest {
  readonly row: RequestRow;
  readonly request: Request;
}

/**
 * One act on one request: it is locked, the policy is asked, and what `act` decides is written or rolled back as a
 * whole. Another group's request is not found.
 */
export async function actOnRequest<Value, R extends Refusal>(
  context: Pick<Context, 'database'>,
  caller: Caller,
  requestId: RequestId,
  may: (actor: Actor, request: Request) => boolean,
  act: (tx: GroupTransaction, locked: LockedRequest) => Promise<Outcome<Value, R>>,
): Promise<Outcome<Value, R | NotThereRefusal>> {
  return context.database.decide<Value, R | NotThereRefusal>(caller.groupId, async (tx) => {
    const locked = await lockFor(tx, caller, requestId, may);
    return locked.ok ? act(tx, locked.value) : locked;
  });
}

/** Locks a request inside a transaction that did something else before, and asks the policy. */
export async function lockFor(
  tx: GroupTransaction,
  caller: Caller,
  requestId: RequestId,
  may: (actor: Actor, request: Request) => boolean,
): Promise<Outcome<LockedRequest, NotThereRefusal>> {
  const row = await lockRequest(tx, requestId);
  if (!row) return refuse({ code: 'not-found' });
  const request = requestFromRow(row);
  // To a stranger a request that is not theirs looks like one that does not exist.
  if (!may(caller.actor, request))
    return refuse({ code: caller.actor.kind === 'member' ? 'not-allowed' : 'not-found' });
  return accept({ row, request });
}

/** Records an act on a request: for the chain always, and for undo with what stood before. */
export async function recordOnRequest(
  tx: GroupTransaction,
  { actor }: Caller,
  verb: UndoableAct,
  requestId: RequestId,
  before: Json,
): Promise<ActId> {
  await writeAudit(tx, { actor, verb, subjectTable: 'requests', subjectId: requestId });
  return writeAct(tx, { actor, verb, subjectId: requestId, requestId, before });
}
