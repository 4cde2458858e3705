import type { GroupId } from '@barnraise/kernel/ids.ts';
import { askWays, type AvailableHours } from '@barnraise/kernel/offer.ts';
import { baseUnits } from '@barnraise/kernel/unit.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id, instant, instantOrNull, party, quantity, shownAt, shownWindow, window } from '../fields.ts';

export const offerShape = z
  .strictObject({
    id,
    code: z.string().describe('Short and speakable; no secret.'),
    kind: z.string().describe('Code of the type.'),
    unit: z.enum(baseUnits).describe('What the amount counts.'),
    provider: party,
    standing: z.boolean(),
    quantity: quantity.nullable().describe('Of a one-time offer.'),
    hours: z
      .array(z.strictObject({ weekday: z.int().min(1).max(7), from: z.string(), until: z.string() }))
      .describe('When to ask, in the zone of the group; 1 is Monday. Empty is at any time.'),
    window,
    reachMeters: z.int().nullable(),
    asksPerWeekMax: z.int().nullable(),
    askBy: z.enum(askWays),
    pausedUntil: instantOrNull,
    cell: z.string().nullable().describe('Rough area, an H3 cell of resolution 7.'),
    state: z.enum(['active', 'withdrawn']),
    takenInAt: instantOrNull.describe('Null until a coordinator has seen it; before that nobody is asked.'),
    confirmedAt: instant,
    createdAt: instant,
    version: z.int(),
  })
  .meta({ id: 'Offer' });

export function selectOfferRows(db: GroupReads, groupId: GroupId) {
  return db
    .selectFrom('offers as o')
    .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'o.group_id').onRef('k.id', '=', 'o.kind_id'))
    .select(['o.id', 'o.code', 'o.provider_kind', 'o.member_id', 'o.person_id', 'o.partner_id', 'o.standing'])
    .select(['o.quantity', 'o.hours', 'o.window_from', 'o.window_to', 'o.reach_meters', 'o.asks_per_week_max'])
    .select(['o.ask_by', 'o.paused_until', 'o.cell', 'o.state', 'o.taken_in_at', 'o.last_confirmed_at'])
    .select(['o.created_at', 'o.version', 'k.code as kind_code', 'k.base_unit'])
    .where('o.group_id', '=', groupId);
}

export function showOffer(row: InferResult<ReturnType<typeof selectOfferRows>>[number]): z.infer<typeof offerShape> {
  return {
    id: row.id,
    code: row.code,
    kind: row.kind_code,
    unit: row.base_unit,
    provider: { kind: row.provider_kind, id: row.member_id ?? row.partner_id ?? row.person_id },
    standing: row.standing,
    quantity: row.quantity,
    hours: (row.hours as readonly AvailableHours[]).map(({ weekday, from, until }) => ({ weekday, from, until })),
    window: shownWindow(row.window_from, row.window_to),
    reachMeters: row.reach_meters,
    asksPerWeekMax: row.asks_per_week_max,
    askBy: row.ask_by,
    pausedUntil: shownAt(row.paused_until),
    cell: row.cell,
    state: row.state,
    takenInAt: shownAt(row.taken_in_at),
    confirmedAt: shownAt(row.last_confirmed_at),
    createdAt: shownAt(row.created_at),
    version: row.version,
  };
}
