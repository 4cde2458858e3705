import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { EventId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canSeeLedger } from '@barnraise/kernel/group-policy.ts';
import type { Quantity } from '@barnraise/kernel/quantity.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { type GroupKind, loadKinds } from './load-kinds.ts';

export interface ShownHelp {
  readonly id: EventId;
  readonly kind: CatalogKind;
  readonly quantity: Quantity;
  readonly effortMinutes: number | null;
  readonly happenedAt: Instant;
}

export interface LatestHelp {
  readonly now: Instant;
  readonly kinds: readonly GroupKind[];
  readonly latest: readonly ShownHelp[];
}

const shownMax = 20;

/** What the group did lately, and the kinds to write more down in. What was corrected is left out with its correction. */
export async function latestHelp(context: Context, caller: Caller): Promise<LatestHelp | undefined> {
  if (!canSeeLedger(caller.actor)) return undefined;
  return context.database.readGroup(caller.groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('events')
      .innerJoin('kinds', (join) =>
        join.onRef('kinds.group_id', '=', 'events.group_id').onRef('kinds.id', '=', 'events.kind_id'),
      )
      .leftJoin('events as correction', (join) =>
        join.onRef('correction.group_id', '=', 'events.group_id').onRef('correction.corrects_id', '=', 'events.id'),
      )
      .select(['events.id', 'events.quantity', 'events.effort_minutes', 'events.happened_at', 'kinds.definition'])
      .where('events.group_id', '=', tx.groupId)
      .where('events.corrects_id', 'is', null)
      .where('correction.id', 'is', null)
      .orderBy('events.happened_at', 'desc')
      .orderBy('events.id', 'desc')
      .limit(shownMax)
      .execute();
    return {
      now: tx.now,
      kinds: await loadKinds(tx),
      latest: rows.map((row) => ({
        id: row.id,
        kind: row.definition as CatalogKind,
        quantity: row.quantity,
        effortMinutes: row.effort_minutes,
        happenedAt: row.happened_at,
      })),
    };
  });
}
