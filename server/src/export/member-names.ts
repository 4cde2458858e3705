import type { MemberId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';
import type { Order } from './exported-table.ts';

/** Members by the names they show each other; with private details, by whatever name is known. */
export async function memberNames(
  tx: GroupTransaction,
  { context, caller, isPrivate }: Order,
): Promise<ReadonlyMap<MemberId, string>> {
  const rows = await tx.db
    .selectFrom('members')
    .select(['id', 'person_id'])
    .where('group_id', '=', tx.groupId)
    .execute();
  const details = await readDetails(context, tx, {
    actor: caller.actor,
    purpose: isPrivate ? 'export' : 'members-list',
    fields: ['name', 'handle'],
    wanted: rows.map((row) => ({ personId: row.person_id })),
  });
  return new Map(
    rows.map((row) => [row.id, details.get(row.person_id, 'handle') ?? details.get(row.person_id, 'name') ?? '']),
  );
}
