import { minuteMs, type Instant } from './instant.ts';

/** How far a fact is through its budget. Half way it is worth a call; past it, it must say how old it is. */
export type Freshness = 'fresh' | 'aging' | 'old';

/** Age of a fact in whole minutes, never below zero: clocks of phones run ahead. */
export function ageMinutes(lastConfirmedAt: Instant, now: Instant): number {
  return Math.max(0, Math.floor((now - lastConfirmedAt) / minuteMs));
}

/** How fresh a fact is against its kind's budget. */
export function freshness(lastConfirmedAt: Instant, budgetMinutes: number, now: Instant): Freshness {
  const age = now - lastConfirmedAt;
  if (age >= budgetMinutes * minuteMs) return 'old';
  return 2 * age >= budgetMinutes * minuteMs ? 'aging' : 'fresh';
}

/** When a fact is shown as old. */
export function oldAt(lastConfirmedAt: Instant, budgetMinutes: number): Instant {
  return lastConfirmedAt + budgetMinutes * minuteMs;
}
