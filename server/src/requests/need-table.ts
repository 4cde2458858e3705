import type { NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Insertable, Updateable } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { NeedsTable } from '../database/schema.ts';
import type { NeedRow } from './need-row.ts';

export type NewNeedRow = Omit<Insertable<NeedsTable>, 'group_id'>;

/** What may change about a need without a decision about its commitments; the rest goes through `writeNeedChange`. */
export type NeedCorrection = Pick<
  Updateable<NeedsTable>,
  | 'cell'
  | 'window_from'
  | 'window_to'
  | 'last_confirmed_at'
  | 'audience'
  | 'team_id'
  | 'request_id'
  | 'minimum'
  | 'split_minimum'
  | 'entered_amount'
  | 'entered_unit'
>;

/** Rows of one insert: 25 columns each stay well below the 65,535 parameters of one statement. */
const rowsPerInsert = 500;

/** Writes new needs, many at once. */
export async function insertNeeds(tx: GroupTransaction, rows: readonly NewNeedRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const part = rows.slice(start, start + rowsPerInsert);
    tx.later(
      insertRows(
        'needs',
        part.map((row) => ({ ...row, group_id: tx.groupId })),
      ),
    );
  }
  for (const row of rows) tx.changed('needs', row.id);
}

/** Corrects the facts of one need. */
export async function correctNeed(tx: GroupTransaction, id: NeedId, change: NeedCorrection): Promise<void> {
  await tx.db
    .updateTable('needs')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('needs', id);
}

/** What a later sheet may say anew of a need that nobody has decided anything about. */
export type NeedRewriting = Pick<
  Updateable<NeedsTable>,
  'quantity' | 'entered_amount' | 'entered_unit' | 'halted_at' | 'halted_by_id' | 'halt_reason'
>;

/** Says a need anew; only one on which nothing was promised, done or decided. */
export async function rewriteNeed(tx: GroupTransaction, id: NeedId, change: NeedRewriting): Promise<void> {
  await tx.db
    .updateTable('needs')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .where('decision_no', '=', 0)
    .execute();
  tx.changed('needs', id);
}

/** Takes away needs on which nothing was promised, done or decided. */
export async function deleteNeeds(tx: GroupTransaction, ids: readonly NeedId[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .deleteFrom('needs')
    .where('group_id', '=', tx.groupId)
    .where('id', 'in', [...ids])
    .where('decision_no', '=', 0)
    .execute();
  for (const id of ids) tx.changed('needs', id);
}

/** The lines of one request, in the order they were asked. */
export async function needsOfRequest(tx: GroupReader, requestId: RequestId): Promise<NeedRow[]> {
  return tx.db
    .selectFrom('needs')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
}
