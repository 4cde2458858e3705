import type { OfferId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canCloseRequest } from '@barnraise/kernel/policy.ts';

import { at, type GroupTransaction } from '../../database/database.ts';
import type { Undoer, UndoActRefusal, Undoers } from '../../record/undo-act.ts';
import { endWithNeeds } from '../close-request.ts';
import { hasPromises } from '../has-promises.ts';
import { changeOfferRow } from '../offer-table.ts';
import { readRequest } from '../request-table.ts';
import { changeProposal, lockProposal, type ProposalId, undecided } from './proposal-table.ts';

const done: Outcome<null, UndoActRefusal> = accept(null);
const movedOn: Outcome<null, UndoActRefusal> = refuse({ code: 'out-of-hand', because: 'unit-taken' });

/** Left out or put back: those that nobody has decided anew since go back to where they were. */
function undoDecision(back: 'waiting' | 'left-out'): Undoer {
  return async (tx, act) => {
    await tx.db
      .updateTable('proposals')
      .set((eb) => ({ ...undecided, state: back, version: eb('version', '+', 1) }))
      .where('group_id', '=', tx.groupId)
      .where('decision_id', '=', act.id)
      .where('state', '<>', 'made')
      .execute();
    return done;
  };
}

/** What was made ends as a mistake, unless somebody has promised something meanwhile; the message waits again. */
const undoMake: Undoer = async (tx, act, caller) => {
  const before = act.before as {
    state: 'waiting' | 'left-out';
    requestId: RequestId | null;
    offerIds: readonly OfferId[];
  };
  if (before.requestId) {
    if (await hasPromises(tx, before.requestId)) return movedOn;
    const request = await readRequest(tx, before.requestId);
    if (request && request.state !== 'closed') {
      const ended = await endWithNeeds(tx, caller, before.requestId, { ending: 'mistake', may: canCloseRequest });
      if (!ended.ok) return movedOn;
    }
  }
  for (const id of before.offerIds) await changeOfferRow(tx, id, { state: 'withdrawn' });
  const row = await lockProposal(tx, act.subjectId as ProposalId);
  if (!row) return done;
  // Once the words are gone there is nothing to decide on any more.
  if (row.sealed === null)
    await tx.db.deleteFrom('proposals').where('group_id', '=', tx.groupId).where('id', '=', row.id).execute();
  else await changeProposal(tx, row.id, { ...undecided, state: before.state });
  await forgetOrigin(tx, [...(before.requestId ? [before.requestId] : []), ...before.offerIds]);
  return done;
};

async function forgetOrigin(tx: GroupTransaction, madeIds: readonly string[]): Promise<void> {
  if (madeIds.length === 0) return;
  const gone = await tx.db
    .deleteFrom('import_rows')
    .where('group_id', '=', tx.groupId)
    .where('made_id', 'in', [...madeIds])
    .returning('import_id')
    .execute();
  const [first] = gone;
  if (!first) return;
  await tx.db
    .updateTable('imports')
    .set((eb) => ({ rows_made: eb('rows_made', '-', gone.length) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', first.import_id)
    .where('rows_made', '>=', gone.length)
    .execute();
}

/**
 * A whole chat taken back: every message of it that nothing was made of goes, words and all. What a person made of one stays,
 * since somebody has decided so; each is undone by itself.
 */
export async function takeMessagesBack(tx: GroupTransaction, importId: string): Promise<void> {
  await tx.db
    .deleteFrom('proposals')
    .where('group_id', '=', tx.groupId)
    .where('import_id', '=', importId)
    .where('state', '<>', 'made')
    .execute();
  await tx.db
    .updateTable('imports')
    .set((eb) => ({ state: 'undone', undone_at: at(tx.now), version: eb('version', '+', 1) }))
    .where('group_id', '=', tx.groupId)
    .where('id', '=', importId)
    .execute();
  tx.changed('imports', importId);
}

const undoBringIn: Undoer = async (tx, act) => {
  await takeMessagesBack(tx, act.subjectId);
  return done;
};

/** How the acts on messages that came in are undone. */
export const proposalUndoers: Undoers = {
  'bring-in-messages': undoBringIn,
  'make-from-proposal': undoMake,
  'leave-out-messages': undoDecision('waiting'),
  'put-back-messages': undoDecision('left-out'),
};
