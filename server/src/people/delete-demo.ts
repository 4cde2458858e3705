import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/policy.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { serverTables } from './server-tables.ts';

export type DeleteDemoRefusal = { readonly code: 'not-allowed' } | { readonly code: 'not-the-demo' };

/** Takes the demo group away with everything in it. Of a real group nothing can be deleted so: it leaves by export. */
export async function deleteDemo(context: Context, caller: Caller): Promise<Outcome<null, DeleteDemoRefusal>> {
  return context.database.decide<null, DeleteDemoRefusal>(caller.groupId, async (tx) => {
    if (!canManageGroup(caller.actor)) return refuse({ code: 'not-allowed' });
    const gone = await serverTables(tx)
      .deleteFrom('groups')
      .where('id', '=', tx.groupId)
      .where('state', '=', 'demo')
      .returning('id')
      .executeTakeFirst();
    return gone ? accept(null) : refuse({ code: 'not-the-demo' });
  });
}
