import type { Id, MemberId, PersonId } from '@barnraise/kernel/ids.ts';
import type { Difference, Redirect } from '@barnraise/kernel/merge.ts';

import { at, type GroupReader, type GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';

type MergeId = Id<'merge'>;

/** What was ever decided about two people being one or two, as the kernel reads it. Verdicts taken back are left out. */
export async function personVerdicts(tx: GroupReader): Promise<{
  readonly redirects: readonly Redirect<PersonId>[];
  readonly differences: readonly Difference<PersonId>[];
}> {
  const rows = await tx.db
    .selectFrom('merges')
    .select(['kept_id', 'other_id', 'verdict', 'decided_at'])
    .where('group_id', '=', tx.groupId)
    .where('subject', '=', 'person')
    .where('undone_at', 'is', null)
    .execute();
  const subject = 'person' as const;
  return {
    redirects: rows
      .filter((row) => row.verdict === 'same')
      .map((row) => ({
        subject,
        from: row.other_id as PersonId,
        into: row.kept_id as PersonId,
        mergedAt: row.decided_at,
        unmergedAt: null,
      })),
    differences: rows
      .filter((row) => row.verdict === 'different')
      .map((row) => ({
        subject,
        one: row.kept_id as PersonId,
        other: row.other_id as PersonId,
        saidAt: row.decided_at,
      })),
  };
}

/** The only writes to `merges` about people. */
export async function insertVerdict(
  tx: GroupTransaction,
  verdict: {
    readonly keptId: PersonId;
    readonly otherId: PersonId;
    readonly verdict: 'same' | 'different';
    readonly decidedById: MemberId | null;
  },
): Promise<MergeId> {
  const id = freshId<MergeId>(tx);
  await tx.db
    .insertInto('merges')
    .values({
      group_id: tx.groupId,
      id,
      subject: 'person',
      kept_id: verdict.keptId,
      other_id: verdict.otherId,
      verdict: verdict.verdict,
      decided_by_id: verdict.decidedById,
      decided_at: at(tx.now),
    })
    .execute();
  return id;
}

/** Takes a verdict back; gives the pair, or undefined when it was taken back already. */
export async function endVerdict(
  tx: GroupTransaction,
  id: string,
): Promise<
  { readonly keptId: PersonId; readonly otherId: PersonId; readonly verdict: 'same' | 'different' } | undefined
> {
  const row = await tx.db
    .updateTable('merges')
    .set({ undone_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .where('undone_at', 'is', null)
    .returning(['kept_id', 'other_id', 'verdict'])
    .executeTakeFirst();
  return row && { keptId: row.kept_id as PersonId, otherId: row.other_id as PersonId, verdict: row.verdict };
}
