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
