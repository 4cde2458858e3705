import { at, type GroupTransaction } from '../../../database/database.ts';
import type { NeedRow } from '../../need-row.ts';
import { deleteNeeds, insertNeeds, needsOfRequest, rewriteNeed } from '../../need-table.ts';
import type { NewNeed, NewRequest } from '../../new-request.ts';
import { needRow } from '../../request-columns.ts';
import { sharingFromRow } from '../../request-row.ts';
import type { RequestRow } from '../../request-table.ts';
import { settleRequest } from '../../settle-request.ts';

/**
 * Brings the needs of a request to what a changed row says. What somebody has promised, done or decided stays as it is;
 * and once a request is taken in, no need goes away because a sheet no longer names it.
 */
export async function changeNeedsOf(tx: GroupTransaction, row: RequestRow, request: NewRequest): Promise<void> {
  const known = await needsOfRequest(tx, row.id);
  const byKind = new Map(known.map((need) => [need.kind_id, need]));
  for (const need of request.needs) {
    const there = byKind.get(need.kind.id);
    if (there) await rewriteIfFree(tx, there, need);
    else await insertNeeds(tx, [{ ...needRow(tx, row.id, request, need, row.cell), audience: audienceOf(row) }]);
  }
  const said = new Set(request.needs.map(({ kind }) => kind.id));
  const gone = known.filter((need) => isFree(need) && !said.has(need.kind_id));
  if (row.state === 'new') {
    await deleteNeeds(
      tx,
      gone.map(({ id }) => id),
    );
  }
  if (isOpen(row)) await settleRequest(tx, row.id);
}

const isFree = (need: NeedRow): boolean => need.decision_no === 0 && need.cap === null && need.state === 'open';

const isOpen = (row: RequestRow): boolean => row.state === 'open' || row.state === 'covered';

function audienceOf(row: RequestRow): 'public' | 'members' | 'coordinators' {
  if (!isOpen(row)) return 'coordinators';
  return sharingFromRow(row).listedPublicly ? 'public' : 'members';
}

/** A halt that a person set is theirs to lift. */
async function rewriteIfFree(tx: GroupTransaction, there: NeedRow, need: NewNeed): Promise<void> {
  if (!isFree(there) || there.halted_by_id !== null) return;
  const halted = need.halted === true;
  const isSame = there.quantity === need.quantity && (there.halted_at !== null) === halted;
  if (isSame) return;
  await rewriteNeed(tx, there.id, {
    quantity: need.quantity,
    entered_amount: need.entered.figure,
    entered_unit: need.entered.unit,
    halted_at: halted ? at(tx.now) : null,
    halt_reason: halted ? 'wrong-things' : null,
  });
}
