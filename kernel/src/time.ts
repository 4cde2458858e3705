import { Temporal } from 'temporal-polyfill';
import type { Instant, TimeWindow } from './instant.ts';

// The only file that knows time zones. Recurring things keep a date, a wall time and a zone; the instant is derived from
// them here, and derived anew for future rows when the zone data changes.

/** A date as people say it, `2026-03-08`, without zone. */
export type LocalDate = string & { readonly __localDate: true };

/** A time on the wall, `07:30`. */
export type WallTime = string & { readonly __wallTime: true };

/** 1 is Monday, 7 is Sunday (ISO 8601). */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

const dateShape = /^\d{4}-\d{2}-\d{2}$/;
const timeShape = /^(?:[01]\d|2[0-3]):[0-5]\d$/;

/** The door for dates: real ones of the years 1900 to 2199, else undefined. */
export function parseLocalDate(text: unknown): LocalDate | undefined {
  if (typeof text !== 'string' || !dateShape.test(text)) return undefined;
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return undefined;
  return day <= Temporal.PlainYearMonth.from({ year, month }).daysInMonth ? (text as LocalDate) : undefined;
}

/** The door for wall times: `HH:MM`, 00:00 to 23:59. */
export function parseWallTime(text: unknown): WallTime | undefined {
  return typeof text === 'string' && timeShape.test(text) ? (text as WallTime) : undefined;
}

/** True for a zone of the IANA database that this machine knows; offsets such as `+02:00` are not zones of a place. */
export function isTimeZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    Temporal.Instant.fromEpochMilliseconds(0).toZonedDateTimeISO(zone);
    return true;
  } catch {
    return false;
  }
}

/**
 * The instant of a wall time in a zone. Where the clock leaps over it (spring), the later valid time: 02:30 becomes
 * 03:30; where it comes twice (autumn), the first. Throws a RangeError for an unknown zone.
 */
export function instantOf(date: LocalDate, time: WallTime, zone: string): Instant {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  return wall.toZonedDateTime(zone, { disambiguation: 'compatible' }).epochMilliseconds;
}

/** Every instant of a date at which the wall shows a time: two where it comes twice (autumn), else one, as `instantOf`. */
export function instantsOf(date: LocalDate, time: WallTime, zone: string): readonly Instant[] {
  const wall = Temporal.PlainDateTime.from(`${date}T${time}`);
  const last = wall.toZonedDateTime(zone, { disambiguation: 'later' }).epochMilliseconds;
  return [...new Set([instantOf(date, time, zone), last])];
}

/** The next instant after `from` at which the clock on the wall leaps; undefined where it never does again. */
export function nextClockChange(from: Instant, zone: string): Instant | undefined {
  return zoned(from, zone).getTimeZoneTransition('next')?.epochMilliseconds;
}

/** Midnight in the zone, or the first moment of a day that has none (a leap at midnight). */
export function startOfDay(date: LocalDate, zone: string): Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).epochMilliseconds;
}

/** The whole local day, which has 23 to 25 hours. */
export function dayWindow(date: LocalDate, zone: string): TimeWindow {
  return { fromAt: startOfDay(date, zone), untilAt: startOfDay(addDays(date, 1), zone) };
}

/** What the calendar on the wall says at an instant. */
export function localDateOf(at: Instant, zone: string): LocalDate {
  return zoned(at, zone).toPlainDate().toString() as LocalDate;
}

/** What the clock on the wall says at an instant, to the minute. */
export function wallTimeOf(at: Instant, zone: string): WallTime {
  return zoned(at, zone).toPlainTime().toString({ smallestUnit: 'minute' }) as WallTime;
}

/** Minutes since midnight on the wall clock. */
export function minuteOfDay(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

export function weekdayOf(date: LocalDate): Weekday {
  return Temporal.PlainDate.from(date).dayOfWeek as Weekday;
}

export function addDays(date: LocalDate, days: number): LocalDate {
  return Temporal.PlainDate.from(date).add({ days }).toString() as LocalDate;
}

/** Days from one date to another; negative when the second lies before. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Temporal.PlainDate.from(from).until(Temporal.PlainDate.from(to), { largestUnit: 'day' }).days;
}

/** Calendar months from one date's month to another's, whatever the days. */
export function monthsBetween(from: LocalDate, to: LocalDate): number {
  return (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) * 12 + Number(to.slice(5, 7)) - Number(from.slice(5, 7));
}

export function daysInMonth(date: LocalDate): number {
  return Temporal.PlainDate.from(date).daysInMonth;
}

/** The first day of the week a date is in, for groups whose week begins on `firstWeekday`. */
export function startOfWeek(date: LocalDate, firstWeekday: Weekday = 1): LocalDate {
  return addDays(date, -((weekdayOf(date) - firstWeekday + 7) % 7));
}

function zoned(at: Instant, zone: string): Temporal.ZonedDateTime {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
}
