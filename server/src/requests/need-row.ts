import type { LeaseRule } from '@barnraise/kernel/kind.ts';
import type { HaltReason, Need, NeedSource } from '@barnraise/kernel/need.ts';
import type { Selectable } from 'kysely';

import type { NeedsTable } from '../database/schema.ts';

export type NeedRow = Selectable<NeedsTable>;

/** A row as the kernel's value. */
export function needFromRow(row: NeedRow): Need {
  return {
    id: row.id,
    source: sourceFromRow(row),
    kindId: row.kind_id,
    teamId: row.team_id,
    audience: row.audience,
    quantity: row.quantity,
    cap: row.cap,
    minimum: row.minimum,
    splitMinimum: row.split_minimum,
    window:
      row.window_from === null || row.window_to === null ? null : { fromAt: row.window_from, untilAt: row.window_to },
    peopleMinimum: row.people_minimum,
    lease: row.lease as LeaseRule,
    acceptance: row.acceptance,
    halt:
      row.halted_at === null
        ? null
        : { haltedAt: row.halted_at, by: row.halted_by_id, reason: row.halt_reason as HaltReason },
    state: row.state,
    doneQuantity: row.done_quantity,
    decisionNo: row.decision_no,
    lastConfirmedAt: row.last_confirmed_at,
  };
}

function sourceFromRow(row: NeedRow): NeedSource {
  if (row.request_id) return { kind: 'request', requestId: row.request_id };
  throw new Error(`Need ${row.id} comes from nowhere`);
}
