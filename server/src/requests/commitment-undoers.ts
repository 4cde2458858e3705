import { callOffAsk } from '@barnraise/kernel/ask.ts';
import type { Commitment } from '@barnraise/kernel/commitment.ts';
import { decideCommitment } from '@barnraise/kernel/decide-commitment.ts';
import { decideReopen } from '@barnraise/kernel/decide-need.ts';
import { decideGiveBack } from '@barnraise/kernel/decide-step.ts';
import type { AskId, CommitmentId, EventId } from '@barnraise/kernel/ids.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { settleNeed, withChanged } from '@barnraise/kernel/waiting-list.ts';

import type { GroupReader, GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import { correctRecordedEvent } from '../ledger/correct-recorded-event.ts';
import type { Caller } from '../record/caller.ts';
import type { Undoer, UndoActRefusal, Undoers } from '../record/undo-act.ts';
import { lockAsk, saveAnswer } from './ask-table.ts';
import { enqueueLapse } from './commit-to-need.ts';
import { moveLink } from './commitment-table.ts';
import { memberIdOf } from './finish-commitment.ts';
import { type LoadedNeed, lockNeed } from './load-need.ts';
import { writeNeedChange } from './write-need-change.ts';

type Undone = Outcome<null, UndoActRefusal>;
const done: Undone = accept(null);
const notFound: Undone = refuse({ code: 'not-found' });
const unitTaken: Undone = refuse({ code: 'out-of-hand', because: 'unit-taken' });

/** "I'll do it" taken back: withdrawn, and open again for whoever waits. */
const undoCommit: Undoer = async (tx, act) => {
  const found = await lockByCommitment(tx, act.subjectId as CommitmentId);
  if (!found) return notFound;
  const given = decideGiveBack(found.loaded.need, found.commitment, 'undone', tx.now);
  if (!given.ok) return unitTaken;
  const settled = settleNeed(given.value.need, withChanged(found.loaded.commitments, [given.value.commitment]), tx.now);
  await writeNeedChange(tx, found.loaded, {
    need: settled.need,
    changed: [given.value.commitment, ...settled.changed],
  });
  return done;
};

/** "On my way" or "I can't" taken back: what ended stays ended, and a new commitment takes its place if nobody else did. */
const undoStep: Undoer = async (tx, act) => {
  const found = await lockByCommitment(tx, act.subjectId as CommitmentId);
  if (!found) return notFound;
  const { loaded, commitment } = found;
  if (commitment.state !== 'started') return commitAgain(tx, loaded, commitment);
  const failed = decideGiveBack(loaded.need, commitment, 'undone', tx.now);
  if (!failed.ok) return unitTaken;
  const after = {
    ...loaded,
    need: failed.value.need,
    commitments: withChanged(loaded.commitments, [failed.value.commitment]),
  };
  await writeNeedChange(tx, loaded, { need: after.need, changed: [failed.value.commitment] });
  return commitAgain(tx, after, commitment);
};

/** "Done" by mistake: the event is corrected by a further one, and a started commitment takes the place of the done one. */
const undoFinish: Undoer = async (tx, act, caller) => {
  const found = await lockByCommitment(tx, act.subjectId as CommitmentId);
  if (!found) return notFound;
  const { loaded, commitment } = found;
  const replacementId = freshId<CommitmentId>(tx);
  const reopened = decideReopen(loaded.need, loaded.commitments, commitment, replacementId, tx.now);
  if (!reopened.ok || reopened.value.replacement.quantity === 0) return unitTaken;
  const { need, corrected, replacement } = reopened.value;
  // The replacement is written first: the corrected one points to it.
  await writeNeedChange(tx, loaded, { need, changed: [replacement, corrected] });
  await moveLink(tx, commitment.id, replacementId);
  const eventId = await eventOf(tx, commitment.id);
  return eventId ? correct(tx, eventId, caller) : done;
};

/** "Still coming" taken back: the lease is what it was, if that is still ahead. */
const undoConfirm: Undoer = async (tx, act) => {
  const found = await lockByCommitment(tx, act.subjectId as CommitmentId);
  if (!found) return notFound;
  const { loaded, commitment } = found;
  const before = act.before as { readonly leaseUntil: number | null; readonly extensions: number };
  if (commitment.state !== 'accepted' || (before.leaseUntil ?? 0) <= tx.now) return unitTaken;
  const changed = [{ ...commitment, leaseUntil: before.leaseUntil, extensions: before.extensions }];
  await writeNeedChange(tx, loaded, { need: loaded.need, changed });
  return done;
};

/** "Can you?" taken back before there is an answer. */
const undoAsk: Undoer = async (tx, act) => {
  const ask = await lockAsk(tx, act.subjectId as AskId);
  if (!ask) return notFound;
  if (ask.state !== 'sent') return unitTaken;
  await saveAnswer(tx, callOffAsk(ask, tx.now));
  return done;
};

const undoEvent: Undoer = (tx, act, caller) => correct(tx, act.subjectId as EventId, caller);

/** How acts about commitments, and "we already did this", are undone. */
export const commitmentUndoers: Undoers = {
  'commit-to-need': undoCommit,
  'start-commitment': undoStep,
  'confirm-commitment': undoConfirm,
  'give-back-commitment': undoStep,
  'finish-commitment': undoFinish,
  'ask-person': undoAsk,
  'record-event': undoEvent,
};

async function commitAgain(tx: GroupTransaction, loaded: LoadedNeed, old: Commitment): Promise<Undone> {
  const wish = { id: freshId<CommitmentId>(tx), provider: old.provider, quantity: old.quantity, people: old.people };
  const again = decideCommitment(loaded.need, loaded.commitments, { ...wish, approved: true }, tx.now);
  if (!again.ok) return unitTaken;
  const { need, changed, commitment } = again.value;
  await writeNeedChange(tx, loaded, { need, changed: [...changed, commitment] });
  await moveLink(tx, old.id, commitment.id);
  await enqueueLapse(tx, commitment);
  return done;
}

async function lockByCommitment(tx: GroupTransaction, id: CommitmentId) {
  const row = await tx.db
    .selectFrom('commitments')
    .select('need_id')
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .executeTakeFirst();
  const loaded = row && (await lockNeed(tx, row.need_id));
  const commitment = loaded?.commitments.find((one) => one.id === id);
  return loaded && commitment ? { loaded, commitment } : undefined;
}

async function eventOf(tx: GroupReader, commitmentId: CommitmentId): Promise<EventId | undefined> {
  const row = await tx.db
    .selectFrom('events')
    .select('id')
    .where('group_id', '=', tx.groupId)
    .where('commitment_id', '=', commitmentId)
    .where('corrects_id', 'is', null)
    .executeTakeFirst();
  return row?.id;
}

async function correct(tx: GroupTransaction, id: EventId, caller: Caller): Promise<Undone> {
  const corrected = await correctRecordedEvent(tx, id, memberIdOf(caller));
  return corrected.ok ? done : refuse({ code: 'out-of-hand', because: 'unit-taken' });
}
