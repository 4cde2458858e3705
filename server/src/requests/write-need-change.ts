import type { Commitment } from '@barnraise/kernel/commitment.ts';
import type { CommitmentId } from '@barnraise/kernel/ids.ts';
import type { NeedChange } from '@barnraise/kernel/lease.ts';

import { at } from '../database/column-types.ts';
import type { GroupTransaction } from '../database/database.ts';
import { type CommitmentExtras, saveCommitments } from './commitment-table.ts';
import type { LoadedNeed } from './load-need.ts';
import { settleRequest } from './settle-request.ts';

/**
 * Writes one decision: the commitments it changed, the need with its new decision number and sums, and the state of the
 * request that follows from it. The need must have been locked by `lockNeed`.
 */
export async function writeNeedChange(
  tx: GroupTransaction,
  before: LoadedNeed,
  change: NeedChange,
  extras?: ReadonlyMap<CommitmentId, CommitmentExtras>,
): Promise<void> {
  await saveCommitments(tx, change.changed, extras);
  const { need } = change;
  await tx.db
    .updateTable('needs')
    .set((eb) => ({
      decision_no: need.decisionNo,
      done_quantity: need.doneQuantity,
      live_quantity: reservedQuantity(before.commitments, change.changed),
      state: need.state,
      halted_at: at(need.halt?.haltedAt),
      halted_by_id: need.halt?.by ?? null,
      halt_reason: need.halt?.reason ?? null,
      quantity: need.quantity,
      cap: need.cap,
      audience: need.audience,
      version: eb('version', '+', 1),
    }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', need.id)
    .execute();
  tx.changed('needs', need.id);
  if (need.source.kind === 'request') await settleRequest(tx, need.source.requestId);
}

/** What accepted and started commitments reserve, counting a lease that is over until a decision has written it lapsed. */
function reservedQuantity(before: readonly Commitment[], changed: readonly Commitment[]): number {
  const latest = new Map([...before, ...changed].map((one) => [one.id, one]));
  let sum = 0;
  for (const one of latest.values()) if (one.state === 'accepted' || one.state === 'started') sum += one.quantity;
  return sum;
}
