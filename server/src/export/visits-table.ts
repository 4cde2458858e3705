import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { VisitId } from '@barnraise/kernel/ids.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { GroupReader } from '../database/database.ts';
import { byId, type Column, exportedTable, inParts, kindCell, rowsPerPart, timeCell } from './exported-table.ts';
import { memberNames } from './member-names.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly watcher: string; readonly visitor: string };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'request_code', cell: (row) => showShortCode(row.code as ShortCode) },
  { name: 'kind', cell: (row, writing) => kindCell(row.definition as CatalogKind, writing) },
  { name: 'provider', cell: (row) => row.visitor },
  { name: 'people', cell: (row) => row.people },
  { name: 'went_in_at', cell: (row, writing) => timeCell(row.entered_at, writing) },
  { name: 'due_back_at', cell: (row, writing) => timeCell(row.due_back_at, writing) },
  { name: 'came_out_at', cell: (row, writing) => timeCell(row.left_at, writing) },
  { name: 'alarm_at', cell: (row, writing) => timeCell(row.alarmed_at, writing) },
  { name: 'alarm_to', cell: (row) => row.watcher },
];

/** Who went in somewhere, when they were due back and when they came out; never at whose place. */
export const visitsTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const names = await database.forGroup(order.caller.groupId, (tx) => memberNames(tx, order));
  yield* inParts<Row, string>((after) =>
    database.readGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as VisitId | null);
      return byId(
        rows.map((row) => ({
          ...row,
          watcher: names.get(row.alarm_to_id) ?? '',
          visitor: row.member_id ? (names.get(row.member_id) ?? '') : '',
        })),
      );
    }),
  );
});

function findPart(tx: GroupReader, after: VisitId | null) {
  return tx.db
    .selectFrom('visits as v')
    .innerJoin('commitments as c', (join) =>
      join.onRef('c.group_id', '=', 'v.group_id').onRef('c.id', '=', 'v.commitment_id'),
    )
    .innerJoin('needs as n', (join) => join.onRef('n.group_id', '=', 'c.group_id').onRef('n.id', '=', 'c.need_id'))
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .innerJoin('requests as r', (join) =>
      join.onRef('r.group_id', '=', 'n.group_id').onRef('r.id', '=', 'n.request_id'),
    )
    .selectAll('v')
    .select(['c.member_id', 'k.definition', 'r.code'])
    .where('v.group_id', '=', tx.groupId)
    .$if(after !== null, (query) => query.where('v.id', '>', after as VisitId))
    .orderBy('v.id')
    .limit(rowsPerPart)
    .execute();
}
