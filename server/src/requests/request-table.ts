import type { PersonId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { insertRows } from '../database/insert-rows.ts';
import type { RequestsTable } from '../database/schema.ts';

export type RequestRow = Selectable<RequestsTable>;
export type NewRequestRow = Omit<Insertable<RequestsTable>, 'group_id'>;
export type RequestChange = Omit<Updateable<RequestsTable>, 'group_id' | 'id' | 'version'>;

/** Rows of one insert: 30 columns each stay well below the 65,535 parameters of one statement. */
const rowsPerInsert = 500;

/** Writes new requests, many at once. */
export async function insertRequests(tx: GroupTransaction, rows: readonly NewRequestRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += rowsPerInsert) {
    const part = rows.slice(start, start + rowsPerInsert);
    tx.later(
      insertRows(
        'requests',
        part.map((row) => ({ ...row, group_id: tx.groupId })),
      ),
    );
  }
  for (const row of rows) tx.changed('requests', row.id);
}

/** Changes one request and raises its version. The request must have been locked by `lockRequest` if it was decided on. */
export async function changeRequest(tx: GroupTransaction, id: RequestId, change: RequestChange): Promise<void> {
  await tx.db
    .updateTable('requests')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('requests', id);
}

/** The request as it stands, without a lock. */
export async function readRequest(tx: GroupReader, id: RequestId): Promise<RequestRow | undefined> {
  return tx.db
    .selectFrom('requests')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The request, locked until the transaction ends. A command that also locks needs locks them first, as commitments do. */
export async function lockRequest(tx: GroupTransaction, id: RequestId): Promise<RequestRow | undefined> {
  return tx.db
    .selectFrom('requests')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
}

/** The request that a private link opens; a merged one leads to the one that was kept. */
export async function readRequestByLink(tx: GroupReader, linkHash: Buffer): Promise<RequestRow | undefined> {
  const row = await tx.db
    .selectFrom('requests')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('link_hash', '=', linkHash)
    .executeTakeFirst();
  return row?.merged_into_id ? readRequest(tx, row.merged_into_id as RequestId) : row;
}

/** The requests of one person that are not closed, newest first. */
export async function openRequestsOf(tx: GroupReader, personId: PersonId): Promise<RequestRow[]> {
  return tx.db
    .selectFrom('requests')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('person_id', '=', personId)
    .where('state', '<>', 'closed')
    .orderBy('asked_at', 'desc')
    .limit(20)
    .execute();
}
