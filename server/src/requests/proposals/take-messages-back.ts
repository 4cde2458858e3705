import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAudit } from '../../record/write-audit.ts';
import type { ImportId } from '../import/import-table.ts';
import { takeMessagesBack } from './proposal-undoers.ts';

/** Takes a whole chat back, also long after the ten minutes in which everything is undone: the wrong file, the wrong group. */
export async function takeBackMessages(
  context: Context,
  caller: Caller,
  { importId }: { readonly importId: ImportId },
): Promise<Outcome<null, { readonly code: 'not-allowed' } | { readonly code: 'not-found' }>> {
  const { actor } = caller;
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide(caller.groupId, async (tx) => {
    const row = await tx.db
      .selectFrom('imports')
      .select('id')
      .where('group_id', '=', tx.groupId)
      .where('id', '=', importId)
      .where('subject', '=', 'messages')
      .where('undone_at', 'is', null)
      .forUpdate()
      .executeTakeFirst();
    if (!row) return refuse({ code: 'not-found' });
    await takeMessagesBack(tx, importId);
    await writeAudit(tx, { actor, verb: 'take-messages-back', subjectTable: 'imports', subjectId: importId });
    return accept(null);
  });
}
