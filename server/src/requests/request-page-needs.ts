import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { NeedId, PersonId, RequestId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';
import type { Details } from '../people/read-details.ts';

/** A line of a request as its page shows it to those who answer for it. */
export interface PageNeed {
  readonly id: NeedId;
  readonly kind: CatalogKind;
  readonly unit: string;
  readonly enteredAmount: string;
  readonly quantity: number;
  readonly cap: number | null;
  readonly promised: number;
  readonly done: number;
  readonly detail: string;
  readonly linkCode: string;
  readonly audience: string;
  readonly isHalted: boolean;
  readonly haltReason: string | null;
  readonly isClosed: boolean;
}

/** The lines of one request, in the order they were asked. */
export async function pageNeeds(
  tx: GroupReader,
  requestId: RequestId,
  personId: PersonId | null,
  details: Details,
): Promise<readonly PageNeed[]> {
  const rows = await tx.db
    .selectFrom('needs as n')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .selectAll('n')
    .select('k.definition')
    .where('n.group_id', '=', tx.groupId)
    .where('n.request_id', '=', requestId)
    .orderBy('n.created_at')
    .orderBy('n.id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.definition as CatalogKind,
    unit: row.entered_unit,
    enteredAmount: row.entered_amount,
    quantity: row.quantity,
    cap: row.cap,
    promised: row.live_quantity,
    done: row.done_quantity,
    detail: details.get(personId, 'detail', row.id) ?? '',
    linkCode: row.link_code,
    audience: row.audience,
    isHalted: row.halted_at !== null,
    haltReason: row.halt_reason,
    isClosed: row.state === 'closed',
  }));
}
