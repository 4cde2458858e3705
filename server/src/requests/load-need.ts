import type { Commitment } from '@barnraise/kernel/commitment.ts';
import type { NeedId } from '@barnraise/kernel/ids.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Precaution } from '@barnraise/kernel/kind.ts';
import type { Need } from '@barnraise/kernel/need.ts';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { commitmentFromRow, type CommitmentRow } from './commitment-row.ts';
import { needFromRow, type NeedRow } from './need-row.ts';

/** A need with all of its commitments, as the kernel's values, beside the rows for what the kernel does not know. */
export interface LoadedNeed {
  readonly need: Need;
  readonly commitments: readonly Commitment[];
  readonly row: NeedRow;
  readonly kind: CatalogKind;
  /** What has to be heeded when help of its kind is given; policies ask for it. */
  readonly precautions: readonly Precaution[];
  readonly commitmentRows: readonly CommitmentRow[];
}

/** The need as it stands, without a lock: enough to show it, or to refuse. */
export async function readNeed(tx: GroupReader, needId: NeedId): Promise<LoadedNeed | undefined> {
  const row = await needWithKind(tx, needId).executeTakeFirst();
  return row && withCommitments(tx, row);
}

/**
 * The need, locked until the transaction ends: one decision at a time. Its commitments are read after the lock is
 * granted, so they include what the decision before this one wrote.
 */
export async function lockNeed(tx: GroupTransaction, needId: NeedId): Promise<LoadedNeed | undefined> {
  const row = await needWithKind(tx, needId).forUpdate('needs').executeTakeFirst();
  return row && withCommitments(tx, row);
}

function needWithKind(tx: GroupReader, needId: NeedId) {
  return tx.db
    .selectFrom('needs')
    .innerJoin('kinds', (join) =>
      join.onRef('kinds.group_id', '=', 'needs.group_id').onRef('kinds.id', '=', 'needs.kind_id'),
    )
    .selectAll('needs')
    .select('kinds.definition')
    .where('needs.group_id', '=', tx.groupId)
    .where('needs.id', '=', needId);
}

async function withCommitments(tx: GroupReader, row: NeedRow & { definition: unknown }): Promise<LoadedNeed> {
  const commitmentRows = await tx.db
    .selectFrom('commitments')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('need_id', '=', row.id)
    .execute();
  const kind = row.definition as CatalogKind;
  return {
    need: needFromRow(row),
    commitments: commitmentRows.map(commitmentFromRow),
    row,
    commitmentRows,
    kind,
    precautions: kind.precautions,
  };
}
