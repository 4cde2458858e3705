import { hourMs, type Instant, type TimeWindow } from '@barnraise/kernel/instant.ts';
import type { Recurrence, RecurrencePattern } from '@barnraise/kernel/recurrence.ts';
import {
  addDays,
  dayWindow,
  instantOf,
  type LocalDate,
  localDateOf,
  minuteOfDay,
  parseLocalDate,
  parseWallTime,
  startOfDay,
  type WallTime,
  weekdayOf,
} from '@barnraise/kernel/time.ts';

import type { FieldProblem } from './read-form.ts';
import type { RequestFields } from './request-fields.ts';

export interface AskedTimes {
  readonly window: TimeWindow | null;
  readonly beThereBy: Instant | null;
  readonly wayHomeAt: Instant | null;
  readonly recurrence: Recurrence | null;
}

type TimeFields = Pick<
  RequestFields,
  'when' | 'day' | 'untilDay' | 'from' | 'until' | 'repeats' | 'thereBy' | 'wayHomeAt'
>;
type Wrong = (field: string, code: FieldProblem['code']) => void;
interface Clock {
  readonly now: Instant;
  readonly zone: string;
}

/** "Now" is for the next hours; "today" asked at night still gets a few. */
const nowHours = 4;
const todayHoursMin = 3;
/** Two years ahead is the furthest that anybody plans help. */
const daysAheadMax = 731;

/** The instants behind the times somebody typed on the group's own clock. */
export function timesFromFields(fields: TimeFields, clock: Clock, isTrip: boolean, wrong: Wrong): AskedTimes {
  const day = datedFor(fields, clock, isTrip, wrong);
  const window = windowOf(fields, clock, day, isTrip, wrong);
  const wall = (time: string): Instant | null => {
    const parsed = parseWallTime(time);
    return parsed && day ? instantOf(day, parsed, clock.zone) : null;
  };
  return {
    window,
    beThereBy: isTrip ? wall(fields.thereBy) : null,
    wayHomeAt: isTrip ? wall(fields.wayHomeAt) : null,
    recurrence: fields.repeats === 'no' ? null : recurrenceOf(fields, clock, day, wrong),
  };
}

/** The day the times belong to: the one typed, or today for a trip that is wanted now or today. */
function datedFor(fields: TimeFields, { now, zone }: Clock, isTrip: boolean, wrong: Wrong): LocalDate | undefined {
  const today = localDateOf(now, zone);
  if (fields.when === 'now' || fields.when === 'today') return isTrip ? today : undefined;
  if (fields.when === 'any') return parseLocalDate(fields.day);
  const day = parseLocalDate(fields.day);
  if (!day) {
    wrong('day', fields.day === '' ? 'required' : 'not-a-date');
    return undefined;
  }
  if (day < today) wrong('day', 'date-too-early');
  if (day > addDays(today, daysAheadMax)) wrong('day', 'date-too-late');
  return day;
}

function windowOf(
  fields: TimeFields,
  { now, zone }: Clock,
  day: LocalDate | undefined,
  isTrip: boolean,
  wrong: Wrong,
): TimeWindow | null {
  switch (fields.when) {
    case 'now':
      return { fromAt: now, untilAt: now + nowHours * hourMs };
    case 'today': {
      const endsAt = dayWindow(localDateOf(now, zone), zone).untilAt;
      return { fromAt: now, untilAt: Math.max(endsAt, now + todayHoursMin * hourMs) };
    }
    case 'by':
      return day ? { fromAt: now, untilAt: Math.max(endOf(day, fields.until, zone), now + hourMs) } : null;
    case 'day':
      return day ? windowOnDay(fields, day, zone, isTrip, wrong) : null;
    case 'any':
      return null;
  }
}

function windowOnDay(
  fields: TimeFields,
  day: LocalDate,
  zone: string,
  isTrip: boolean,
  wrong: Wrong,
): TimeWindow | null {
  const lastDay = parseLocalDate(fields.untilDay) ?? day;
  const from = parseWallTime(fields.from);
  const fromAt = from ? instantOf(day, from, zone) : startOfDay(day, zone);
  const untilAt = endOf(lastDay, isTrip && fields.until === '' ? fields.thereBy : fields.until, zone);
  if (lastDay < day || lastDay > addDays(day, daysAheadMax)) wrong('untilDay', 'ends-before-start');
  else if (untilAt <= fromAt) wrong('until', 'ends-before-start');
  else return { fromAt, untilAt };
  return null;
}

function endOf(day: LocalDate, time: string, zone: string): Instant {
  const wall = parseWallTime(time);
  return wall ? instantOf(day, wall, zone) : dayWindow(day, zone).untilAt;
}

function recurrenceOf(
  fields: TimeFields,
  { zone }: Clock,
  day: LocalDate | undefined,
  wrong: Wrong,
): Recurrence | null {
  if (!day) {
    if (fields.when === 'any' || fields.when === 'now' || fields.when === 'today') wrong('day', 'required');
    return null;
  }
  const from = parseWallTime(fields.from) ?? parseWallTime(fields.thereBy) ?? ('09:00' as WallTime);
  const until = parseWallTime(fields.until);
  const minutes = until && minuteOfDay(until) > minuteOfDay(from) ? minuteOfDay(until) - minuteOfDay(from) : 60;
  return {
    pattern: patternOf(fields.repeats, day),
    startsOn: day,
    endsOn: null,
    time: from,
    durationMinutes: minutes,
    zone,
    skippedOn: [],
  };
}

function patternOf(repeats: TimeFields['repeats'], day: LocalDate): RecurrencePattern {
  if (repeats === 'monthly') return { kind: 'monthly-day', every: 1, day: Number(day.slice(8)) };
  return { kind: 'weekly', every: repeats === 'biweekly' ? 2 : 1, weekdays: [weekdayOf(day)] };
}
