import { addMinutes, type Instant, type TimeWindow } from './instant.ts';
import {
  addDays,
  daysBetween,
  daysInMonth,
  instantOf,
  monthsBetween,
  startOfWeek,
  weekdayOf,
  type LocalDate,
  type WallTime,
  type Weekday,
} from './time.ts';

/** On which days something comes again. `every` counts days, weeks or months from the one it starts in. */
export type RecurrencePattern =
  | { readonly kind: 'daily'; readonly every: number }
  | { readonly kind: 'weekly'; readonly every: number; readonly weekdays: readonly Weekday[] }
  /** A day that a month does not have is its last day: the 31st in April is the 30th. */
  | { readonly kind: 'monthly-day'; readonly every: number; readonly day: number }
  /** `nth` 1 to 4, or -1 for the last: "every second Saturday of the month". */
  | {
      readonly kind: 'monthly-weekday';
      readonly every: number;
      readonly nth: 1 | 2 | 3 | 4 | -1;
      readonly weekday: Weekday;
    };

/** Something that comes again, in local terms; instants are derived, never stored as the truth. */
export type Recurrence = {
  readonly pattern: RecurrencePattern;
  readonly startsOn: LocalDate;
  readonly endsOn: LocalDate | null;
  readonly time: WallTime;
  readonly durationMinutes: number;
  readonly zone: string;
  /** Dates on which it does not happen: holidays, "not next week". */
  readonly skippedOn: readonly LocalDate[];
};

/** More days are never looked through in one call: ten years, with room for leap days. */
const spanDaysMax = 3660;

/** True when it happens on that date. */
export function fallsOn(recurrence: Recurrence, date: LocalDate): boolean {
  if (date < recurrence.startsOn) return false;
  if (recurrence.endsOn !== null && date > recurrence.endsOn) return false;
  return matches(recurrence.pattern, recurrence.startsOn, date) && !recurrence.skippedOn.includes(date);
}

function matches(pattern: RecurrencePattern, startsOn: LocalDate, date: LocalDate): boolean {
  switch (pattern.kind) {
    case 'daily':
      return daysBetween(startsOn, date) % pattern.every === 0;
    case 'weekly': {
      const weeks = daysBetween(startOfWeek(startsOn), startOfWeek(date)) / 7;
      return weeks % pattern.every === 0 && pattern.weekdays.includes(weekdayOf(date));
    }
    case 'monthly-day': {
      const wanted = Math.min(pattern.day, daysInMonth(date));
      return monthsBetween(startsOn, date) % pattern.every === 0 && dayOfMonth(date) === wanted;
    }
    case 'monthly-weekday':
      return (
        monthsBetween(startsOn, date) % pattern.every === 0 &&
        weekdayOf(date) === pattern.weekday &&
        isNth(date, pattern.nth)
      );
  }
}

function isNth(date: LocalDate, nth: number): boolean {
  if (nth === -1) return dayOfMonth(date) + 7 > daysInMonth(date);
  return Math.ceil(dayOfMonth(date) / 7) === nth;
}

function dayOfMonth(date: LocalDate): number {
  return Number(date.slice(8));
}

/** The dates from `from` up to but without `until`, in order, at most `datesMax` of them. */
export function datesBetween(
  recurrence: Recurrence,
  from: LocalDate,
  until: LocalDate,
  datesMax = 400,
): readonly LocalDate[] {
  const dates: LocalDate[] = [];
  let date = from < recurrence.startsOn ? recurrence.startsOn : from;
  for (let day = 0; day < spanDaysMax && date < until && dates.length < datesMax; day += 1) {
    if (recurrence.endsOn !== null && date > recurrence.endsOn) break;
    if (fallsOn(recurrence, date)) dates.push(date);
    date = addDays(date, 1);
  }
  return dates;
}

/** The first date on or after `from`, or undefined when it does not happen within ten years of it. */
export function nextDate(recurrence: Recurrence, from: LocalDate): LocalDate | undefined {
  const start = from < recurrence.startsOn ? recurrence.startsOn : from;
  return datesBetween(recurrence, start, addDays(start, spanDaysMax), 1)[0];
}

/** From when until when it runs on a date. The length is in real minutes, also on the day the clock changes. */
export function windowOn(recurrence: Recurrence, date: LocalDate): TimeWindow {
  const fromAt = instantOf(date, recurrence.time, recurrence.zone);
  return { fromAt, untilAt: addMinutes(fromAt, recurrence.durationMinutes) };
}

/**
 * The window a stored date has by today's zone data, where that differs from the one stored and still lies ahead;
 * undefined when there is nothing to change. What has begun stays as people lived it.
 */
export function recomputedWindow(
  recurrence: Recurrence,
  date: LocalDate,
  stored: TimeWindow,
  now: Instant,
): TimeWindow | undefined {
  const window = windowOn(recurrence, date);
  const same = window.fromAt === stored.fromAt && window.untilAt === stored.untilAt;
  return same || stored.fromAt <= now ? undefined : window;
}

/** What is wrong with a rule, as codes; empty when nothing is. */
export function recurrenceFaults(recurrence: Recurrence): readonly string[] {
  const { pattern, startsOn, endsOn, durationMinutes } = recurrence;
  const faults: string[] = [];
  const fault = (wrong: boolean, code: string): void => void (wrong && faults.push(code));
  fault(!Number.isSafeInteger(pattern.every) || pattern.every < 1 || pattern.every > 366, 'every');
  fault(pattern.kind === 'weekly' && pattern.weekdays.length === 0, 'no-weekday');
  fault(pattern.kind === 'monthly-day' && (pattern.day < 1 || pattern.day > 31), 'day');
  fault(endsOn !== null && endsOn < startsOn, 'ends-before-start');
  fault(!Number.isSafeInteger(durationMinutes) || durationMinutes < 1 || durationMinutes > 7 * 24 * 60, 'duration');
  return faults;
}
