import type { CommitmentId, NeedId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { Party } from './party.ts';
import type { Quantity } from './quantity.ts';

/** `offered → accepted → started → done`; the other four are the ways out. The last five never change again. */
export const commitmentStates = [
  'offered',
  'accepted',
  'started',
  'done',
  'declined',
  'withdrawn',
  'lapsed',
  'failed',
] as const;
export type CommitmentState = (typeof commitmentStates)[number];

/** Why a commitment ended without being done, or was made smaller. */
export const commitmentReasons = [
  'cannot-come',
  'no-longer-needed',
  'not-there',
  'not-safe',
  'wrong-details',
  'too-much',
  'no-answer',
  'need-closed',
  'not-chosen',
  'lease-over',
  'offer-over',
  'undone',
  'other',
] as const;
export type CommitmentReason = (typeof commitmentReasons)[number];

/**
 * Who will do how much of a need by when.
 *
 * Every decision about the need carries the need's `decisionNo`, one higher each time; a commitment remembers the one
 * it was last decided under, so that an answer from another server that is late can be told from one that is not.
 */
export type Commitment = {
  readonly id: CommitmentId;
  readonly needId: NeedId;
  readonly provider: Party;
  readonly quantity: Quantity;
  /** Would also take less, down to this; null wants all or nothing. Only matters while `offered`. */
  readonly least: Quantity | null;
  /** How many people come. */
  readonly people: number;
  readonly state: CommitmentState;
  readonly reason: CommitmentReason | null;
  readonly decisionNo: number;
  readonly offeredAt: Instant;
  readonly acceptedAt: Instant | null;
  /** "Please confirm by": unstarted after that, it no longer counts. */
  readonly leaseUntil: Instant | null;
  readonly extensions: number;
  readonly startedAt: Instant | null;
  /** When whoever is out should be back; past it, people are alarmed. It never ends a commitment. */
  readonly dueBackAt: Instant | null;
  readonly endedAt: Instant | null;
  /** What was really done; set exactly when `done`. */
  readonly doneQuantity: Quantity | null;
  /** The commitment that took the place of this `done` one, when "done" was a mistake; it then counts for nothing. */
  readonly correctedBy: CommitmentId | null;
};

const transitions: { readonly [From in CommitmentState]: readonly CommitmentState[] } = {
  offered: ['accepted', 'declined', 'withdrawn'],
  accepted: ['started', 'withdrawn', 'lapsed', 'failed'],
  started: ['done', 'failed'],
  done: [],
  declined: [],
  withdrawn: [],
  lapsed: [],
  failed: [],
};

/** True when the state machine has an arrow from one state to the other. */
export function mayBecome(from: CommitmentState, to: CommitmentState): boolean {
  return transitions[from].includes(to);
}

/** True for the five states that nothing leaves. */
export function isOver(commitment: { readonly state: CommitmentState }): boolean {
  return transitions[commitment.state].length === 0;
}

/** True when an accepted commitment was not started in time. A started one has no lease any more. */
export function isLeaseOver(commitment: Pick<Commitment, 'state' | 'leaseUntil'>, now: Instant): boolean {
  return commitment.state === 'accepted' && commitment.leaseUntil !== null && commitment.leaseUntil <= now;
}

/** The only commitments that reserve anything: started, or accepted with a lease that is not over. */
export function isLive(commitment: Pick<Commitment, 'state' | 'leaseUntil'>, now: Instant): boolean {
  return commitment.state === 'started' || (commitment.state === 'accepted' && !isLeaseOver(commitment, now));
}

/** The waiting list: what is `offered`, first come first. Two of one millisecond go by id, so every server agrees. */
export function waitingList(commitments: readonly Commitment[]): readonly Commitment[] {
  return commitments
    .filter((one) => one.state === 'offered')
    .toSorted((a, b) => a.offeredAt - b.offeredAt || (a.id < b.id ? -1 : 1));
}
