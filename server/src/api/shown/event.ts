import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { baseUnits } from '@barnraise/kernel/unit.ts';
import { id, idOrNull, instant, quantity, shownAt } from '../fields.ts';

/** Who had it, or has it now: one of the group's own accounts, or the world outside. */
const holder = z
  .strictObject({
    kind: z.enum(['group', 'neighbors', 'world', 'adjustment', 'labor', 'team', 'member', 'partner', 'remote-group']),
    id: idOrNull,
  })
  .meta({ id: 'Holder', description: 'Neighbors are one account together, so that the books name nobody.' });

const verbs = [
  'received',
  'bought',
  'handed-out',
  'moved',
  'worked',
  'paid',
  'lent',
  'returned',
  'counted',
  'spoiled',
  'corrected',
] as const;

export const eventShape = z
  .strictObject({
    id,
    verb: z.enum(verbs),
    kind: z.string().describe('Code of the type.'),
    unit: z.enum(baseUnits),
    quantity,
    effortMinutes: z.int().nullable(),
    from: holder,
    to: holder,
    commitmentId: idOrNull,
    correctsId: idOrNull.describe('The event that this one takes back.'),
    recordedById: idOrNull,
    happenedAt: instant,
    recordedAt: instant,
  })
  .meta({ id: 'Event' });

export function selectEventRows(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('events as e')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'e.group_id').onRef('k.id', '=', 'e.kind_id'))
    .innerJoin('ledger_accounts as f', (join) =>
      join.onRef('f.group_id', '=', 'e.group_id').onRef('f.id', '=', 'e.from_account_id'),
    )
    .innerJoin('ledger_accounts as t', (join) =>
      join.onRef('t.group_id', '=', 'e.group_id').onRef('t.id', '=', 'e.to_account_id'),
    )
    .select(['e.id', 'e.verb', 'e.quantity', 'e.effort_minutes', 'e.commitment_id', 'e.corrects_id'])
    .select(['e.recorded_by_id', 'e.happened_at', 'e.recorded_at', 'k.code', 'k.base_unit'])
    .select(['f.holder as from_holder', 't.holder as to_holder'])
    .where('e.group_id', '=', groupId);
}

export function showEvent(row: InferResult<ReturnType<typeof selectEventRows>>[number]): z.infer<typeof eventShape> {
  return {
    id: row.id,
    verb: row.verb,
    kind: row.code,
    unit: row.base_unit,
    quantity: row.quantity,
    effortMinutes: row.effort_minutes,
    from: holderOf(row.from_holder),
    to: holderOf(row.to_holder),
    commitmentId: row.commitment_id,
    correctsId: row.corrects_id,
    recordedById: row.recorded_by_id,
    happenedAt: shownAt(row.happened_at),
    recordedAt: shownAt(row.recorded_at),
  };
}

function holderOf(text: string): z.infer<typeof holder> {
  const [kind = '', of] = text.split(':');
  return { kind: kind as z.infer<typeof holder>['kind'], id: of ?? null };
}
