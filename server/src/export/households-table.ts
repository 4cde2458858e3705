import type { HouseholdId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import { sizeOfBands } from '../people/household-table.ts';
import { knownHouseholds } from '../people/households-list.ts';
import type { Details } from '../people/read-details.ts';
import { byId, type Column, exportedTable, inParts, rowsPerPart, timeCell } from './exported-table.ts';
import { openPeople } from './open-people.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly details: Details };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'people', cell: (row) => sizeOfBands(row.bands) ?? null },
  { name: 'language', cell: (row) => row.language },
  { name: 'last_visit', cell: (row, writing) => timeCell(row.last_visit_at, writing) },
  { name: 'name', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'name') ?? '' },
  { name: 'phone', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'phone') ?? '' },
  { name: 'mail', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'mail') ?? '' },
  { name: 'words', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'description', row.id) ?? '' },
];

/** The families that the group knows, as long as they were not erased or joined with another. */
export const householdsTable = exportedTable<Row>(columns, (order) =>
  inParts<Row, string>((after) =>
    order.context.database.forGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as HouseholdId | null);
      const heads = rows.map((row) => row.person_id);
      const details = await openPeople(tx, order, heads, ['name', 'phone', 'mail', 'description']);
      return byId(rows.map((row) => ({ ...row, details })));
    }),
  ),
);

function findPart(tx: GroupReader, after: HouseholdId | null) {
  return knownHouseholds(tx)
    .$if(after !== null, (query) => query.where('h.id', '>', after as HouseholdId))
    .orderBy('h.id')
    .limit(rowsPerPart)
    .execute();
}
