import { isLive, type Commitment } from './commitment.ts';
import type { DriveId, KindId, MemberId, NeedId, OccurrenceId, RequestId, TeamId } from './ids.ts';
import type { Instant, TimeWindow } from './instant.ts';
import type { LeaseRule } from './kind.ts';
import type { Quantity } from './quantity.ts';

/** Where a need comes from: a neighbor's request, one date of a program, or a drive or fundraiser. */
export type NeedSource =
  | { readonly kind: 'request'; readonly requestId: RequestId }
  | { readonly kind: 'occurrence'; readonly occurrenceId: OccurrenceId }
  | { readonly kind: 'drive'; readonly driveId: DriveId };

/** Who may know of a need at all. */
export type NeedAudience = 'public' | 'members' | 'team' | 'coordinators';

/** "No more, please": stands until somebody lifts it. */
export type Halt = { readonly haltedAt: Instant; readonly by: MemberId | null; readonly reason: HaltReason };
export const haltReasons = ['enough', 'no-room', 'wrong-things', 'unsafe', 'paused', 'undone', 'other'] as const;
export type HaltReason = (typeof haltReasons)[number];

/** One line of what is needed. `decisionNo` fences every decision about it; see {@link Commitment}. */
export type Need = {
  readonly id: NeedId;
  readonly source: NeedSource;
  readonly kindId: KindId;
  readonly teamId: TeamId | null;
  readonly audience: NeedAudience;
  /** All that is wanted. A drive that welcomes more than its goal keeps the goal by itself and the larger number here. */
  readonly quantity: Quantity;
  /** At most this much is taken, though more is wanted: the freezer is full. */
  readonly cap: Quantity | null;
  /** Below this much committed or done it is no use at all (two people for the pantry). */
  readonly minimum: Quantity;
  /** The smallest part one commitment may take; the last rest may always be taken whole. */
  readonly splitMinimum: Quantity;
  /** When it is wanted; null is whenever. */
  readonly window: TimeWindow | null;
  /** How many people must come together: 2 where the kind says `two-people`, otherwise 1. */
  readonly peopleMinimum: number;
  /** From its kind: how long a commitment may stay unstarted. */
  readonly lease: LeaseRule;
  /** `at-once`: the first who commits has it. `by-coordinator`: a wish waits as `offered` until somebody accepts it. */
  readonly acceptance: 'at-once' | 'by-coordinator';
  readonly halt: Halt | null;
  readonly state: 'open' | 'closed';
  /** What has really been done, summed over its commitments that are `done`. */
  readonly doneQuantity: Quantity;
  /** One higher at every decision that changes how much is open. Starts at 0. */
  readonly decisionNo: number;
  /** When somebody last said that this is still true. */
  readonly lastConfirmedAt: Instant;
};

/** How far a need has come. `open` is what may still be taken, halted or not. */
export type NeedProgress = {
  readonly done: Quantity;
  readonly live: Quantity;
  readonly open: Quantity;
  readonly waiting: number;
  readonly coverage: 'none' | 'partly' | 'covered' | 'met';
  /** True when less than the minimum is done or promised. */
  readonly belowMinimum: boolean;
};

/** The most that may be done and promised together: the quantity, or the cap where that is lower. */
export function needLimit(need: Need): Quantity {
  return need.cap === null ? need.quantity : Math.min(need.quantity, need.cap);
}

/** Sum of live commitments. Only those of this need count, and neither offers nor leases that are over. */
export function liveQuantity(need: Need, commitments: readonly Commitment[], now: Instant): Quantity {
  let sum = 0;
  for (const commitment of commitments) {
    if (commitment.needId === need.id && isLive(commitment, now)) sum += commitment.quantity;
  }
  return sum;
}

/** What nobody has done or promised yet, within the limit; never below zero. */
export function openQuantity(need: Need, commitments: readonly Commitment[], now: Instant): Quantity {
  return Math.max(0, needLimit(need) - need.doneQuantity - liveQuantity(need, commitments, now));
}

/** The figures every screen shows about a need, from the commitments that are not over. */
export function needProgress(need: Need, commitments: readonly Commitment[], now: Instant): NeedProgress {
  const live = liveQuantity(need, commitments, now);
  const open = openQuantity(need, commitments, now);
  const promised = need.doneQuantity + live;
  return {
    done: need.doneQuantity,
    live,
    open,
    waiting: commitments.filter((one) => one.needId === need.id && one.state === 'offered').length,
    coverage: coverageOf(need, promised, open),
    belowMinimum: promised < Math.min(need.minimum, needLimit(need)),
  };
}

function coverageOf(need: Need, promised: Quantity, open: Quantity): NeedProgress['coverage'] {
  if (need.doneQuantity >= needLimit(need)) return 'met';
  if (open === 0) return 'covered';
  return promised > 0 ? 'partly' : 'none';
}

/** True when a new commitment can be taken at all: open, not halted, not past its window. */
export function isTaking(need: Need, now: Instant): boolean {
  return need.state === 'open' && need.halt === null && (need.window === null || now < need.window.untilAt);
}
