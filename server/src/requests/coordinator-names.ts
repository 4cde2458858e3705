import type { Actor } from '@barnraise/kernel/actor.ts';
import type { MemberId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import { readDetails } from '../people/read-details.ts';

export interface NamedMember {
  readonly memberId: MemberId;
  readonly name: string;
  readonly isCoordinator: boolean;
}

/** The members who answer or once answered for requests, under the names that members show each other. */
export async function coordinatorNames(
  context: Pick<Context, 'vault'>,
  tx: GroupTransaction,
  actor: Actor,
): Promise<readonly NamedMember[]> {
  const rows = await tx.db
    .selectFrom('members')
    .select(['id', 'person_id', 'role', 'state'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'active')
    .orderBy('id')
    .execute();
  const details = await readDetails(context, tx, {
    actor,
    purpose: 'members-list',
    fields: ['name', 'handle'],
    wanted: rows.map((row) => ({ personId: row.person_id })),
  });
  return rows.map((row) => ({
    memberId: row.id,
    name: details.get(row.person_id, 'handle') ?? details.get(row.person_id, 'name') ?? row.role,
    isCoordinator: row.role === 'steward' || row.role === 'coordinator',
  }));
}
