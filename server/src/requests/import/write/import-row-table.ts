import type { Id } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { GroupReader, GroupTransaction } from '../../../database/database.ts';
import type { ImportId } from '../import-table.ts';
import type { MadeTable } from './subject-writer.ts';

/** What a row of a source made, as far as a later reading of the same row needs it. */
export interface KnownRow {
  readonly key: string;
  readonly fingerprint: Buffer;
  readonly madeId: string;
}

/** The rows of these keys that came in before: each is looked up by itself, however many there are in the table. */
export async function knownRows(
  tx: GroupReader,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, KnownRow>> {
  const { rows } = await sql<KnownRow>`
    select known.key, known.fingerprint, known.made_id as "madeId"
    from unnest(${[...keys]}::text[]) as wanted (key)
    cross join lateral (
      select r.key, r.fingerprint, r.made_id from import_rows r
      where r.group_id = ${tx.groupId} and r.source = ${source} and r.key = wanted.key limit 1
    ) as known`.execute(tx.db as never);
  return new Map(rows.map((row) => [row.key, row]));
}

export interface NewImportRow extends KnownRow {
  readonly rowNo: number;
}

/** Notes what rows made, so that they come in once and can be taken back. */
export function insertImportRows(
  tx: GroupTransaction,
  {
    importId,
    source,
    madeTable,
  }: { readonly importId: ImportId; readonly source: string; readonly madeTable: MadeTable },
  rows: readonly NewImportRow[],
): void {
  if (rows.length === 0) return;
  const insert = sql`
    insert into import_rows (group_id, source, key, import_id, row_no, fingerprint, made_table, made_id)
    select ${tx.groupId}, ${source}, key, ${importId}, row_no, fingerprint, ${madeTable}, made_id from unnest(
      ${rows.map(({ key }) => key)}::text[], ${rows.map(({ rowNo }) => rowNo)}::int[],
      ${rows.map(({ fingerprint }) => fingerprint)}::bytea[], ${rows.map(({ madeId }) => madeId)}::uuid[]
    ) as made (key, row_no, fingerprint, made_id)`;
  tx.later(insert.compile(tx.db));
}

/** Notes that a later import changed what a row made; null when that was taken back. */
export async function markChanged(
  tx: GroupTransaction,
  source: string,
  { key, fingerprint }: Pick<KnownRow, 'key' | 'fingerprint'>,
  by: ImportId | null,
): Promise<void> {
  await tx.db
    .updateTable('import_rows')
    .set({ fingerprint, changed_by_import_id: by })
    .where('group_id', '=', tx.groupId)
    .where('source', '=', source)
    .where('key', '=', key)
    .execute();
}

export interface RefusedRow {
  readonly rowNo: number;
  readonly refusal: string;
  readonly sealed: Buffer;
}

/** Keeps rows that did not come in, for the corrected sheet. */
export function insertRefusals(tx: GroupTransaction, importId: ImportId, refused: readonly RefusedRow[]): void {
  if (refused.length === 0) return;
  const insert = sql`
    insert into import_refusals (group_id, import_id, row_no, refusal, sealed)
    select ${tx.groupId}, ${importId}, row_no, refusal::jsonb, sealed from unnest(
      ${refused.map(({ rowNo }) => rowNo)}::int[], ${refused.map(({ refusal }) => refusal)}::text[],
      ${refused.map(({ sealed }) => sealed)}::bytea[]
    ) as refused (row_no, refusal, sealed)
    on conflict do nothing`;
  tx.later(insert.compile(tx.db));
}

/** Where the cells of a refused row are sealed. */
export const refusalPlace = (importId: Id<'import'>, rowNo: number): string => `import-refusal ${importId} ${rowNo}`;
