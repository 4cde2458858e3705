import type { VisitId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canStep } from '@barnraise/kernel/policy.ts';
import { decideStayLonger, goOut, type Visit, type VisitRefusal } from '@barnraise/kernel/visit.ts';

import type { Context } from '../context.ts';
import type { GroupTransaction } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { writeAudit } from '../record/write-audit.ts';
import { commitmentFromRow } from './commitment-row.ts';
import { lockVisit, saveVisit } from './visit-table.ts';

export type VisitStepRefusal = VisitRefusal | { readonly code: 'not-found' } | { readonly code: 'not-allowed' };

/** "Going out": everybody is back. Saying it twice keeps the first time. */
export async function comeOut(
  context: Context,
  caller: Caller,
  input: { readonly visitId: VisitId },
): Promise<Outcome<Visit, VisitStepRefusal>> {
  return context.database.decide<Visit, VisitStepRefusal>(caller.groupId, async (tx) => {
    const visit = await visitOfCaller(tx, caller, input.visitId);
    if (!visit.ok) return visit;
    const out = goOut(visit.value, tx.now);
    await saveVisit(tx, out);
    await writeAudit(tx, { actor: caller.actor, verb: 'come-out', subjectTable: 'visits', subjectId: out.id });
    return accept(out);
  });
}

/** "It takes longer": sets the alarm to a later time. */
export async function stayLonger(
  context: Context,
  caller: Caller,
  input: { readonly visitId: VisitId; readonly dueBackAt: Instant },
): Promise<Outcome<Visit, VisitStepRefusal>> {
  return context.database.decide<Visit, VisitStepRefusal>(caller.groupId, async (tx) => {
    const visit = await visitOfCaller(tx, caller, input.visitId);
    if (!visit.ok) return visit;
    const longer = decideStayLonger(visit.value, input.dueBackAt, tx.now);
    if (!longer.ok) return longer;
    await saveVisit(tx, longer.value);
    await tx.enqueue('check-visit', { visitId: input.visitId }, { startAfter: input.dueBackAt });
    return longer;
  });
}

async function visitOfCaller(
  tx: GroupTransaction,
  caller: Caller,
  id: VisitId,
): Promise<Outcome<Visit, VisitStepRefusal>> {
  const visit = await lockVisit(tx, id);
  if (!visit) return refuse({ code: 'not-found' });
  const row = await tx.db
    .selectFrom('commitments')
    .selectAll()
    .where('group_id', '=', tx.groupId)
    .where('id', '=', visit.commitmentId)
    .executeTakeFirstOrThrow();
  // Whoever is alarmed may also say that they are back: that is who hears it first.
  const isWatcher = caller.actor.kind === 'member' && caller.actor.memberId === visit.alarmTo;
  return isWatcher || canStep(caller.actor, commitmentFromRow(row)) ? accept(visit) : refuse({ code: 'not-allowed' });
}
