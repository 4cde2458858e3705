import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { OfferId } from '@barnraise/kernel/ids.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { GroupReader } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';
import { amountText } from '../words/amount-text.ts';
import {
  byId,
  type Column,
  coded,
  exportedTable,
  inParts,
  kindCell,
  rowsPerPart,
  timeCell,
  yesNoCell,
} from './exported-table.ts';
import { memberNames } from './member-names.ts';
import { openPeople } from './open-people.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly member: string; readonly details: Details };

const columns: readonly Column<Row>[] = [
  { name: 'code', cell: (row) => showShortCode(row.code as ShortCode) },
  { name: 'kind', cell: (row, writing) => kindCell(row.definition as CatalogKind, writing) },
  {
    name: 'amount',
    cell: (row, { t }) =>
      row.quantity === null ? '' : amountText(t, row.definition as CatalogKind, row.quantity, row.entered_unit),
  },
  { name: 'quantity', cell: (row) => row.quantity },
  { name: 'base_unit', cell: (row) => (row.definition as CatalogKind).baseUnit },
  { name: 'standing', cell: (row, writing) => yesNoCell(row.standing, writing) },
  { name: 'window_from', cell: (row, writing) => timeCell(row.window_from, writing) },
  { name: 'window_to', cell: (row, writing) => timeCell(row.window_to, writing) },
  { name: 'reach_km', cell: (row) => (row.reach_meters === null ? '' : row.reach_meters / 1000) },
  { name: 'asks_per_week', cell: (row) => row.asks_per_week_max },
  { name: 'ask_by', cell: (row, writing) => coded(writing, row.ask_by, `offer.by-${row.ask_by}`) },
  { name: 'paused_until', cell: (row, writing) => timeCell(row.paused_until, writing) },
  { name: 'taken_in', cell: (row, writing) => yesNoCell(row.taken_in_at !== null, writing) },
  { name: 'confirmed_at', cell: (row, writing) => timeCell(row.last_confirmed_at, writing) },
  { name: 'member', cell: (row) => row.member },
  { name: 'name', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'name') ?? '' },
  { name: 'phone', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'phone') ?? '' },
  { name: 'mail', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'mail') ?? '' },
  { name: 'words', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'description', row.id) ?? '' },
];

/** What people can do, as long as they have not taken it back. */
export const offersTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const names = await database.forGroup(order.caller.groupId, (tx) => memberNames(tx, order));
  yield* inParts<Row, string>((after) =>
    database.forGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as OfferId | null);
      const people = rows.map((row) => row.person_id);
      const details = await openPeople(tx, order, people, ['name', 'phone', 'mail', 'description']);
      return byId(
        rows.map((row) => ({ ...row, details, member: row.member_id ? (names.get(row.member_id) ?? '') : '' })),
      );
    }),
  );
});

function findPart(tx: GroupReader, after: OfferId | null) {
  return tx.db
    .selectFrom('offers as o')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'o.group_id').onRef('k.id', '=', 'o.kind_id'))
    .selectAll('o')
    .select('k.definition')
    .where('o.group_id', '=', tx.groupId)
    .where('o.state', '=', 'active')
    .$if(after !== null, (query) => query.where('o.id', '>', after as OfferId))
    .orderBy('o.id')
    .limit(rowsPerPart)
    .execute();
}
