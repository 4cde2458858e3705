import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { EventId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import { ledgerPartyFromText } from '../ledger/ledger-party-text.ts';
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
  type Writing,
} from './exported-table.ts';
import { memberNames } from './member-names.ts';

type Names = Awaited<ReturnType<typeof memberNames>>;
type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly names: Names };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'happened_at', cell: (row, writing) => timeCell(row.happened_at, writing) },
  { name: 'recorded_at', cell: (row, writing) => timeCell(row.recorded_at, writing) },
  { name: 'verb', cell: (row, writing) => coded(writing, row.verb, `exportTable.verb-${row.verb}`) },
  { name: 'kind', cell: (row, writing) => kindCell(row.definition as CatalogKind, writing) },
  { name: 'amount', cell: (row, { t }) => amountText(t, row.definition as CatalogKind, row.quantity) },
  { name: 'quantity', cell: (row) => row.quantity },
  { name: 'base_unit', cell: (row) => (row.definition as CatalogKind).baseUnit },
  { name: 'minutes', cell: (row) => row.effort_minutes },
  { name: 'from', cell: (row, writing) => holderCell(row.from_holder, row.names, writing) },
  { name: 'to', cell: (row, writing) => holderCell(row.to_holder, row.names, writing) },
  { name: 'recorded_by', cell: ({ recorded_by_id: by, names }) => (by ? (names.get(by) ?? '') : '') },
  { name: 'corrects', cell: (row) => row.corrects_id },
];

/** A member by name; everybody else by what they are. With codes, as the ledger has it. */
function holderCell(holder: string, names: Names, writing: Writing): string {
  const party = ledgerPartyFromText(holder);
  const name = party.kind === 'member' ? names.get(party.memberId) : undefined;
  if (name && writing.style === 'words') return name;
  return coded(writing, holder, `exportTable.holder-${party.kind}`);
}

/** What really happened, corrections included, in the order in which it was written down. */
export const eventsTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const names = await database.forGroup(order.caller.groupId, (tx) => memberNames(tx, order));
  yield* inParts<Row, string>((after) =>
    database.readGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as EventId | null);
      return byId(rows.map((row) => ({ ...row, names })));
    }),
  );
});

function findPart(tx: GroupReader, after: EventId | null) {
  return tx.db
    .selectFrom('events as e')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'e.group_id').onRef('k.id', '=', 'e.kind_id'))
    .innerJoin('ledger_accounts as f', (join) =>
      join.onRef('f.group_id', '=', 'e.group_id').onRef('f.id', '=', 'e.from_account_id'),
    )
    .innerJoin('ledger_accounts as t', (join) =>
      join.onRef('t.group_id', '=', 'e.group_id').onRef('t.id', '=', 'e.to_account_id'),
    )
    .select(['e.id', 'e.verb', 'e.quantity', 'e.effort_minutes', 'e.happened_at', 'e.recorded_at', 'e.corrects_id'])
    .select(['e.recorded_by_id', 'k.definition', 'f.holder as from_holder', 't.holder as to_holder'])
    .where('e.group_id', '=', tx.groupId)
    .$if(after !== null, (query) => query.where('e.id', '>', after as EventId))
    .orderBy('e.id')
    .limit(rowsPerPart)
    .execute();
}
