import type { PersonId } from '@barnraise/kernel/ids.ts';
import { showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { GroupTransaction } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';
import {
  filteredRequests,
  type ListCursor,
  type ListedNeed,
  needsByRequest,
  parseRequestFilter,
  type RequestFilter,
  type Searched,
  searched,
} from '../requests/request-list.ts';
import { amountText, kindText } from '../words/amount-text.ts';
import { type Column, coded, exportedTable, inParts, type Order, rowsPerPart, timeCell } from './exported-table.ts';
import { memberNames } from './member-names.ts';
import { openPeople } from './open-people.ts';

type FoundRow = Awaited<ReturnType<ReturnType<typeof filteredRequests>['execute']>>[number];
type Row = FoundRow & {
  readonly owner: string;
  readonly needs: readonly ListedNeed[];
  readonly personId: PersonId | null;
  readonly placeId: string | null;
  readonly details: Details;
};

const urgencies = ['usual', 'soon', 'now'] as const;

const columns: readonly Column<Row>[] = [
  { name: 'code', cell: (row) => showShortCode(row.code as ShortCode) },
  { name: 'state', cell: (row, writing) => coded(writing, row.state, `request.state-${row.state}`) },
  {
    name: 'urgency',
    cell: (row, writing) => {
      const level = row.urgency >= 2 ? 2 : row.urgency >= 1 ? 1 : 0;
      return coded(writing, urgencies[level], `request.urgency-${level}`);
    },
  },
  {
    // "Food boxes: 3 boxes; Rides: 1 ride"; with codes "goods.food.box: 3", in base units.
    name: 'needs',
    cell: ({ needs }, { style, t }) =>
      needs
        .map(({ kind, quantity, unit }) =>
          style === 'codes'
            ? `${kind.code}: ${quantity}`
            : `${kindText(t, kind)}: ${amountText(t, kind, quantity, unit)}`,
        )
        .join('; '),
  },
  { name: 'asked_at', cell: (row, writing) => timeCell(row.asked_at, writing) },
  { name: 'window_to', cell: (row, writing) => timeCell(row.window_to, writing) },
  { name: 'came_by', cell: (row, writing) => coded(writing, row.channel, `request.channel-${row.channel}`) },
  { name: 'owner', cell: (row) => row.owner },
  { name: 'name', isPrivate: true, cell: ({ details, personId }) => details.get(personId, 'name') ?? '' },
  { name: 'phone', isPrivate: true, cell: ({ details, personId }) => details.get(personId, 'phone') ?? '' },
  { name: 'mail', isPrivate: true, cell: ({ details, personId }) => details.get(personId, 'mail') ?? '' },
  {
    name: 'address',
    isPrivate: true,
    cell: ({ details, personId, placeId }) => (placeId && details.get(personId, 'address', placeId)) ?? '',
  },
  { name: 'words', isPrivate: true, cell: (row) => row.details.get(row.personId, 'description', row.id) ?? '' },
];

/** The list of requests, as its page filters and orders it. */
export const requestsTable = exportedTable<Row>(columns, async function* (order) {
  const { context, caller } = order;
  const filter = parseRequestFilter(order.query);
  const { people, owners } = await context.database.forGroup(caller.groupId, async (tx) => ({
    people: filter.search === '' ? null : await searched(context, tx, filter.search),
    owners: await memberNames(tx, order),
  }));
  yield* inParts<Row, ListCursor>((after) =>
    context.database.forGroup(caller.groupId, async (tx) => {
      const found = await findPart(tx, order, { ...filter, after }, people);
      const rows = found.map((row) => ({ ...row, owner: row.owner_id ? (owners.get(row.owner_id) ?? '') : '' }));
      const last = rows.length < rowsPerPart ? undefined : rows.at(-1);
      return { rows, next: last ? { urgency: last.urgency, askedAt: last.asked_at, id: last.id } : null };
    }),
  );
});

async function findPart(
  tx: GroupTransaction,
  order: Order,
  filter: RequestFilter,
  people: Searched | null,
): Promise<readonly Omit<Row, 'owner'>[]> {
  const found = await filteredRequests(tx, filter, people, rowsPerPart).execute();
  const ids = found.map((row) => row.id);
  const needs = await needsByRequest(tx, ids);
  const who =
    order.isPrivate && ids.length > 0
      ? await tx.db
          .selectFrom('requests')
          .select(['id', 'person_id', 'place_id'])
          .where('group_id', '=', tx.groupId)
          .where('id', 'in', ids)
          .execute()
      : [];
  const fields = ['name', 'phone', 'mail', 'address', 'description'] as const;
  const details = await openPeople(
    tx,
    order,
    who.map((one) => one.person_id),
    fields,
  );
  const whoById = new Map(who.map((one) => [one.id, one]));
  return found.map((row) => {
    const asker = whoById.get(row.id);
    return {
      ...row,
      needs: needs.get(row.id) ?? [],
      personId: asker?.person_id ?? null,
      placeId: asker?.place_id ?? null,
      details,
    };
  });
}
