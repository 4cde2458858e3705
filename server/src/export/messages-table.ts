import type { MessageId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import { type MessageFilter, messageFilters, statesOf } from '../messaging/message-list.ts';
import type { Details } from '../people/read-details.ts';
import type { PlainMessageKey } from '../words/words.ts';
import { byId, type Column, coded, exportedTable, inParts, rowsPerPart, timeCell } from './exported-table.ts';
import { openPeople } from './open-people.ts';

type Row = Awaited<ReturnType<typeof findPart>>[number] & { readonly details: Details };

const columns: readonly Column<Row>[] = [
  { name: 'id', cell: (row) => row.id },
  {
    name: 'message',
    cell: ({ template }, writing) => coded(writing, template, `messageList.template-${template}` as PlainMessageKey),
  },
  { name: 'state', cell: (row, writing) => coded(writing, row.state, `messageList.state-${row.state}`) },
  { name: 'channel', cell: (row) => row.channel },
  { name: 'created_at', cell: (row, writing) => timeCell(row.created_at, writing) },
  { name: 'sent_at', cell: (row, writing) => timeCell(row.sent_at, writing) },
  { name: 'attempts', cell: (row) => row.attempts },
  { name: 'problem', cell: (row) => row.last_error },
  {
    name: 'name',
    isPrivate: true,
    cell: ({ details, person_id }) => details.get(person_id, 'handle') ?? details.get(person_id, 'name') ?? '',
  },
];

/** What went out and what is stuck, as its page filters it; never what it said. */
export const messagesTable = exportedTable<Row>(columns, (order) => {
  const filter = messageFilters.find((one) => one === order.query.get('show')) ?? 'all';
  return inParts<Row, string>((after) =>
    order.context.database.forGroup(order.caller.groupId, async (tx) => {
      const rows = await findPart(tx, filter, after as MessageId | null);
      const people = rows.map((row) => row.person_id);
      const details = await openPeople(tx, order, people, ['name', 'handle']);
      return byId(rows.map((row) => ({ ...row, details })));
    }),
  );
});

function findPart(tx: GroupReader, filter: MessageFilter, after: MessageId | null) {
  const states = statesOf[filter];
  return tx.db
    .selectFrom('messages')
    .select(['id', 'template', 'state', 'channel', 'created_at', 'sent_at', 'attempts', 'last_error', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .$if(states !== undefined, (query) => query.where('state', 'in', states ?? []))
    .$if(after !== null, (query) => query.where('id', '>', after as MessageId))
    .orderBy('id')
    .limit(rowsPerPart)
    .execute();
}
