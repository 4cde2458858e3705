import type { GroupId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { changeImport, type ImportId, type ImportRow, lockImport } from './import-table.ts';
import { deletePieces } from './run-import.ts';
import { restoreRow } from './write/restore-row.ts';
import { writerOf } from './write/writer-of.ts';

export type ImportRefusal =
  | { readonly code: 'not-allowed' }
  | { readonly code: 'not-found' }
  | { readonly code: 'wrong-import-state'; readonly state: ImportRow['state'] };

/**
 * Takes a whole import back: what it made goes, what it changed gets back what it was, and what people have worked on
 * since stays and is counted. There is no hurry about it: it can be done as long as the import is known.
 */
export async function undoImport(
  context: Context,
  { groupId, actor }: Caller,
  importId: ImportId,
): Promise<Outcome<null, ImportRefusal>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<null, ImportRefusal>(groupId, async (tx) => {
    const row = await lockImport(tx, importId);
    if (!row || row.subject === 'messages') return refuse({ code: 'not-found' });
    if (!['running', 'stopped', 'done', 'failed'].includes(row.state)) {
      return refuse({ code: 'wrong-import-state', state: row.state });
    }
    await changeImport(tx, importId, { state: 'undoing', rows_done: 0, rows_left: 0, ended_at: null });
    await deletePieces(tx, importId);
    await tx.enqueue('undo-import', { importId }, { singletonKey: importId });
    await writeAudit(tx, { actor, verb: 'undo-import', subjectTable: 'imports', subjectId: importId });
    return accept(null);
  });
}

/** Rows taken back in one transaction. */
const rowsPerTransaction = 1000;

/** Takes back what is left of an import, transaction by transaction; it may be begun again at any time. */
export async function runUndoImport(
  context: Context,
  { groupId, importId }: { readonly groupId: GroupId; readonly importId: string },
): Promise<void> {
  const id = importId as ImportId;
  while (await context.database.forGroup(groupId, (tx) => takeBackSome(tx, id)));
  while (await context.database.forGroup(groupId, (tx) => restoreSome(context, tx, id)));
  await context.database.forGroup(groupId, async (tx) => {
    const row = await lockImport(tx, id);
    if (row?.state !== 'undoing') return;
    await tx.db.deleteFrom('import_refusals').where('group_id', '=', tx.groupId).where('import_id', '=', id).execute();
    await changeImport(tx, id, { state: 'undone', undone_at: at(tx.now), ended_at: at(tx.now) });
  });
}

/** What rows made, in their order; `rows_done` says up to which row. False when there is no more. */
async function takeBackSome(tx: GroupTransaction, id: ImportId): Promise<boolean> {
  const row = await lockImport(tx, id);
  if (row?.state !== 'undoing') return false;
  const rows = await tx.db
    .selectFrom('import_rows')
    .select(['row_no', 'made_table', 'made_id'])
    .where('group_id', '=', tx.groupId)
    .where('import_id', '=', id)
    .where('row_no', '>', row.rows_done)
    .orderBy('row_no')
    .limit(rowsPerTransaction)
    .execute();
  const last = rows.at(-1);
  if (!last) return false;
  const gone: string[] = [];
  for (const [table, some] of Map.groupBy(rows, ({ made_table }) => made_table)) {
    const ids = some.map(({ made_id }) => made_id);
    gone.push(...(await writerOf(table).takeBack(tx, ids)));
  }
  await forgetRows(tx, gone);
  await changeImport(tx, id, { rows_done: last.row_no, rows_left: row.rows_left + rows.length - gone.length });
  return true;
}

async function forgetRows(tx: GroupTransaction, madeIds: readonly string[]): Promise<void> {
  if (madeIds.length === 0) return;
  await tx.db
    .deleteFrom('import_rows')
    .where('group_id', '=', tx.groupId)
    .where('made_id', 'in', [...madeIds])
    .execute();
}

const restoredPerTransaction = 50;

/** What the import changed, and another made. */
async function restoreSome(context: Context, tx: GroupTransaction, id: ImportId): Promise<boolean> {
  const row = await lockImport(tx, id);
  if (row?.state !== 'undoing') return false;
  const rows = await tx.db
    .selectFrom('import_rows')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('changed_by_import_id', '=', id)
    .limit(restoredPerTransaction)
    .execute();
  let left = 0;
  for (const one of rows) if (!(await restoreRow(context, tx, one))) left += 1;
  if (left > 0) await changeImport(tx, id, { rows_left: row.rows_left + left });
  return rows.length > 0;
}
