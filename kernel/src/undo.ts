import type { ActId } from './ids.ts';
import { minuteMs, type Instant } from './instant.ts';
import { accept, refuse, type Outcome } from './outcome.ts';

/** How long every act can be undone. */
export const undoMs = 10 * minuteMs;

/** Which act corrects which. An act that is in no list is not undone but simply done again the other way. */
export const corrections = {
  'ask-for-help': 'withdraw-request',
  'take-in-request': 'put-back-request',
  'open-request': 'put-back-request',
  'change-request': 'restore-request',
  'set-urgency': 'restore-urgency',
  'close-request': 'reopen-request',
  'withdraw-request': 'reopen-request',
  'pass-on-request': 'take-back-request',
  'change-need': 'restore-need',
  'halt-need': 'resume-need',
  'resume-need': 'halt-need',
  'commit-to-need': 'give-back-commitment',
  'offer-to-need': 'give-back-commitment',
  'accept-offer': 'give-back-commitment',
  'decline-offer': 'offer-again',
  'give-back-commitment': 'commit-again',
  'reduce-commitment': 'commit-again',
  'start-commitment': 'commit-again',
  'confirm-commitment': 'restore-lease',
  'finish-commitment': 'reopen-commitment',
  'fail-commitment': 'commit-again',
  'record-event': 'correct-event',
  'count-stock': 'correct-event',
  'ask-person': 'call-off-ask',
  'offer-help': 'withdraw-offer',
  'change-offer': 'restore-offer',
  'withdraw-offer': 'restore-offer',
  merge: 'unmerge',
  'say-different': 'unsay-different',
  'write-note': 'strike-note',
  'log-contact': 'strike-contact',
  'send-message': 'stop-message',
  'invite-member': 'revoke-invitation',
  'change-role': 'restore-role',
  'remove-member': 'restore-member',
  'change-kind': 'restore-kind',
  'change-group': 'restore-group',
  'bring-in-messages': 'take-back-messages',
  'make-from-proposal': 'unmake-from-proposal',
  'leave-out-messages': 'put-back-messages',
  'put-back-messages': 'leave-out-messages',
  'start-form': 'drop-form',
  'change-form': 'restore-form',
  'publish-form': 'unpublish-form',
  'close-form': 'reopen-form',
  'erase-person': 'keep-person',
  'make-token': 'revoke-token',
  'revoke-token': 'restore-token',
  'add-webhook': 'remove-webhook',
  'remove-webhook': 'restore-webhook',
  'switch-webhook': 'switch-webhook-back',
} as const;

export type UndoableAct = keyof typeof corrections;
export type CorrectingAct = (typeof corrections)[UndoableAct];

/** An act of a person, as it is remembered for undoing. */
export type Act = {
  readonly id: ActId;
  readonly kind: UndoableAct;
  readonly at: Instant;
  readonly undoneAt: Instant | null;
};

/** What the world did since, as the caller finds it. */
export type SinceThen = {
  /** A later act on the same thing, which must be undone first. */
  readonly laterAct: ActId | null;
  /** Something left the house: the message was handed over, the person's key is gone. */
  readonly outOfHand: 'message-sent' | 'details-erased' | 'unit-taken' | null;
};

export type UndoRefusal =
  | { readonly code: 'undo-too-late'; readonly undoUntil: Instant }
  | { readonly code: 'already-undone'; readonly undoneAt: Instant }
  | { readonly code: 'undo-later-first'; readonly actId: ActId }
  | { readonly code: 'out-of-hand'; readonly because: 'message-sent' | 'details-erased' | 'unit-taken' };

/** Until when an act can be undone. */
export function undoUntil(act: Pick<Act, 'at'>): Instant {
  return act.at + undoMs;
}

/**
 * Which act takes this one back, or why none can any more. History is never rewritten: the correcting act is decided,
 * recorded and shown like any other, and can be refused in its turn.
 */
export function decideUndo(act: Act, since: SinceThen, now: Instant): Outcome<CorrectingAct, UndoRefusal> {
  if (act.undoneAt !== null) return refuse({ code: 'already-undone', undoneAt: act.undoneAt });
  if (now >= undoUntil(act)) return refuse({ code: 'undo-too-late', undoUntil: undoUntil(act) });
  if (since.laterAct !== null) return refuse({ code: 'undo-later-first', actId: since.laterAct });
  if (since.outOfHand !== null) return refuse({ code: 'out-of-hand', because: since.outOfHand });
  return accept(corrections[act.kind]);
}

/** Erasing waits as long as it can be undone: only then is the person's key destroyed. */
export function eraseAt(askedAt: Instant): Instant {
  return askedAt + undoMs;
}
