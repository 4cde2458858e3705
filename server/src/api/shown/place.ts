import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { InferResult } from 'kysely';
import { z } from 'zod';

import type { GroupReads } from '../../database/database.ts';
import { id, instant, shownAt } from '../fields.ts';

/** A place as far as it is not private: the exact point is behind `personal:read`. */
export const placeShape = z
  .strictObject({
    id,
    label: z.string(),
    cell: z.string().nullable().describe('Rough area, an H3 cell of resolution 7.'),
    createdAt: instant,
  })
  .meta({ id: 'Place' });

export function selectPlaceRows(db: GroupReads, groupId: GroupId) {
  return db.selectFrom('places').select(['id', 'label', 'cell', 'created_at']).where('group_id', '=', groupId);
}

export function showPlace(row: InferResult<ReturnType<typeof selectPlaceRows>>[number]): z.infer<typeof placeShape> {
  return { id: row.id, label: row.label, cell: row.cell, createdAt: shownAt(row.created_at) };
}
