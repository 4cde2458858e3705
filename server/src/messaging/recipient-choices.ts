import type { TeamId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canSendToMany } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { countRecipients } from './send-to-many.ts';

export interface RecipientChoices {
  readonly members: number;
  readonly coordinators: number;
  readonly teams: readonly { readonly id: TeamId; readonly name: string; readonly count: number }[];
}

/** To whom a coordinator may write, and how many that is: said before anything is sent. */
export async function recipientChoices(
  context: Context,
  caller: Caller,
): Promise<Outcome<RecipientChoices, { readonly code: 'not-allowed' }>> {
  if (!canSendToMany(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.readGroup(caller.groupId, async (tx) => {
    const teams = await tx.db
      .selectFrom('teams')
      .select(['id', 'name'])
      .where('group_id', '=', tx.groupId)
      .orderBy('name')
      .execute();
    const counted = [];
    for (const team of teams) {
      counted.push({ ...team, count: await countRecipients(tx, { to: 'team', teamId: team.id }) });
    }
    return accept({
      members: await countRecipients(tx, { to: 'members' }),
      coordinators: await countRecipients(tx, { to: 'coordinators' }),
      teams: counted,
    });
  });
}
