import type { MemberId } from './ids.ts';
import { dayMs, minuteMs, type Instant } from './instant.ts';
import { isAvailable, type AvailableHours } from './offer.ts';

/** Somebody who has the phone at certain hours, in the group's zone. Fewer `order` comes first. */
export type DutyHours = {
  readonly memberId: MemberId;
  readonly order: number;
  readonly hours: readonly AvailableHours[];
};

/** Who is to be told, and when, while nobody has answered. */
export type EscalationStep = { readonly afterMinutes: number; readonly to: 'on-duty' | 'coordinators' | 'stewards' };

/** The one on duty at once, all coordinators after ten minutes, the stewards after twenty. */
export const escalationSteps: readonly EscalationStep[] = [
  { afterMinutes: 0, to: 'on-duty' },
  { afterMinutes: 10, to: 'coordinators' },
  { afterMinutes: 20, to: 'stewards' },
];

/** An alarm until somebody says "I have it". */
export type Alarm = { readonly raisedAt: Instant; readonly answeredAt: Instant | null; readonly stepsTaken: number };

/** Who has the phone at an instant, first in order first; empty when nobody does. */
export function onDuty(duty: readonly DutyHours[], at: Instant, zone: string): readonly MemberId[] {
  return duty
    .filter((one) => one.hours.length > 0 && isAvailable(one.hours, at, zone))
    .toSorted((a, b) => a.order - b.order)
    .map((one) => one.memberId);
}

/** Steps of an unanswered alarm that are due and not yet taken, in order. Several at once after a standstill. */
export function escalationDue(
  alarm: Alarm,
  now: Instant,
  steps: readonly EscalationStep[] = escalationSteps,
): readonly EscalationStep[] {
  if (alarm.answeredAt !== null) return [];
  return steps.slice(alarm.stepsTaken).filter((step) => alarm.raisedAt + step.afterMinutes * minuteMs <= now);
}

/** Looked at in steps of a quarter of an hour, since duty hours begin on one. */
const lookStepMs = 15 * minuteMs;

/** When somebody next looks: now when anybody is on duty, else the next quarter hour at which one is; undefined beyond a week. */
export function nextLookAt(duty: readonly DutyHours[], now: Instant, zone: string): Instant | undefined {
  if (onDuty(duty, now, zone).length > 0) return now;
  const first = Math.ceil(now / lookStepMs) * lookStepMs;
  for (let at = first; at <= now + 7 * dayMs; at += lookStepMs) {
    if (onDuty(duty, at, zone).length > 0) return at;
  }
  return undefined;
}
