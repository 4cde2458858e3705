import type { KindId, OfferId } from './ids.ts';
import type { Instant } from './instant.ts';
import { accept, refuse, type Outcome } from './outcome.ts';
import type { Party } from './party.ts';
import type { Quantity } from './quantity.ts';
import { localDateOf, minuteOfDay, wallTimeOf, weekdayOf, type WallTime, type Weekday } from './time.ts';

/** Hours in which somebody can be asked to do something; `from` belongs to it, `until` does not. */
export type AvailableHours = { readonly weekday: Weekday; readonly from: WallTime; readonly until: WallTime };

/** How somebody wants to be asked. */
export const askWays = ['text', 'call', 'mail', 'messenger', 'page'] as const;
export type AskWay = (typeof askWays)[number];

/** What somebody can give: once, in an amount, or standing ("I have a boat", "I teach"), with how far and how often. */
export type Offer = {
  readonly id: OfferId;
  readonly kindId: KindId;
  readonly provider: Party;
  readonly standing: boolean;
  /** Of a one-time offer, how much is left; null where an amount makes no sense. */
  readonly quantity: Quantity | null;
  /** The rough area it is in; null where the place does not matter. */
  readonly cell: string | null;
  /** How far they would go, in meters; null is any distance. */
  readonly reachMeters: number | null;
  /** Empty is at any time. In the group's zone. */
  readonly hours: readonly AvailableHours[];
  /** At most this many asks in seven days; null is no limit. */
  readonly asksPerWeekMax: number | null;
  readonly askBy: AskWay;
  readonly pausedUntil: Instant | null;
  readonly state: 'active' | 'withdrawn';
  readonly lastConfirmedAt: Instant;
};

export type OfferRefusal =
  | { readonly code: 'offer-withdrawn' }
  | { readonly code: 'offer-paused'; readonly until: Instant }
  | { readonly code: 'offer-used-up' }
  | { readonly code: 'out-of-reach'; readonly reachMeters: number }
  | { readonly code: 'not-at-that-hour' }
  | { readonly code: 'asked-often-enough'; readonly asksPerWeekMax: number };

/** What an ask would be about, as far as the offer's own limits care. */
export type AskFacts = {
  /** When it would be done; null is whenever suits them. */
  readonly at: Instant | null;
  /** Straight distance in meters, null where either place is unknown. */
  readonly distanceMeters: number | null;
  /** How often this provider was asked in the last seven days, about anything. */
  readonly asksThisWeek: number;
};

/** May this person be asked now? Holds every limit they set themselves; an unknown distance is no reason not to ask. */
export function decideAskable(offer: Offer, facts: AskFacts, zone: string, now: Instant): Outcome<Offer, OfferRefusal> {
  if (offer.state === 'withdrawn') return refuse({ code: 'offer-withdrawn' });
  if (offer.pausedUntil !== null && now < offer.pausedUntil) {
    return refuse({ code: 'offer-paused', until: offer.pausedUntil });
  }
  if (!offer.standing && offer.quantity === 0) return refuse({ code: 'offer-used-up' });
  const { asksPerWeekMax, reachMeters } = offer;
  if (asksPerWeekMax !== null && facts.asksThisWeek >= asksPerWeekMax) {
    return refuse({ code: 'asked-often-enough', asksPerWeekMax });
  }
  if (reachMeters !== null && facts.distanceMeters !== null && facts.distanceMeters > reachMeters) {
    return refuse({ code: 'out-of-reach', reachMeters });
  }
  if (facts.at !== null && !isAvailable(offer.hours, facts.at, zone)) return refuse({ code: 'not-at-that-hour' });
  return accept(offer);
}

/** True when an instant falls into the hours. Hours whose end is not after their start run past midnight. */
export function isAvailable(hours: readonly AvailableHours[], at: Instant, zone: string): boolean {
  if (hours.length === 0) return true;
  const weekday = weekdayOf(localDateOf(at, zone));
  const minute = minuteOfDay(wallTimeOf(at, zone));
  const dayBefore = weekday === 1 ? 7 : weekday - 1;
  return hours.some((one) => {
    const from = minuteOfDay(one.from);
    const until = minuteOfDay(one.until);
    if (from < until) return one.weekday === weekday && from <= minute && minute < until;
    return (one.weekday === weekday && from <= minute) || (one.weekday === dayBefore && minute < until);
  });
}
