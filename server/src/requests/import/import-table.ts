import type { Id } from '@barnraise/kernel/ids.ts';
import type { Insertable, Selectable, Updateable } from 'kysely';

import type { GroupReader, GroupTransaction } from '../../database/database.ts';
import type { ImportsTable } from '../../database/schema.ts';

export type ImportId = Id<'import'>;
export type ImportRow = Selectable<ImportsTable>;
export type ImportState = ImportRow['state'];
export type ImportChange = Omit<Updateable<ImportsTable>, 'group_id' | 'id' | 'version'>;

/** The only writes to `imports`. */
export function insertImport(tx: GroupTransaction, row: Omit<Insertable<ImportsTable>, 'group_id'>): Promise<unknown> {
  tx.changed('imports', row.id);
  return tx.db
    .insertInto('imports')
    .values({ ...row, group_id: tx.groupId })
    .execute();
}

export async function changeImport(tx: GroupTransaction, id: ImportId, change: ImportChange): Promise<void> {
  await tx.db
    .updateTable('imports')
    .set((eb) => ({ ...change, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('imports', id);
}

/** What lists and reports show: without the survey, which holds cells of the file and may be as large as a picture. */
export const importInListColumns = [
  'id',
  'source',
  'subject',
  'format',
  'state',
  'problem',
  'remarks',
  'file_name_sealed',
  'made_by_id',
  'created_at',
  'undone_at',
  'rows_total',
  'rows_done',
  'rows_in',
  'rows_made',
  'rows_changed',
  'rows_same',
  'rows_left',
  'rows_skipped',
  'rows_refused',
] as const satisfies readonly (keyof ImportRow)[];
export type ImportRowInList = Pick<ImportRow, (typeof importInListColumns)[number]>;

export async function readImport(tx: GroupReader, id: ImportId): Promise<ImportRow | undefined> {
  return tx.db
    .selectFrom('imports')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/**
 * The import, locked until the transaction ends: whoever counts its rows holds it, so that two workers never both do. Rows
 * that refer to it may be written meanwhile.
 */
export async function lockImport(tx: GroupTransaction, id: ImportId): Promise<ImportRow | undefined> {
  return tx.db
    .selectFrom('imports')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst();
}
