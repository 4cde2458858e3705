import type { MemberId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';
import { teamNames } from '../people/members-page.ts';
import {
  byId,
  type Column,
  coded,
  exportedTable,
  inParts,
  rowsPerPart,
  timeCell,
  yesNoCell,
} from './exported-table.ts';
import { memberNames } from './member-names.ts';
import { openPeople } from './open-people.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & {
  readonly called: string;
  readonly teams: readonly string[];
  readonly details: Details;
};

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  { name: 'member', cell: (row) => row.called },
  { name: 'role', cell: (row, writing) => coded(writing, row.role, `people.role-${row.role}`) },
  {
    name: 'state',
    cell: (row, writing) =>
      row.state === 'invited'
        ? coded(writing, 'invited', 'exportTable.invited')
        : coded(writing, 'active', 'exportTable.active'),
  },
  { name: 'teams', cell: (row) => row.teams.join('; ') },
  { name: 'vetted', cell: (row, writing) => yesNoCell(row.may_visit, writing) },
  { name: 'joined_at', cell: (row, writing) => timeCell(row.created_at, writing) },
  { name: 'name', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'name') ?? '' },
  { name: 'phone', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'phone') ?? '' },
  { name: 'mail', isPrivate: true, cell: (row) => row.details.get(row.person_id, 'mail') ?? '' },
];

/** Who belongs, by the names they show each other. */
export const membersTable = exportedTable<Row>(columns, async function* (order) {
  const { database } = order.context;
  const { names, teams } = await database.forGroup(order.caller.groupId, async (tx) => ({
    names: await memberNames(tx, order),
    teams: await teamNames(tx),
  }));
  yield* inParts<Row, string>((after) =>
    database.forGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, after as MemberId | null);
      const people = rows.map((row) => row.person_id);
      const details = await openPeople(tx, order, people, ['name', 'phone', 'mail']);
      return byId(
        rows.map((row) => ({ ...row, details, called: names.get(row.id) ?? '', teams: teams.get(row.id) ?? [] })),
      );
    }),
  );
});

function findPart(tx: GroupReader, after: MemberId | null) {
  return tx.db
    .selectFrom('members')
    .select(['id', 'person_id', 'role', 'state', 'may_visit', 'created_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '!=', 'ended')
    .$if(after !== null, (query) => query.where('id', '>', after as MemberId))
    .orderBy('id')
    .limit(rowsPerPart)
    .execute();
}
