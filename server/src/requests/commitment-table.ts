import type { Commitment } from '@barnraise/kernel/commitment.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';

import type { GroupTransaction } from '../database/database.ts';
import type { CommitmentRow } from './commitment-row.ts';
import { commitmentColumns } from './commitment-row.ts';

/** What is known of a commitment beside the kernel's value. */
export interface CommitmentExtras {
  readonly madeBy?: CommitmentRow['made_by'];
  readonly linkHash?: Buffer;
  readonly effortMinutes?: number;
}

/** Writes commitments as they now are: new ones are inserted, known ones changed. */
export async function saveCommitments(
  tx: GroupTransaction,
  values: readonly Commitment[],
  extras: ReadonlyMap<CommitmentId, CommitmentExtras> = new Map(),
): Promise<void> {
  for (const value of values) {
    const columns = { ...commitmentColumns(value), ...extraColumns(extras.get(value.id)) };
    const { id, ...changing } = columns;
    await tx.db
      .insertInto('commitments')
      .values({ group_id: tx.groupId, ...columns })
      .onConflict((conflict) =>
        conflict
          .columns(['group_id', 'id'])
          .doUpdateSet((eb) => ({ ...changing, version: eb('commitments.version', '+', 1) })),
      )
      .execute();
    tx.changed('commitments', id);
  }
}

/** A helper's private link follows to the commitment that took the place of an older one. */
export async function moveLink(tx: GroupTransaction, from: CommitmentId, to: CommitmentId): Promise<void> {
  const row = await tx.db
    .updateTable('commitments as after')
    .from('commitments as before')
    .set({ link_hash: null })
    .whereRef('before.group_id', '=', 'after.group_id')
    .whereRef('before.id', '=', 'after.id')
    .where('after.group_id', '=', tx.groupId)
    .where('after.id', '=', from)
    .returning('before.link_hash')
    .executeTakeFirst();
  if (!row?.link_hash) return;
  await tx.db
    .updateTable('commitments')
    .set({ link_hash: row.link_hash })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', to)
    .execute();
}

function extraColumns(extras: CommitmentExtras = {}) {
  return {
    ...(extras.madeBy && { made_by: extras.madeBy }),
    ...(extras.linkHash && { link_hash: extras.linkHash }),
    ...(extras.effortMinutes !== undefined && { effort_minutes: extras.effortMinutes }),
  };
}
