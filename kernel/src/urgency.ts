import { hourMs, type Instant } from './instant.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { RequestState } from './request.ts';

/** Why a request is urgent, as codes; the words are the message catalogue's. */
export const urgencyReasons = [
  'danger-words',
  'vital-kind',
  'needed-within-hours',
  'needed-today',
  'window-passing',
  'infant',
  'device-or-oxygen',
  'no-power-or-water',
  'unreachable',
  'facts-old',
  'asked-again',
] as const;
export type UrgencyReason = (typeof urgencyReasons)[number];

/** What is known about a request, not about anybody's worth: no field says who the people are. */
export type UrgencyFacts = {
  readonly receivedAt: Instant;
  /** The earliest end of a window among its open needs; null when whenever is fine. */
  readonly neededBy: Instant | null;
  readonly vitalKind: boolean;
  readonly dangerWords: boolean;
  readonly infant: boolean;
  readonly deviceOrOxygen: boolean;
  readonly noPowerOrWater: boolean;
  readonly triesSinceReached: number;
  readonly factsOld: boolean;
  /** "Still needed" was said since. */
  readonly askedAgain: boolean;
};

/** A band to sort and color by, with the sum it comes from and every reason that went into it. */
export type Urgency = {
  readonly level: 'now' | 'soon' | 'usual';
  readonly score: number;
  readonly reasons: readonly UrgencyReason[];
};

// Tenths of a whole: 10 is enough for "now" by itself, 4 for "soon". Two lesser reasons together make it "soon"; no
// heap of lesser ones outweighs danger to life.
const weights: { readonly [Reason in UrgencyReason]: number } = {
  'danger-words': 20,
  'vital-kind': 4,
  'needed-within-hours': 6,
  'needed-today': 3,
  'window-passing': 4,
  infant: 2,
  'device-or-oxygen': 5,
  'no-power-or-water': 3,
  unreachable: 2,
  'facts-old': 1,
  'asked-again': 2,
};
const nowScore = 10;
const soonScore = 4;

/** How urgent a request is, and why. Only ever puts requests in an order for people to look at; it decides nothing. */
export function urgencyOf(facts: UrgencyFacts, now: Instant): Urgency {
  const holds = reasonsThatHold(facts, now);
  const reasons = urgencyReasons.filter((reason) => holds[reason]);
  const score = reasons.reduce((sum, reason) => sum + weights[reason], 0);
  return { level: levelOf(score), score, reasons };
}

function levelOf(score: number): Urgency['level'] {
  if (score >= nowScore) return 'now';
  return score >= soonScore ? 'soon' : 'usual';
}

function reasonsThatHold(facts: UrgencyFacts, now: Instant): { readonly [Reason in UrgencyReason]: boolean } {
  const hoursLeft = facts.neededBy === null ? Infinity : (facts.neededBy - now) / hourMs;
  return {
    'danger-words': facts.dangerWords,
    'vital-kind': facts.vitalKind,
    'needed-within-hours': hoursLeft > 0 && hoursLeft <= 4,
    'needed-today': hoursLeft > 4 && hoursLeft <= 24,
    'window-passing': hoursLeft <= 0,
    infant: facts.infant,
    'device-or-oxygen': facts.deviceOrOxygen,
    'no-power-or-water': facts.noPowerOrWater,
    unreachable: facts.triesSinceReached >= 3,
    'facts-old': facts.factsOld,
    'asked-again': facts.askedAgain,
  };
}

/** Stands beside what the rules found: a coordinator knew more, and said why in the log. */
export const setByHand = 'set-by-hand';

/** Urgency as it is kept with a request: the level, and why, by the rules and by hand. */
export type KeptUrgency = Pick<Urgency, 'level'> & { readonly reasons: readonly string[] };

export type UrgencyRefusal =
  | { readonly code: 'wrong-state'; readonly state: RequestState }
  | { readonly code: 'same-urgency'; readonly level: Urgency['level'] };

/** A coordinator puts an open request higher or lower. What the rules found stays beside it, for others to judge. */
export function decideUrgency(
  request: KeptUrgency & { readonly state: RequestState },
  level: Urgency['level'],
): Outcome<KeptUrgency, UrgencyRefusal> {
  if (request.state === 'closed') return refuse({ code: 'wrong-state', state: request.state });
  if (request.level === level) return refuse({ code: 'same-urgency', level });
  return accept({ level, reasons: [...request.reasons.filter((reason) => reason !== setByHand), setByHand] });
}

const levelOrder = { now: 0, soon: 1, usual: 2 } as const;

/** Order of the inbox: by level, then what waits longest first. The score only makes the level. */
export function compareUrgency(
  a: { readonly urgency: Urgency; readonly receivedAt: Instant },
  b: { readonly urgency: Urgency; readonly receivedAt: Instant },
): number {
  return levelOrder[a.urgency.level] - levelOrder[b.urgency.level] || a.receivedAt - b.receivedAt;
}
