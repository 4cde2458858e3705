import type { AskId, NeedId, OfferId } from './ids.ts';
import type { Instant } from './instant.ts';
import type { AskWay } from './offer.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Party } from './party.ts';
import type { Quantity } from './quantity.ts';

/** "Can you?", put to one person about one need. It reserves nothing: a yes becomes a commitment like any other. */
export type Ask = {
  readonly id: AskId;
  readonly needId: NeedId;
  readonly offerId: OfferId | null;
  readonly to: Party;
  readonly way: AskWay;
  readonly quantity: Quantity;
  /** The need's decision number at the time; the answer carries it back. */
  readonly decisionNo: number;
  readonly askedAt: Instant;
  /** After that, no answer is an answer. */
  readonly answerUntil: Instant;
  readonly state: 'sent' | 'yes' | 'no' | 'no-answer' | 'called-off';
  readonly answeredAt: Instant | null;
};

export type AskRefusal =
  | { readonly code: 'already-answered'; readonly state: Ask['state'] }
  | { readonly code: 'ask-over'; readonly answerUntil: Instant };

/** The question as it goes out. */
export function newAsk(ask: Omit<Ask, 'state' | 'answeredAt'>): Ask {
  return { ...ask, state: 'sent', answeredAt: null };
}

/** An answer. The same answer twice is one answer; a late "yes" is refused here and may be a new wish instead. */
export function decideAnswer(ask: Ask, answer: 'yes' | 'no', now: Instant): Outcome<Ask, AskRefusal> {
  if (ask.state === answer) return accept(ask);
  if (ask.state !== 'sent') return refuse({ code: 'already-answered', state: ask.state });
  if (answer === 'yes' && now >= ask.answerUntil) return refuse({ code: 'ask-over', answerUntil: ask.answerUntil });
  return accept({ ...ask, state: answer, answeredAt: now });
}

/** The need is covered or over: those who have not answered need not. */
export function callOffAsk(ask: Ask, now: Instant): Ask {
  return ask.state === 'sent' ? { ...ask, state: 'called-off', answeredAt: now } : ask;
}

/** Asks nobody answered in time, as `no-answer`. */
export function unanswered(asks: readonly Ask[], now: Instant): readonly Ask[] {
  return asks
    .filter((ask) => ask.state === 'sent' && ask.answerUntil <= now)
    .map((ask): Ask => ({ ...ask, state: 'no-answer', answeredAt: now }));
}
