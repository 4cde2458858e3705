import { byId, type Column, exportedTable, inParts, rowsPerPart, timeCell } from './exported-table.ts';
import type { GroupReader } from '../database/database.ts';
import { importInListColumns } from '../requests/import/import-table.ts';
import { memberNames } from './member-names.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly by: string };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'source', cell: (row) => row.source },
  { name: 'subject', cell: (row) => row.subject },
  { name: 'format', cell: (row) => row.format },
  { name: 'state', cell: (row) => row.state },
  { name: 'rows_in', cell: (row) => row.rows_in },
  { name: 'rows_made', cell: (row) => row.rows_made },
  { name: 'rows_changed', cell: (row) => row.rows_changed },
  { name: 'rows_same', cell: (row) => row.rows_same },
  { name: 'rows_refused', cell: (row) => row.rows_refused },
  { name: 'created_at', cell: (row, writing) => timeCell(row.created_at, writing) },
  { name: 'undone_at', cell: (row, writing) => timeCell(row.undone_at, writing) },
  { name: 'recorded_by', cell: (row) => row.by },
];

/** What came in from outside: how many rows, and what became of them. */
export const importsTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const names = await database.forGroup(order.caller.groupId, (tx) => memberNames(tx, order));
  yield* inParts<Row, string>((after) =>
    database.readGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after);
      return byId(rows.map((row) => ({ ...row, by: row.made_by_id ? (names.get(row.made_by_id) ?? '') : '' })));
    }),
  );
});

function findPart(tx: GroupReader, after: string | null) {
  return tx.db
    .selectFrom('imports')
    .select(importInListColumns)
    .where('group_id', '=', tx.groupId)
    .$if(after !== null, (query) => query.where('id', '>', after as never))
    .orderBy('id')
    .limit(rowsPerPart)
    .execute();
}
