import type { GroupId, RequestId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../context.ts';
import { asOf } from '../database/column-types.ts';
import type { GroupReader } from '../database/database.ts';
import { tellNeighbor } from './tell-neighbor.ts';

/** Nobody is asked more often than this, however old what we know of them is. */
const pauseDays = 7;

/** One run's share; what is left comes with the next. */
const requestsMax = 200;

/** Job: asks those who have waited a while whether they still need it, where they gave a mail address. */
export async function askStillNeeded(context: Context, job: { readonly groupId: GroupId }): Promise<void> {
  const due = await context.database.readGroup(job.groupId, dueRequests);
  for (const requestId of due) {
    await context.database.forGroup(job.groupId, (tx) => tellNeighbor(context, tx, requestId, 'stillNeeded'));
  }
}

/** Open requests with a kept link that nobody has confirmed for a week, and whose neighbor was not asked in that time. */
async function dueRequests(tx: GroupReader): Promise<readonly RequestId[]> {
  const before = asOf(tx.now - pauseDays * dayMs);
  const rows = await tx.db
    .selectFrom('requests')
    .innerJoin('vault_entries', (join) =>
      join
        .onRef('vault_entries.group_id', '=', 'requests.group_id')
        .onRef('vault_entries.subject_id', '=', 'requests.id')
        .on('vault_entries.field', '=', 'link'),
    )
    .leftJoin('messages', (join) =>
      join
        .onRef('messages.group_id', '=', 'requests.group_id')
        .onRef('messages.cause_id', '=', 'requests.id')
        .on('messages.template', '=', 'stillNeeded')
        .on('messages.created_at', '>', before),
    )
    .select('requests.id')
    .where('requests.group_id', '=', tx.groupId)
    .where('requests.state', 'in', ['taken-in', 'open', 'covered'])
    .where((eb) => eb(eb.fn.coalesce('requests.last_confirmed_at', 'requests.asked_at'), '<', before))
    .where('messages.id', 'is', null)
    .orderBy('requests.asked_at')
    .limit(requestsMax)
    .execute();
  return rows.map((row) => row.id);
}
