import type { ContactAttemptId, Id, NeedId, RequestId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { closeNeed, decideNeedAmounts, haltNeed, resumeNeed } from '@barnraise/kernel/decide-need.ts';
import { setByHand } from '@barnraise/kernel/urgency.ts';

import { at, type GroupTransaction } from '../database/database.ts';
import { keepErased, unmergePeople } from '../people/undo.ts';
import type { Undoer, UndoActRefusal, Undoers } from '../record/undo-act.ts';
import { offerUndoers } from './change-offer.ts';
import { type BeforeEnding, reopenWithNeeds } from './close-request.ts';
import { hasPromises } from './has-promises.ts';
import { type LoadedNeed, lockNeed } from './load-need.ts';
import { correctNeed } from './need-table.ts';
import { proposalUndoers } from './proposals/proposal-undoers.ts';
import { changeRequest, lockRequest, readRequest, type RequestChange } from './request-table.ts';
import { hideNeeds } from './take-in-request.ts';
import { writeNeedChange } from './write-need-change.ts';

type Undone = Outcome<null, UndoActRefusal>;
const done: Undone = accept(null);
const notFound: Undone = refuse({ code: 'not-found' });
const movedOn: Undone = refuse({ code: 'out-of-hand', because: 'unit-taken' });

/** Taking in or opening taken back: nobody has it again, unless somebody promised something meanwhile. */
const undoTakeIn: Undoer = async (tx, act) => {
  const requestId = act.subjectId as RequestId;
  const before = act.before as {
    state: 'new' | 'taken-in';
    ownerId?: string | null;
    takenInAt?: number | null;
    heldAt?: number | null;
  };
  if (await hasPromises(tx, requestId)) return movedOn;
  const row = await lockRequest(tx, requestId);
  if (!row) return notFound;
  await hideNeeds(tx, requestId);
  await changeRequest(tx, requestId, {
    state: before.state,
    ...(before.ownerId !== undefined && {
      owner_id: before.ownerId as RequestChange['owner_id'],
      taken_in_at: at(before.takenInAt),
      held_at: at(before.heldAt),
    }),
  });
  return done;
};

/** An ending taken back: the request and the needs that ended with it are open again; called-off promises stay so. */
const undoClose: Undoer = async (tx, act) => {
  const requestId = act.subjectId as RequestId;
  await putBack(tx, requestId, act.before as BeforeEnding);
  return done;
};

/** "Erase me" taken back while there is time: the details stay, and the request that ended with them is as it was. */
const undoErasure: Undoer = async (tx, act, caller) => {
  const { ended } = act.before as { ended?: BeforeEnding | null };
  // Needs and request before the person: the order in which the erasure locked them.
  if (ended && act.requestId) {
    const row = await readRequest(tx, act.requestId);
    if (row?.state === 'closed' && row.ending === 'withdrawn') await putBack(tx, act.requestId, ended);
  }
  return keepErased(tx, act, caller);
};

async function putBack(tx: GroupTransaction, requestId: RequestId, before: BeforeEnding): Promise<void> {
  await reopenWithNeeds(tx, requestId, before.state, before.needIds);
  if (before.heldAt) await changeRequest(tx, requestId, { held_at: at(before.heldAt) });
}

const undoChange: Undoer = async (tx, act) => {
  const requestId = act.subjectId as RequestId;
  const before = act.before as Record<string, unknown>;
  const row = await lockRequest(tx, requestId);
  if (!row) return notFound;
  await changeRequest(tx, requestId, {
    ...('ownerId' in before && { owner_id: before['ownerId'] as RequestChange['owner_id'] }),
    ...('windowFrom' in before && {
      window_from: at(before['windowFrom'] as number | null),
      window_to: at(before['windowTo'] as number | null),
    }),
    ...('sharing' in before && { sharing: JSON.stringify(before['sharing']) }),
    ...('reasons' in before && { urgency_reasons: before['reasons'] as string[] }),
  });
  return done;
};

const undoHalt: Undoer = async (tx, act) =>
  changeBack(tx, act.subjectId as NeedId, (loaded) => ({ need: resumeNeed(loaded.need), changed: [] }));

const undoResume: Undoer = async (tx, act, caller) =>
  changeBack(tx, act.subjectId as NeedId, (loaded) => {
    const by = caller.actor.kind === 'member' ? caller.actor.memberId : null;
    return { need: haltNeed(loaded.need, by, 'undone', tx.now), changed: [] };
  });

/** An added line is closed again; an amount goes back to what it was, unless more has been promised meanwhile. */
const undoChangeNeed: Undoer = async (tx, act) => {
  const before = act.before as
    | { added: true }
    | { quantity: number; cap: number | null; minimum: number; splitMinimum: number; figure: string; unit: string };
  const loaded = await lockNeed(tx, act.subjectId as NeedId);
  if (!loaded) return notFound;
  if ('added' in before) {
    if (loaded.commitments.some((one) => one.state === 'accepted' || one.state === 'started')) return movedOn;
    await writeNeedChange(tx, loaded, closeNeed(loaded.need, loaded.commitments, tx.now));
    return done;
  }
  const { figure, unit, ...amounts } = before;
  const decided = decideNeedAmounts(
    loaded.need,
    loaded.commitments,
    { ...amounts, window: loaded.need.window },
    tx.now,
  );
  if (!decided.ok) return movedOn;
  await writeNeedChange(tx, loaded, decided.value);
  await correctNeed(tx, loaded.need.id, {
    minimum: amounts.minimum,
    split_minimum: amounts.splitMinimum,
    entered_amount: figure,
    entered_unit: unit,
  });
  return done;
};

/** As urgent as it was. What the rules found meanwhile stays, and the reason is struck out of the log. */
const undoUrgency: Undoer = async (tx, act, caller) => {
  const requestId = act.subjectId as RequestId;
  const before = act.before as { urgency: number; reasons: string[]; noteId: string };
  const row = await lockRequest(tx, requestId);
  if (!row) return notFound;
  const reasons = row.urgency_reasons.filter((reason) => reason !== setByHand || before.reasons.includes(setByHand));
  await changeRequest(tx, requestId, { urgency: before.urgency, urgency_reasons: reasons });
  return undoNote(tx, { ...act, subjectId: before.noteId }, caller);
};

/** A note is struck out with its words; the record that there was one stays in the chain. */
const undoNote: Undoer = async (tx, act) => {
  await strike(tx, act.subjectId);
  await tx.db.deleteFrom('notes').where('group_id', '=', tx.groupId).where('id', '=', act.subjectId).execute();
  tx.changed('notes', act.subjectId);
  return done;
};

const undoContact: Undoer = async (tx, act) => {
  await strike(tx, act.subjectId);
  await tx.db
    .deleteFrom('contact_attempts')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', act.subjectId as ContactAttemptId)
    .execute();
  tx.changed('contact_attempts', act.subjectId);
  return done;
};

const undoPassOn: Undoer = async (tx, act) => {
  const removed = await tx.db
    .deleteFrom('referrals')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', act.subjectId)
    .where('answer', '=', 'waiting')
    .returning('id')
    .execute();
  tx.changed('referrals', act.subjectId);
  return removed.length > 0 ? done : movedOn;
};

/** Two again: the needs go back to the request they came with. Promises to them stay. */
const undoMerge: Undoer = async (tx, act, caller) => {
  if ((act.before as { subject?: string }).subject === 'person') return unmergePeople(tx, act, caller);
  const before = act.before as {
    from: RequestId;
    needIds: NeedId[];
    state: RequestChange['state'];
    ending: RequestChange['ending'];
    closedAt: number | null;
  };
  await takeVerdictBack(tx, act.subjectId as Id<'merge'>);
  for (const id of before.needIds) await correctNeed(tx, id, { request_id: before.from });
  await changeRequest(tx, before.from, {
    merged_into_id: null,
    state: before.state,
    ending: before.ending,
    closed_at: at(before.closedAt),
  });
  return done;
};

const undoDifferent: Undoer = async (tx, act) => {
  await takeVerdictBack(tx, act.subjectId as Id<'merge'>);
  return done;
};

/** How the acts on requests and offers are undone. */
export const requestUndoers: Undoers = {
  'take-in-request': undoTakeIn,
  'open-request': undoTakeIn,
  'change-request': undoChange,
  'close-request': undoClose,
  'withdraw-request': undoClose,
  'pass-on-request': undoPassOn,
  'set-urgency': undoUrgency,
  'change-need': undoChangeNeed,
  'halt-need': undoHalt,
  'resume-need': undoResume,
  'write-note': undoNote,
  'log-contact': undoContact,
  merge: undoMerge,
  'say-different': undoDifferent,
  'erase-person': undoErasure,
  ...offerUndoers,
  ...proposalUndoers,
};

async function changeBack(
  tx: GroupTransaction,
  needId: NeedId,
  change: (loaded: LoadedNeed) => Parameters<typeof writeNeedChange>[2],
): Promise<Undone> {
  const loaded = await lockNeed(tx, needId);
  if (!loaded) return notFound;
  await writeNeedChange(tx, loaded, change(loaded));
  return done;
}

async function strike(tx: GroupTransaction, subjectId: string): Promise<void> {
  await tx.db
    .deleteFrom('vault_entries')
    .where('group_id', '=', tx.groupId)
    .where('subject_id', '=', subjectId)
    .execute();
}

async function takeVerdictBack(tx: GroupTransaction, id: Id<'merge'>): Promise<void> {
  await tx.db
    .updateTable('merges')
    .set({ undone_at: at(tx.now) })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
}
