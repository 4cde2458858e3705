import { type DayOrder, instantOfMessage } from '@barnraise/kernel/chat/day-order.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { at } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAudit } from '../../record/write-audit.ts';
import type { ImportId } from '../import/import-table.ts';
import { openMessage } from './proposal-table.ts';

export type DayOrderRefusal = { readonly code: 'not-allowed' } | { readonly code: 'not-found' };

/** Rows dated in one go. */
const rowsPerPage = 1000;

/**
 * Somebody says whether 3/4 is the third of April or the fourth of March, where the chat itself did not. It can be said
 * again the other way: the dates are read anew each time.
 */
export async function sayDayOrder(
  context: Context,
  caller: Caller,
  { importId, dayOrder }: { readonly importId: ImportId; readonly dayOrder: DayOrder },
): Promise<Outcome<null, DayOrderRefusal>> {
  if (!canImport(caller.actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<null, DayOrderRefusal>(caller.groupId, async (tx) => {
    const changed = await tx.db
      .updateTable('imports')
      .set((eb) => ({ mapping: JSON.stringify({ dayOrder }), version: eb('version', '+', 1) }))
      .where('group_id', '=', tx.groupId)
      .where('id', '=', importId)
      .where('subject', '=', 'messages')
      .returning('id')
      .executeTakeFirst();
    if (!changed) return refuse({ code: 'not-found' });
    const { zone } = await tx.db
      .selectFrom('group_settings')
      .select('zone')
      .where('group_id', '=', tx.groupId)
      .executeTakeFirstOrThrow();
    let after = -1;
    for (;;) {
      const rows = await tx.db
        .selectFrom('proposals')
        .select(['id', 'sealed', 'message_no'])
        .where('group_id', '=', tx.groupId)
        .where('import_id', '=', importId)
        .where('message_no', '>', after)
        .where('sealed', 'is not', null)
        .orderBy('message_no')
        .limit(rowsPerPage)
        .execute();
      for (const row of rows) {
        const message = await openMessage(context, tx, row);
        const saidAt = instantOfMessage(message?.at ?? null, dayOrder, { zone, now: tx.now });
        await tx.db
          .updateTable('proposals')
          .set({ said_at: at(saidAt ?? null) })
          .where('group_id', '=', tx.groupId)
          .where('id', '=', row.id)
          .execute();
      }
      const last = rows.at(-1);
      if (!last) break;
      after = last.message_no;
    }
    await writeAudit(tx, {
      actor: caller.actor,
      verb: 'say-day-order',
      subjectTable: 'imports',
      subjectId: importId,
      data: { dayOrder },
    });
    return accept(null);
  });
}
