import type { ActId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { Party } from '@barnraise/kernel/party.ts';
import { canUndo } from '@barnraise/kernel/group-policy.ts';
import { decideUndo, type UndoableAct, type UndoRefusal } from '@barnraise/kernel/undo.ts';
import type { Selectable } from 'kysely';

import type { Context } from '../context.ts';
import { asOf, at } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import type { ActsTable } from '../database/schema.ts';
import type { Caller } from './caller.ts';
import type { Json } from './json.ts';
import { writeAudit } from './write-audit.ts';

export interface ActToUndo {
  readonly id: ActId;
  readonly verb: UndoableAct;
  readonly subjectId: string;
  readonly requestId: RequestId | null;
  readonly before: Json;
}

export type UndoActRefusal = UndoRefusal | { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/**
 * Puts back what one act changed, by corrections and never by deleting what happened. It refuses with `out-of-hand`
 * when somebody has built on the act since.
 */
export type Undoer = (tx: GroupTransaction, act: ActToUndo, caller: Caller) => Promise<Outcome<null, UndoActRefusal>>;

/** How each sort of act is undone; each room brings its own. */
export type Undoers = Readonly<Partial<Record<UndoableAct, Undoer>>>;

/** Undoes an act within ten minutes: one's own, or as a coordinator any act of the group. */
export async function undoAct(
  context: Context,
  caller: Caller,
  input: { readonly actId: ActId },
): Promise<Outcome<{ readonly verb: UndoableAct }, UndoActRefusal>> {
  return context.database.decide<{ verb: UndoableAct }, UndoActRefusal>(caller.groupId, async (tx) => {
    const row = await lockAct(tx, input.actId);
    const verb = row?.verb as UndoableAct | undefined;
    const undoer = verb && context.undoers[verb];
    if (!row || !verb || !undoer) return refuse({ code: 'not-found' });
    if (!canUndo(caller.actor, partyOf(row), row.token_id)) return refuse({ code: 'not-allowed' });
    const since = { laterAct: await laterAct(tx, row), outOfHand: null };
    const decided = decideUndo({ id: row.id, kind: verb, at: row.acted_at, undoneAt: row.undone_at }, since, tx.now);
    if (!decided.ok) return decided;

    const undone = await undoer(
      tx,
      { id: row.id, verb, subjectId: row.subject_id, requestId: row.request_id, before: row.before as Json },
      caller,
    );
    if (!undone.ok) return undone;
    await markUndone(tx, row.id);
    await writeAudit(tx, { actor: caller.actor, verb: decided.value, subjectTable: 'acts', subjectId: row.id });
    return accept({ verb });
  });
}

async function lockAct(tx: GroupTransaction, id: ActId): Promise<Selectable<ActsTable> | undefined> {
  return tx.db
    .selectFrom('acts')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

async function markUndone(tx: GroupTransaction, id: ActId): Promise<void> {
  await tx.db
    .updateTable('acts')
    .set({ undone_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}

/** An act on the same thing that came later and still stands: it has to be undone first. */
async function laterAct(tx: GroupReader, act: Selectable<ActsTable>): Promise<ActId | null> {
  const row = await tx.db
    .selectFrom('acts')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('subject_id', '=', act.subject_id)
    .where('acted_at', '>', asOf(act.acted_at))
    .where('undone_at', 'is', null)
    .orderBy('acted_at', 'desc')
    .executeTakeFirst();
  return row?.id ?? null;
}

function partyOf(act: Selectable<ActsTable>): Party | null {
  if (act.actor_id === null) return null;
  if (act.actor_kind === 'member') return { kind: 'member', memberId: act.actor_id as never };
  if (act.actor_kind === 'neighbor' || act.actor_kind === 'helper') {
    return { kind: 'neighbor', personId: act.actor_id as never };
  }
  return null;
}
