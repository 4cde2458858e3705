import type { MemberId } from '@barnraise/kernel/ids.ts';
import { canSeeMembers } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { readDetails } from '../people/read-details.ts';
import type { Caller } from '../record/caller.ts';

/** Somebody who can be told when a visit is not back in time. */
export interface Watcher {
  readonly memberId: MemberId;
  /** As members call each other; null where a member shows no name. */
  readonly name: string | null;
  readonly isOnDuty: boolean;
}

/** Active members to name for an alarm, whoever is on duty first, without the caller. */
export async function watchers(context: Context, caller: Caller): Promise<readonly Watcher[]> {
  const { actor } = caller;
  if (!canSeeMembers(actor) && actor.kind !== 'helper') return [];
  return context.database.forGroup(caller.groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('members')
      .innerJoin('group_settings', 'group_settings.group_id', 'members.group_id')
      .select(['members.id', 'members.person_id', 'members.role', 'group_settings.duty_member_id'])
      .where('members.group_id', '=', tx.groupId)
      .where('members.state', '=', 'active')
      // Somebody without a login names whoever is on duty, and learns no other names.
      .$if(actor.kind === 'helper', (query) => query.whereRef('members.id', '=', 'group_settings.duty_member_id'))
      .orderBy('members.created_at')
      .execute();
    const details = await readDetails(context, tx, {
      actor,
      purpose: 'members-list',
      fields: ['name', 'handle'],
      wanted: rows.map((row) => ({ personId: row.person_id })),
    });
    return rows
      .filter((row) => actor.kind !== 'member' || row.id !== actor.memberId)
      .map((row) => ({
        memberId: row.id,
        name: details.get(row.person_id, 'handle') ?? details.get(row.person_id, 'name') ?? null,
        isOnDuty: row.id === row.duty_member_id,
      }))
      .toSorted((a, b) => Number(b.isOnDuty) - Number(a.isOnDuty));
  });
}
