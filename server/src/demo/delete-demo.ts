import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../context.ts';
import { serverTables } from '../people/server-tables.ts';
import type { Caller } from '../record/caller.ts';
import { removeDemo } from './remove-demo.ts';

/**
 * Deletes the demo group with everything in it, and the logins that were made for looking around. Only a group that is
 * marked as the demo can go this way: real groups leave with an export.
 */
export async function deleteDemo(
  context: Context,
  caller: Caller,
): Promise<Outcome<null, { readonly code: 'not-allowed' }>> {
  if (!canManageGroup(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<null, { code: 'not-allowed' }>(caller.groupId, async (tx) => {
    const server = serverTables(tx);
    const group = await server
      .selectFrom('groups')
      .select('state')
      .where('id', '=', caller.groupId)
      .forUpdate()
      .executeTakeFirst();
    if (group?.state !== 'demo') return refuse({ code: 'not-allowed' });
    await removeDemo(server, caller.groupId);
    return accept(null);
  });
}
