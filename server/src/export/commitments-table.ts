import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { GroupReader } from '../database/database.ts';
import { amountText } from '../words/amount-text.ts';
import { byId, type Column, coded, exportedTable, inParts, kindCell, rowsPerPart, timeCell } from './exported-table.ts';
import { memberNames } from './member-names.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly provider: string };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'request_code', cell: (row) => showShortCode(row.code as ShortCode) },
  { name: 'kind', cell: (row, writing) => kindCell(row.definition as CatalogKind, writing) },
  {
    name: 'amount',
    cell: (row, { t }) => amountText(t, row.definition as CatalogKind, row.quantity, row.entered_unit),
  },
  { name: 'quantity', cell: (row) => row.quantity },
  { name: 'done', cell: (row) => row.done_quantity },
  { name: 'base_unit', cell: (row) => (row.definition as CatalogKind).baseUnit },
  { name: 'state', cell: (row, writing) => coded(writing, row.state, `commitment.state-${row.state}`) },
  { name: 'provider', cell: (row) => row.provider },
  { name: 'offered_at', cell: (row, writing) => timeCell(row.offered_at, writing) },
  { name: 'accepted_at', cell: (row, writing) => timeCell(row.accepted_at, writing) },
  { name: 'confirm_by', cell: (row, writing) => timeCell(row.lease_until, writing) },
  { name: 'started_at', cell: (row, writing) => timeCell(row.started_at, writing) },
  { name: 'ended_at', cell: (row, writing) => timeCell(row.ended_at, writing) },
  { name: 'minutes', cell: (row) => row.effort_minutes },
];

/** Who promised what, and what became of it, in the order in which it was promised. */
export const commitmentsTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const names = await database.forGroup(order.caller.groupId, (tx) => memberNames(tx, order));
  yield* inParts<Row, string>((after) =>
    database.readGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as CommitmentId | null);
      return byId(rows.map((row) => ({ ...row, provider: row.member_id ? (names.get(row.member_id) ?? '') : '' })));
    }),
  );
});

function findPart(tx: GroupReader, after: CommitmentId | null) {
  return tx.db
    .selectFrom('commitments as c')
    .innerJoin('needs as n', (join) => join.onRef('n.group_id', '=', 'c.group_id').onRef('n.id', '=', 'c.need_id'))
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .innerJoin('requests as r', (join) =>
      join.onRef('r.group_id', '=', 'n.group_id').onRef('r.id', '=', 'n.request_id'),
    )
    .select(['c.id', 'c.quantity', 'c.done_quantity', 'c.state', 'c.member_id', 'c.offered_at', 'c.accepted_at'])
    .select(['c.lease_until', 'c.started_at', 'c.ended_at', 'c.effort_minutes'])
    .select(['k.definition', 'n.entered_unit', 'r.code'])
    .where('c.group_id', '=', tx.groupId)
    .$if(after !== null, (query) => query.where('c.id', '>', after as CommitmentId))
    .orderBy('c.id')
    .limit(rowsPerPart)
    .execute();
}
