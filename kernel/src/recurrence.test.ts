import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import {
  datesBetween,
  fallsOn,
  nextDate,
  recomputedWindow,
  recurrenceFaults,
  windowOn,
  type Recurrence,
} from './recurrence.ts';
import {
  addDays,
  parseLocalDate,
  parseWallTime,
  weekdayOf,
  type LocalDate,
  type WallTime,
  type Weekday,
} from './time.ts';

const date = (text: string) => parseLocalDate(text) as LocalDate;

function weekly(changes: Partial<Recurrence> = {}): Recurrence {
  return {
    pattern: { kind: 'weekly', every: 1, weekdays: [2] },
    startsOn: date('2026-10-13'),
    endsOn: null,
    time: parseWallTime('09:00') as WallTime,
    durationMinutes: 180,
    zone: 'America/Chicago',
    skippedOn: [],
    ...changes,
  };
}

describe('datesBetween', () => {
  it('skips what is skipped and stops where it ends', () => {
    const rule = weekly({ skippedOn: [date('2026-11-03')], endsOn: date('2026-11-10') });
    expect(datesBetween(rule, date('2026-10-20'), date('2026-12-01'))).toEqual([
      '2026-10-20',
      '2026-10-27',
      '2026-11-10',
    ]);
  });

  it('counts every third day, up to the day it ends', () => {
    const rule = weekly({ pattern: { kind: 'daily', every: 3 }, endsOn: date('2026-10-19') });
    expect(datesBetween(rule, date('2026-01-01'), date('2027-01-01'))).toEqual([
      '2026-10-13',
      '2026-10-16',
      '2026-10-19',
    ]);
    expect(fallsOn(rule, date('2026-10-22'))).toBe(false);
    expect(fallsOn(rule, date('2026-10-10'))).toBe(false);
    expect(nextDate(rule, date('2026-10-20'))).toBeUndefined();
  });

  it('gives no more dates than it is asked for', () => {
    const daily = weekly({ pattern: { kind: 'daily', every: 1 } });
    expect(datesBetween(daily, date('2026-10-13'), date('2027-10-13'), 5)).toHaveLength(5);
    expect(datesBetween(daily, date('2026-10-13'), date('2099-01-01'), 9999)).toHaveLength(3660);
    expect(datesBetween(daily, date('2026-10-14'), date('2026-10-15'))).toEqual(['2026-10-14']);
  });

  it('counts every other week from the week it starts in', () => {
    const rule = weekly({ pattern: { kind: 'weekly', every: 2, weekdays: [2, 6] } });
    expect(datesBetween(rule, date('2026-10-13'), date('2026-11-01'))).toEqual([
      '2026-10-13',
      '2026-10-17',
      '2026-10-27',
      '2026-10-31',
    ]);
  });

  it('takes the last day where a month is too short', () => {
    const rule = weekly({ pattern: { kind: 'monthly-day', every: 1, day: 31 }, startsOn: date('2026-01-31') });
    expect(datesBetween(rule, date('2026-02-01'), date('2026-06-01'))).toEqual([
      '2026-02-28',
      '2026-03-31',
      '2026-04-30',
      '2026-05-31',
    ]);
  });

  it('finds the second and the last Saturday', () => {
    const second = weekly({ pattern: { kind: 'monthly-weekday', every: 1, nth: 2, weekday: 6 } });
    expect(datesBetween(second, date('2026-11-01'), date('2027-01-01'))).toEqual(['2026-11-14', '2026-12-12']);
    const last = weekly({ pattern: { kind: 'monthly-weekday', every: 2, nth: -1, weekday: 6 } });
    expect(datesBetween(last, date('2026-10-01'), date('2027-01-01'))).toEqual(['2026-10-31', '2026-12-26']);
  });

  it('agrees with asking day by day, in order, and with nextDate', () => {
    const anyRule = fc.record({
      every: fc.integer({ min: 1, max: 5 }),
      weekdays: fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 7 }),
      start: fc.nat(60),
      length: fc.nat(90),
    });
    const property = fc.property(anyRule, ({ every, weekdays, start, length }) => {
      const rule = weekly({ pattern: { kind: 'weekly', every, weekdays: weekdays as Weekday[] } });
      const from = addDays(date('2026-09-20'), start);
      const found = datesBetween(rule, from, addDays(from, length));
      const asked = Array.from({ length }, (_, day) => addDays(from, day)).filter((day) => fallsOn(rule, day));
      expect(found).toEqual(asked);
      expect(found.every((day) => weekdays.includes(weekdayOf(day)))).toBe(true);
      const next = nextDate(rule, from);
      if (found.length > 0) expect(next).toBe(found[0]);
      else expect(next === undefined || next >= addDays(from, length)).toBe(true);
    });
    fc.assert(property, propertyRuns(150));
  });
});

describe('windowOn', () => {
  it('keeps the time on the wall through the change of the clock', () => {
    const rule = weekly();
    const [before, after] = [windowOn(rule, date('2026-10-27')), windowOn(rule, date('2026-11-03'))];
    expect((after.fromAt - before.fromAt) / 3_600_000).toBe(7 * 24 + 1);
    expect(after.untilAt - after.fromAt).toBe(180 * 60_000);
  });
});

describe('recomputedWindow', () => {
  const rule = weekly();
  const on = date('2026-11-03');
  const right = windowOn(rule, on);
  const wrong = { fromAt: right.fromAt - 3_600_000, untilAt: right.untilAt - 3_600_000 };

  it('corrects what lies ahead, and leaves the past and what is right', () => {
    expect(recomputedWindow(rule, on, wrong, wrong.fromAt - 1)).toEqual(right);
    expect(recomputedWindow(rule, on, wrong, wrong.fromAt)).toBeUndefined();
    expect(recomputedWindow(rule, on, right, 0)).toBeUndefined();
    expect(recomputedWindow(rule, on, { ...right, untilAt: right.untilAt + 1 }, 0)).toEqual(right);
  });
});

describe('recurrenceFaults', () => {
  it.each([
    [weekly(), []],
    [weekly({ pattern: { kind: 'daily', every: 366 }, durationMinutes: 7 * 24 * 60 }), []],
    [weekly({ pattern: { kind: 'daily', every: 367 }, durationMinutes: 7 * 24 * 60 + 1 }), ['every', 'duration']],
    [weekly({ pattern: { kind: 'monthly-day', every: 1, day: 1 }, durationMinutes: 1 }), []],
    [weekly({ pattern: { kind: 'monthly-day', every: 1, day: 31 } }), []],
    [weekly({ pattern: { kind: 'monthly-day', every: 1, day: 0 } }), ['day']],
    [weekly({ endsOn: date('2026-10-13') }), []],
    [weekly({ pattern: { kind: 'daily', every: 0 } }), ['every']],
    [weekly({ pattern: { kind: 'weekly', every: 1, weekdays: [] } }), ['no-weekday']],
    [weekly({ pattern: { kind: 'monthly-day', every: 1, day: 32 } }), ['day']],
    [weekly({ endsOn: date('2026-10-12'), durationMinutes: 0 }), ['ends-before-start', 'duration']],
  ])('finds %#', (rule, faults) => {
    expect(recurrenceFaults(rule)).toEqual(faults);
  });
});
