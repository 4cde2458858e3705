import type { MemberActor } from '@barnraise/kernel/actor.ts';
import type { GroupId } from '@barnraise/kernel/ids.ts';
import { haltReasons } from '@barnraise/kernel/need.ts';
import { isCoordinator } from '@barnraise/kernel/policy.ts';
import { baseUnits } from '@barnraise/kernel/unit.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id, idOrNull, instant, quantity, shownAt, shownWindow, window } from '../fields.ts';

export const needShape = z
  .strictObject({
    id,
    requestId: idOrNull,
    kind: z.string().describe('Code of the type.'),
    unit: z.enum(baseUnits).describe('What the amounts count.'),
    audience: z.enum(['public', 'members', 'team', 'coordinators']),
    quantity,
    cap: quantity.nullable(),
    minimum: quantity,
    splitMinimum: quantity.describe('The smallest part that one commitment may take.'),
    open: quantity.describe('Neither promised nor done.'),
    promised: quantity,
    done: quantity,
    entered: z.strictObject({ amount: z.string(), unit: z.string() }).describe('As somebody typed it.'),
    peopleMinimum: z.int(),
    acceptance: z.enum(['at-once', 'by-coordinator']),
    state: z.enum(['open', 'closed']),
    halted: z.strictObject({ at: instant, reason: z.enum(haltReasons) }).nullable(),
    window,
    cell: z.string().nullable().describe('Rough area, an H3 cell of resolution 7.'),
    decisionNo: z.int().describe('One higher at every decision about it; send it with a commitment.'),
    confirmedAt: instant,
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Need' });

/** The needs that this member may see, as the kernel's `canSeeNeed` has it. */
export function selectNeedRows(db: GroupReads, groupId: GroupId, actor: MemberActor) {
  const teams = [...actor.teams];
  return db
    .selectFrom('needs as n')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
    .select(['n.id', 'n.request_id', 'n.audience', 'n.quantity', 'n.cap', 'n.minimum', 'n.split_minimum'])
    .select(['n.live_quantity', 'n.done_quantity', 'n.entered_amount', 'n.entered_unit', 'n.people_minimum'])
    .select(['n.acceptance', 'n.state', 'n.halted_at', 'n.halt_reason', 'n.window_from', 'n.window_to', 'n.cell'])
    .select(['n.decision_no', 'n.last_confirmed_at', 'n.created_at', 'n.version', 'k.code', 'k.base_unit'])
    .where('n.group_id', '=', groupId)
    .$if(!isCoordinator(actor), (query) =>
      query.where((eb) =>
        eb.or([
          eb('n.audience', 'in', ['public', 'members']),
          ...(teams.length > 0 ? [eb.and([eb('n.audience', '=', 'team'), eb('n.team_id', 'in', teams)])] : []),
        ]),
      ),
    );
}

export function showNeed(row: InferResult<ReturnType<typeof selectNeedRows>>[number]): z.infer<typeof needShape> {
  const { quantity: wanted, cap, live_quantity: promised, done_quantity: done } = row;
  return {
    id: row.id,
    requestId: row.request_id,
    kind: row.code,
    unit: row.base_unit,
    audience: row.audience,
    quantity: wanted,
    cap,
    minimum: row.minimum,
    splitMinimum: row.split_minimum,
    open: Math.max(0, Math.min(wanted, cap ?? wanted) - promised - done),
    promised,
    done,
    entered: { amount: row.entered_amount, unit: row.entered_unit },
    peopleMinimum: row.people_minimum,
    acceptance: row.acceptance,
    state: row.state,
    halted:
      row.halted_at === null
        ? null
        : { at: shownAt(row.halted_at), reason: haltReasons.find((one) => one === row.halt_reason) ?? 'other' },
    window: shownWindow(row.window_from, row.window_to),
    cell: row.cell,
    decisionNo: row.decision_no,
    confirmedAt: shownAt(row.last_confirmed_at),
    createdAt: shownAt(row.created_at),
    version: row.version,
  };
}
