import type { ActId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { type UndoableAct, undoUntil } from '@barnraise/kernel/undo.ts';

import type { GroupReader } from '../database/database.ts';
import { actorColumns, type Caller } from './caller.ts';

/** What the caller just did, while it can still be undone. */
export interface LastAct {
  readonly actId: ActId;
  readonly verb: UndoableAct;
  readonly until: Instant;
}

/** The act of that id if it is the caller's own and not too old; an id in an address shows nobody else's acts. */
export async function lastAct(tx: GroupReader, { actor }: Caller, actId: ActId): Promise<LastAct | undefined> {
  const own = actorColumns(actor);
  const row = await tx.db
    .selectFrom('acts')
    .select(['id', 'verb', 'acted_at', 'actor_id', 'actor_kind'])
    .where('group_id', '=', tx.groupId)
    .where('id', '=', actId)
    .where('undone_at', 'is', null)
    .executeTakeFirst();
  if (!row || row.actor_kind !== own.actor_kind || row.actor_id !== own.actor_id) return undefined;
  const until = undoUntil({ at: row.acted_at });
  return tx.now < until ? { actId: row.id, verb: row.verb as UndoableAct, until } : undefined;
}
