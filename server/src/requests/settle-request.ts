import type { RequestId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../database/database.ts';

/**
 * Brings a request's state in line with its needs: `covered` when nothing of it is open any more, `open` when something
 * is again. A request that was not taken in yet, or is closed, stays what it is: people decide that.
 */
export async function settleRequest(tx: GroupTransaction, requestId: RequestId): Promise<void> {
  const { open } = await tx.db
    .selectFrom('needs')
    .select((eb) =>
      eb.fn
        .countAll<number>()
        .filterWhere((needs) =>
          needs.and([
            needs('state', '=', 'open'),
            needs(
              needs('live_quantity', '+', needs.ref('done_quantity')),
              '<',
              needs.fn<number>('least', ['quantity', needs.fn.coalesce('cap', 'quantity')]),
            ),
          ]),
        )
        .as('open'),
    )
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .executeTakeFirstOrThrow();
  const state = open > 0 ? 'open' : 'covered';
  const changed = await tx.db
    .updateTable('requests')
    .set((eb) => ({ state, version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', requestId)
    .where('state', 'in', ['taken-in', 'open', 'covered'])
    .where('state', '<>', state)
    .returning('id')
    .execute();
  if (changed.length > 0) tx.changed('requests', requestId);
}
