import type { Id } from '@barnraise/kernel/ids.ts';
import { type Actor, actorToken } from '@barnraise/kernel/actor.ts';

import { at } from '../database/column-types.ts';
import type { GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import { freshId } from '../database/new-id.ts';
import type { TableName } from '../database/tables.ts';
import { actorColumns } from './caller.ts';

export interface NewAuditEntry {
  readonly actor: Actor;
  readonly verb: string;
  readonly subjectTable: TableName;
  readonly subjectId: string | null;
  /** Ids, kinds and integers only: the entry is hashed into the chain and outlives the person. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/**
 * Records what was done and by whom. The entry is sealed into the group's chain within seconds and never changes;
 * where a program acted, it says by which token.
 */
export async function writeAudit(tx: GroupTransaction, entry: NewAuditEntry): Promise<void> {
  const tokenId = actorToken(entry.actor);
  tx.later(
    insertRows('audit_entries', [
      {
        group_id: tx.groupId,
        id: freshId<Id<'audit-entry'>>(tx),
        ...actorColumns(entry.actor),
        verb: entry.verb,
        subject_table: entry.subjectTable,
        subject_id: entry.subjectId,
        data: JSON.stringify({ ...entry.data, ...(tokenId && { tokenId }) }),
        happened_at: at(tx.now),
      },
    ]),
  );
}
