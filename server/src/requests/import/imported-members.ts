import type { MemberId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import type { ImportId } from './import-table.ts';

/** Those whom an import put on the list of members and whom nobody has invited yet, some at a time. */
export async function uninvitedOf(
  context: Context,
  { groupId }: Caller,
  importId: ImportId,
  limit: number,
): Promise<readonly MemberId[]> {
  return context.database.readGroup(groupId, async (tx) => {
    const rows = await tx.db
      .selectFrom('import_rows as r')
      .innerJoin('members as m', (join) =>
        join.onRef('m.group_id', '=', 'r.group_id').onRef('m.id', '=', 'r.made_id' as never),
      )
      .select('m.id')
      .where('r.group_id', '=', tx.groupId)
      .where('r.import_id', '=', importId)
      .where('m.state', '=', 'invited')
      .where((where) =>
        where.not(
          where.exists(
            where
              .selectFrom('invitations as i')
              .select('i.id')
              .whereRef('i.group_id', '=', 'm.group_id')
              .whereRef('i.member_id', '=', 'm.id'),
          ),
        ),
      )
      .orderBy('r.row_no')
      .limit(limit)
      .execute();
    return rows.map(({ id }) => id);
  });
}
