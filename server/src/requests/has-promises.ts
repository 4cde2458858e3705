import type { RequestId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';

/** True once somebody has promised or done something for a request: then it cannot simply be taken back. */
export async function hasPromises(tx: GroupReader, requestId: RequestId): Promise<boolean> {
  const row = await tx.db
    .selectFrom('needs')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('request_id', '=', requestId)
    .where((eb) => eb.or([eb('live_quantity', '>', 0), eb('done_quantity', '>', 0)]))
    .executeTakeFirst();
  return row !== undefined;
}
