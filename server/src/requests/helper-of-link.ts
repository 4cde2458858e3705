import type { CommitmentId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import type { Caller } from '../record/caller.ts';
import { hashLinkToken, isLinkToken } from './private-link.ts';

/** Who holds a helper's private link, and the one commitment it opens; undefined for anything else. */
export async function helperOfLink(
  context: Context,
  groupId: Caller['groupId'],
  token: string,
): Promise<{ readonly caller: Caller; readonly commitmentId: CommitmentId } | undefined> {
  if (!isLinkToken(token)) return undefined;
  const row = await context.database.readGroup(groupId, (tx) =>
    tx.db
      .selectFrom('commitments')
      .select(['id', 'person_id', 'need_id'])
      .where('group_id', '=', groupId)
      .where('link_hash', '=', hashLinkToken(token))
      .executeTakeFirst(),
  );
  if (!row?.person_id) return undefined;
  return {
    caller: { groupId, actor: { kind: 'helper', personId: row.person_id, needId: row.need_id } },
    commitmentId: row.id,
  };
}
