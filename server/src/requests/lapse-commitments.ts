import type { GroupId, NeedId } from '@barnraise/kernel/ids.ts';
import { settleNeed } from '@barnraise/kernel/waiting-list.ts';

import type { Context } from '../context.ts';
import { enqueueLapse } from './commit-to-need.ts';
import { lockNeed, readNeed } from './load-need.ts';
import { writeNeedChange } from './write-need-change.ts';

/**
 * Job: writes down the lapses of one need and gives what opened to whoever waits. Running it late or twice changes
 * nothing that matters, since every decision writes the lapses itself first.
 */
export async function lapseCommitments(
  context: Context,
  job: { readonly groupId: GroupId; readonly needId: NeedId },
): Promise<void> {
  await context.database.forGroup(job.groupId, async (tx) => {
    const seen = await readNeed(tx, job.needId);
    if (!seen || settleNeed(seen.need, seen.commitments, tx.now).changed.length === 0) return;
    const loaded = await lockNeed(tx, job.needId);
    if (!loaded) return;
    const change = settleNeed(loaded.need, loaded.commitments, tx.now);
    if (change.changed.length === 0) return;
    await writeNeedChange(tx, loaded, change);
    for (const one of change.changed) if (one.state === 'accepted') await enqueueLapse(tx, one);
  });
}
