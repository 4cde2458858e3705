import type { ActId, RequestId } from '@barnraise/kernel/ids.ts';
import { type Actor, actorToken } from '@barnraise/kernel/actor.ts';
import type { UndoableAct } from '@barnraise/kernel/undo.ts';

import { at } from '../database/column-types.ts';
import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { actorColumns } from './caller.ts';
import type { Json } from './json.ts';

export interface NewAct {
  readonly actor: Actor;
  /** What was done: it finds the undoer. */
  readonly verb: UndoableAct;
  readonly subjectId: string;
  readonly requestId?: RequestId | null;
  /** Clear values from before the act (ids, states, numbers; never private details), enough to put them back. */
  readonly before?: Json;
}

/** Notes one thing somebody did, so that it can be undone for ten minutes. Gives the id that the undo bar posts back. */
export async function writeAct(tx: GroupTransaction, act: NewAct): Promise<ActId> {
  const id = freshId<ActId>(tx);
  await tx.db
    .insertInto('acts')
    .values({
      group_id: tx.groupId,
      id,
      ...actorColumns(act.actor),
      token_id: actorToken(act.actor) ?? null,
      verb: act.verb,
      subject_id: act.subjectId,
      request_id: act.requestId ?? null,
      before: JSON.stringify(act.before ?? {}),
      acted_at: at(tx.now),
    })
    .execute();
  return id;
}
