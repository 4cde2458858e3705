import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { type ImportId, type ImportRow, type ImportRowInList, readImport } from './import-table.ts';
import type { TableProblem } from './read/table-row.ts';
import type { RowRefusal, RowRemark } from './rows/read-row.ts';
import { refusalPlace } from './write/import-row-table.ts';

/** What became of a file. */
export interface ImportReport {
  readonly state: ImportRow['state'];
  readonly rowsIn: number;
  readonly made: number;
  readonly changed: number;
  /** Rows that had come in before as they are, or stand twice in the file. */
  readonly same: number;
  /** Rows whose request, offer or family people have ended or taken over; taken back: what they had worked on. */
  readonly left: number;
  readonly skipped: number;
  readonly refused: number;
  readonly remarks: Readonly<Partial<Record<RowRemark, number>>>;
  readonly problem: TableProblem | null;
}

export function reportOf(row: ImportRowInList): ImportReport {
  return {
    state: row.state,
    rowsIn: row.rows_in,
    made: row.rows_made,
    changed: row.rows_changed,
    same: row.rows_same,
    left: row.rows_left,
    skipped: row.rows_skipped,
    refused: row.rows_refused,
    remarks: row.remarks as ImportReport['remarks'],
    problem: row.problem === null ? null : (JSON.parse(row.problem) as TableProblem),
  };
}

export async function importReport(
  context: Context,
  { groupId }: Caller,
  importId: ImportId,
): Promise<ImportReport | undefined> {
  const row = await context.database.readGroup(groupId, (tx) => readImport(tx, importId));
  return row && reportOf(row);
}

export interface RefusedRowRead {
  readonly rowNo: number;
  readonly refusal: RowRefusal;
  /** The cells as they stood in the file. */
  readonly cells: readonly string[];
}

/** Rows that did not come in, in their order, some at a time: those behind row `after`. */
export async function refusedRows(
  context: Context,
  { groupId }: Caller,
  importId: ImportId,
  { after, limit }: { readonly after: number; readonly limit: number },
): Promise<readonly RefusedRowRead[]> {
  return context.database.readGroup(groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('import_refusals')
      .select(['row_no', 'refusal', 'sealed'])
      .where('group_id', '=', tx.groupId)
      .where('import_id', '=', importId)
      .where('row_no', '>', after)
      .orderBy('row_no')
      .limit(limit)
      .execute();
    const opened: RefusedRowRead[] = [];
    for (const { row_no, refusal, sealed } of rows) {
      const plain = await context.vault.openForGroup(tx, refusalPlace(importId, row_no), sealed);
      const cells = JSON.parse(plain.toString()) as readonly string[];
      opened.push({ rowNo: row_no, refusal: refusal as RowRefusal, cells });
    }
    return opened;
  });
}
