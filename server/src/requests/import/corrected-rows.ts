import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { type RefusedRowRead, refusedRows } from './import-report.ts';
import { type ImportId, readImport } from './import-table.ts';
import { columnLetters } from './read/workbook/scan-sheet.ts';
import { openSurvey } from './survey-import.ts';

export interface CorrectedRows {
  readonly source: string;
  /** The columns of the file that was brought in. */
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<RefusedRowRead>;
}

const rowsAtATime = 500;

/** The rows that did not come in, for a sheet in which somebody puts them right; read as fast as they are taken. */
export async function correctedRows(
  context: Context,
  caller: Caller,
  importId: ImportId,
): Promise<CorrectedRows | undefined> {
  if (!canImport(caller.actor)) return undefined;
  const found = await context.database.readGroup(caller.groupId, async (tx) => {
    const row = await readImport(tx, importId);
    return row && { row, survey: await openSurvey(context, tx, row) };
  });
  if (!found) return undefined;
  const [first] = await refusedRows(context, caller, importId, { after: 0, limit: 1 });
  // From a shell a file comes in without being looked at first, and the names of its columns are not kept.
  const unnamed = (first?.cells ?? []).map((_, index) => `Column ${columnLetters(index)}`);
  const columns = found.survey?.columns.map(({ name }) => name) ?? unnamed;
  return { source: found.row.source, columns, rows: allRefused(context, caller, importId) };
}

async function* allRefused(context: Context, caller: Caller, importId: ImportId): AsyncGenerator<RefusedRowRead> {
  for (let after = 0; ;) {
    const rows = await refusedRows(context, caller, importId, { after, limit: rowsAtATime });
    yield* rows;
    const last = rows.at(-1);
    if (!last || rows.length < rowsAtATime) return;
    after = last.rowNo;
  }
}
