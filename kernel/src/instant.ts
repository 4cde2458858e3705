/** Milliseconds since 1970-01-01T00:00Z, a safe integer. Always read from the database's clock, never a process's. */
export type Instant = number;

export const secondMs = 1000;
export const minuteMs = 60 * secondMs;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/** A stretch of time: `from` belongs to it, `until` does not. */
export type TimeWindow = { readonly fromAt: Instant; readonly untilAt: Instant };

/** The years 1900 to 2200, in which people's dates lie; what is outside is a slip of the pen. */
const earliestAt: Instant = -2_208_988_800_000;
const latestAt: Instant = 7_258_118_400_000;

/** True for a whole number of milliseconds between the years 1900 and 2200. */
export function isInstant(value: unknown): value is Instant {
  return Number.isSafeInteger(value) && (value as number) >= earliestAt && (value as number) < latestAt;
}

export function addMinutes(at: Instant, minutes: number): Instant {
  return at + minutes * minuteMs;
}

/** True when the window has an inside, and both ends are instants. */
export function isTimeWindow(window: TimeWindow): boolean {
  return isInstant(window.fromAt) && isInstant(window.untilAt) && window.fromAt < window.untilAt;
}

/** True when `at` lies in the window. */
export function isWithin(window: TimeWindow, at: Instant): boolean {
  return window.fromAt <= at && at < window.untilAt;
}

/** True when the two windows share at least a millisecond. */
export function windowsMeet(a: TimeWindow, b: TimeWindow): boolean {
  return a.fromAt < b.untilAt && b.fromAt < a.untilAt;
}
