import type { MemberId } from './ids.ts';
import { dayMs, minuteMs, type Instant } from './instant.ts';
import { isAvailable, type AvailableHours } from './offer.ts';
import { addDays, instantsOf, localDateOf, nextClockChange, weekdayOf } from './time.ts';

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

/**
 * When somebody next looks: now when anybody is on duty, else when the next hours begin; undefined where none do within
 * a week. The ask page shows it, so it looks only at the moments when hours can begin instead of walking through the week.
 */
export function nextLookAt(duty: readonly DutyHours[], now: Instant, zone: string): Instant | undefined {
  if (onDuty(duty, now, zone).length > 0) return now;
  const hours = duty.flatMap((one) => one.hours);
  if (hours.length === 0) return undefined;
  return beginningsIn(hours, now, zone)
    .filter((at) => at > now && at <= now + weekAndDayMs)
    .toSorted((a, b) => a - b)
    .find((at) => onDuty(duty, at, zone).length > 0);
}

// A week in which the clock is set back is longer than seven days.
const weekAndDayMs = 8 * dayMs;

/** Moments within about a week at which hours may begin. A leap of the clock is one too: it can land inside of hours. */
function beginningsIn(hours: readonly AvailableHours[], now: Instant, zone: string): readonly Instant[] {
  const today = localDateOf(now, zone);
  const days = Array.from({ length: 8 }, (_, day) => addDays(today, day));
  const beginnings = days.flatMap((date) => {
    const weekday = weekdayOf(date);
    return hours.filter((one) => one.weekday === weekday).flatMap((one) => instantsOf(date, one.from, zone));
  });
  const leap = nextClockChange(now, zone);
  return leap === undefined ? beginnings : [...beginnings, leap];
}
