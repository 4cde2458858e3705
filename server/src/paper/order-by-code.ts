import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { Commitment } from '@barnraise/kernel/commitment.ts';
import type { CommitmentId, RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canUsePaper } from '@barnraise/kernel/group-policy.ts';
import { canStep } from '@barnraise/kernel/policy.ts';
import { parseShortCode, showShortCode, type ShortCode } from '@barnraise/kernel/short-code.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { commitmentFromRow } from '../requests/commitment-row.ts';
import { coordinatorNames } from '../requests/coordinator-names.ts';
import { readWorkOrder } from './work-order-table.ts';

/** What the page shows before an outcome is typed in: enough to see that it is the right sheet, nothing private. */
export interface FoundOrder {
  readonly code: string;
  readonly commitment: Commitment;
  readonly kind: CatalogKind;
  readonly enteredUnit: string;
  readonly requestId: RequestId;
  readonly requestCode: string;
  /** A member's name; empty for helpers without a login. */
  readonly provider: string;
  readonly printedAt: Instant;
  readonly mayOpenRequest: boolean;
}

export type OrderCodeRefusal =
  /** The check character does not fit. */
  | { readonly code: 'order-code-wrong' }
  /** Nobody here printed it: another group did, or its promise is gone. */
  | { readonly code: 'order-code-unknown' }
  | { readonly code: 'order-code-expired' }
  | { readonly code: 'not-allowed' };

/** The promise behind the code of a work order, for whoever may say how it went. */
export async function orderByCode(
  context: Context,
  caller: Caller,
  typed: string,
): Promise<Outcome<FoundOrder, OrderCodeRefusal>> {
  const code = parseShortCode(typed);
  if (!code) return refuse({ code: 'order-code-wrong' });
  return context.database.forGroup(caller.groupId, async (tx) => {
    const printed = await readWorkOrder(tx, code);
    const row = printed && (await standingRow(tx, printed.commitmentId));
    if (!row) return refuse({ code: 'order-code-unknown' });
    if (printed.expiresAt <= tx.now) return refuse({ code: 'order-code-expired' });
    const commitment = commitmentFromRow(row);
    if (!canStep(caller.actor, commitment)) return refuse({ code: 'not-allowed' });
    const names = await coordinatorNames(context, tx, caller.actor);
    return accept({
      code: showShortCode(code),
      commitment,
      kind: row.definition as CatalogKind,
      enteredUnit: row.entered_unit,
      requestId: row.request_id,
      requestCode: showShortCode(row.request_code as ShortCode),
      provider: names.find((one) => one.memberId === row.member_id)?.name ?? '',
      printedAt: printed.printedAt,
      mayOpenRequest: canUsePaper(caller.actor),
    });
  });
}

/** More corrections of one promise than this nobody makes; the limit keeps a circle from turning forever. */
const correctionsMax = 20;

/** The commitment, or the one that took its place when "done" was undone: the sheet still speaks of the same promise. */
async function standingRow(tx: GroupReader, first: CommitmentId) {
  let id: CommitmentId | null = first;
  for (let step = 0; step < correctionsMax && id !== null; step += 1) {
    const row: Awaited<ReturnType<typeof readRow>> = await readRow(tx, id);
    if (!row?.corrected_by_commitment_id) return row;
    id = row.corrected_by_commitment_id;
  }
  return undefined;
}

function readRow(tx: GroupReader, id: CommitmentId) {
  return tx.db
    .selectFrom('commitments as c')
    .innerJoin('needs as n', (join) => join.onRef('n.group_id', '=', 'c.group_id').onRef('n.id', '=', 'c.need_id'))
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .innerJoin('requests as r', (join) =>
      join.onRef('r.group_id', '=', 'n.group_id').onRef('r.id', '=', 'n.request_id'),
    )
    .selectAll('c')
    .select(['k.definition', 'n.entered_unit', 'r.id as request_id', 'r.code as request_code'])
    .where('c.group_id', '=', tx.groupId)
    .where('c.id', '=', id)
    .executeTakeFirst();
}
