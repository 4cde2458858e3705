import type { Actor } from '@barnraise/kernel/actor.ts';
import type { RequestId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { canSeeInbox } from '@barnraise/kernel/policy.ts';
import { type ShortCode, showShortCode } from '@barnraise/kernel/short-code.ts';
import { sql } from 'kysely';

import type { GroupReader } from '../database/database.ts';

/** A request that speaks of danger and that nobody has yet. */
export interface DutyAlert {
  readonly requestId: RequestId;
  /** As people say it. */
  readonly code: string;
  readonly askedAt: Instant;
}

/** Shown at most; more is an emergency that the inbox shows. */
const shownMax = 5;

/** What stands on top of every page of those who can do something about it: oldest first, nothing for anybody else. */
export async function dutyAlerts(tx: GroupReader, actor: Actor): Promise<readonly DutyAlert[]> {
  if (!canSeeInbox(actor)) return [];
  const rows = await tx.db
    .selectFrom('requests')
    .select(['id', 'code', 'asked_at'])
    .where('group_id', '=', tx.groupId)
    .where('state', '=', 'new')
    .where('owner_id', 'is', null)
    .where(sql<boolean>`cardinality(danger) > 0`)
    .orderBy('asked_at')
    .limit(shownMax)
    .execute();
  return rows.map((row) => ({ requestId: row.id, code: showShortCode(row.code as ShortCode), askedAt: row.asked_at }));
}
