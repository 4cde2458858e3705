import type { TeamId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageMembers } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { insertTeam } from './member-table.ts';

export type TeamRefusal = { readonly code: 'not-allowed' } | { readonly code: 'name-needed' };

/** Makes a team, into which members are put on their own pages. One of the same name is the same team. */
export async function addTeam(
  context: Context,
  caller: Caller,
  input: { readonly name: string },
): Promise<Outcome<{ readonly teamId: TeamId }, TeamRefusal>> {
  return context.database.decide<{ readonly teamId: TeamId }, TeamRefusal>(caller.groupId, async (tx) => {
    const { actor } = caller;
    if (!canManageMembers(actor)) return refuse({ code: 'not-allowed' });
    if (input.name === '') return refuse({ code: 'name-needed' });
    const same = await tx.db
      .selectFrom('teams')
      .select('id')
      .where('group_id', '=', tx.groupId)
      .where('name', '=', input.name)
      .executeTakeFirst();
    if (same) return accept({ teamId: same.id });
    const teamId = await insertTeam(tx, input.name);
    await writeAudit(tx, { actor, verb: 'add-team', subjectTable: 'teams', subjectId: teamId });
    return accept({ teamId });
  });
}
