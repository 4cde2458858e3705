import type { CommitmentId, MemberId } from '@barnraise/kernel/ids.ts';
import { dayMs, type Instant } from '@barnraise/kernel/instant.ts';
import type { ShortCode } from '@barnraise/kernel/short-code.ts';
import { sql } from 'kysely';

import { at } from '../database/column-types.ts';
import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { freshShortCode } from '../requests/fresh-code.ts';

/** A sheet that comes back later than this is looked at by a person, not typed in. */
export const orderValidDays = 60;

/** The only writes to `work_orders`. A promise keeps its code when it is printed again, so every copy leads to it. */
export async function putWorkOrders(
  tx: GroupTransaction,
  commitmentIds: readonly CommitmentId[],
  printedBy: MemberId | null,
): Promise<ReadonlyMap<CommitmentId, ShortCode>> {
  if (commitmentIds.length === 0) return new Map();
  const rows = await tx.db
    .insertInto('work_orders')
    .values(
      commitmentIds.map((commitmentId) => ({
        group_id: tx.groupId,
        code: freshShortCode(),
        commitment_id: commitmentId,
        printed_by_id: printedBy,
        printed_at: at(tx.now),
        expires_at: at(tx.now + orderValidDays * dayMs),
      })),
    )
    .onConflict((conflict) =>
      conflict.columns(['group_id', 'commitment_id']).doUpdateSet({
        printed_by_id: sql`excluded.printed_by_id`,
        printed_at: sql`excluded.printed_at`,
        expires_at: sql`excluded.expires_at`,
      }),
    )
    .returning(['commitment_id', 'code'])
    .execute();
  return new Map(rows.map((row) => [row.commitment_id, row.code as ShortCode]));
}

export interface PrintedOrder {
  readonly commitmentId: CommitmentId;
  readonly printedAt: Instant;
  readonly expiresAt: Instant;
}

export async function readWorkOrder(tx: GroupReader, code: ShortCode): Promise<PrintedOrder | undefined> {
  const row = await tx.db
    .selectFrom('work_orders')
    .select(['commitment_id', 'printed_at', 'expires_at'])
    .where('group_id', '=', tx.groupId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row && { commitmentId: row.commitment_id, printedAt: row.printed_at, expiresAt: row.expires_at };
}
