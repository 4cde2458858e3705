import type { ActId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';

import type { Context } from '../context.ts';
import { at, type GroupTransaction } from '../database/database.ts';
import { actorColumns, type Caller } from './caller.ts';
import type { Json } from './json.ts';
import { writeAudit } from './write-audit.ts';

/** Design rule 11: every act of a person can be undone for a while. */
export const undoMinutes = 10;

export interface ActToUndo {
  readonly id: ActId;
  readonly verb: string;
  readonly subjectId: string;
  readonly before: Json;
}

export type UndoRefusal =
  | { readonly code: 'not-found' }
  | { readonly code: 'not-yours' }
  | { readonly code: 'already-undone' }
  | { readonly code: 'too-late-to-undo'; readonly minutes: number }
  | { readonly code: 'moved-on' };

/**
 * Puts back what one act changed, by corrections and never by deleting what happened. It refuses with `moved-on`
 * when somebody has built on the act since.
 */
export type Undoer = (tx: GroupTransaction, act: ActToUndo, caller: Caller) => Promise<Outcome<null, UndoRefusal>>;

/** Undoes an act of the caller; a steward or coordinator may undo any act of the group. */
export async function undoAct(
  context: Context,
  caller: Caller,
  input: { readonly actId: ActId },
): Promise<Outcome<{ readonly verb: string }, UndoRefusal>> {
  return context.database.decide(caller.groupId, async (tx) => {
    const row = await tx.db
      .selectFrom('acts')
      .selectAll()
      .where('group_id', '=', tx.groupId)
      .where('id', '=', input.actId)
      .forUpdate()
      .executeTakeFirst();
    const undoer = row && context.undoers[row.verb];
    if (!row || !undoer) return refuse({ code: 'not-found' });
    if (!mayUndo(caller, row)) return refuse({ code: 'not-yours' });
    if (row.undone_at !== null) return refuse({ code: 'already-undone' });
    if (tx.now - row.acted_at > undoMinutes * 60_000) {
      return refuse({ code: 'too-late-to-undo', minutes: undoMinutes });
    }

    const act = { id: row.id, verb: row.verb, subjectId: row.subject_id, before: row.before as Json };
    const undone = await undoer(tx, act, caller);
    if (!undone.ok) return undone;
    await tx.db
      .updateTable('acts')
      .set({ undone_at: at(tx.now) })
      .where('group_id', '=', tx.groupId)
      .where('id', '=', row.id)
      .execute();
    await writeAudit(tx, { actor: caller.actor, verb: `undo-${row.verb}`, subjectTable: 'acts', subjectId: row.id });
    return accept({ verb: row.verb });
  });
}

function mayUndo(caller: Caller, act: { actor_kind: string; actor_id: string | null }): boolean {
  const { actor } = caller;
  if (actor.kind === 'member' && (actor.role === 'steward' || actor.role === 'coordinator')) return true;
  const own = actorColumns(actor);
  return own.actor_id !== null && own.actor_kind === act.actor_kind && own.actor_id === act.actor_id;
}
