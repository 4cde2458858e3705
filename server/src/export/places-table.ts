import type { PlaceId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';
import { byId, type Column, exportedTable, inParts, rowsPerPart } from './exported-table.ts';
import { openPeople } from './open-people.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly details: Details };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'place', cell: (row) => row.label },
  { name: 'area', cell: (row) => row.cell },
  { name: 'address', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'address', row.id) ?? '' },
  { name: 'phone', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'phone') ?? '' },
  { name: 'mail', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'mail') ?? '' },
  { name: 'words', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'description', row.id) ?? '' },
];

/** The places that have a name; where neighbors live is none of them. */
export const placesTable = exportedTable<Row>(columns, (order) =>
  inParts<Row, string>((after) =>
    order.context.database.forGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as PlaceId | null);
      const contacts = rows.map((row) => row.person_id);
      const details = await openPeople(tx, order, contacts, ['address', 'phone', 'mail', 'description']);
      return byId(rows.map((row) => ({ ...row, details })));
    }),
  ),
);

function findPart(tx: GroupReader, after: PlaceId | null) {
  return tx.db
    .selectFrom('places')
    .select(['id', 'label', 'cell', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .where('label', '<>', '')
    .$if(after !== null, (query) => query.where('id', '>', after as PlaceId))
    .orderBy('id')
    .limit(rowsPerPart)
    .execute();
}
