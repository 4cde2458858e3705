import type { NeedId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../context.ts';
import { type GroupKind, kindOf } from '../requests/load-kinds.ts';
import type { Program } from './program.ts';

/** A need's type, to read an amount by, and the limit that stays unless another is given. */
export async function needToChange(
  { database }: Pick<Context, 'database'>,
  { groupId }: Pick<Program, 'groupId'>,
  needId: NeedId,
): Promise<{ readonly kind: GroupKind; readonly cap: number | null } | undefined> {
  const { rows } = await database.readAtOnce(groupId, (db) => ({
    found: db
      .selectFrom('needs as n')
      .innerJoin('kinds as k', (join) => join.onRef('k.group_id', '=', 'n.group_id').onRef('k.id', '=', 'n.kind_id'))
      .select(['k.id', 'k.definition', 'k.active', 'k.on_ask_form', 'k.position', 'n.cap'])
      .where('n.group_id', '=', groupId)
      .where('n.id', '=', needId),
  }));
  const [row] = rows.found;
  return row && { kind: kindOf(row), cap: row.cap };
}
