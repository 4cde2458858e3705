import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import {
  addDays,
  dayWindow,
  daysBetween,
  instantOf,
  isTimeZone,
  localDateOf,
  minuteOfDay,
  monthsBetween,
  parseLocalDate,
  parseWallTime,
  startOfWeek,
  wallTimeOf,
  weekdayOf,
  type LocalDate,
  type WallTime,
} from './time.ts';

const date = (text: string) => parseLocalDate(text) as LocalDate;
const time = (text: string) => parseWallTime(text) as WallTime;
const iso = (at: number) => new Date(at).toISOString();

describe('instantOf', () => {
  it.each([
    ['2026-07-04', '09:00', 'America/Chicago', '2026-07-04T14:00:00.000Z'],
    ['2026-12-04', '09:00', 'America/Chicago', '2026-12-04T15:00:00.000Z'],
    // The clock leaps from 02:00 to 03:00: the later valid time.
    ['2026-03-08', '02:30', 'America/Chicago', '2026-03-08T08:30:00.000Z'],
    // 01:30 comes twice: the first.
    ['2026-11-01', '01:30', 'America/Chicago', '2026-11-01T06:30:00.000Z'],
    // Lord Howe Island leaps half an hour.
    ['2026-10-04', '02:15', 'Australia/Lord_Howe', '2026-10-03T15:45:00.000Z'],
    // Samoa had no 30 December 2011 at all.
    ['2011-12-30', '12:00', 'Pacific/Apia', '2011-12-30T22:00:00.000Z'],
    ['2026-06-01', '00:00', 'Asia/Kathmandu', '2026-05-31T18:15:00.000Z'],
  ])('%s %s in %s is %s', (day, wall, zone, expected) => {
    expect(iso(instantOf(date(day), time(wall), zone))).toBe(expected);
  });

  it('is read back as the same date and time, but for what the clock leaps over', () => {
    const zones = fc.constantFrom('America/New_York', 'America/Puerto_Rico', 'Europe/Berlin', 'Asia/Kolkata', 'UTC');
    const property = fc.property(fc.nat(20_000), fc.nat(1439), zones, (day, minute, zone) => {
      const wall = time(`${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`);
      const on = addDays(date('1990-01-01'), day);
      const at = instantOf(on, wall, zone);
      const [shownDate, shownTime] = [localDateOf(at, zone), wallTimeOf(at, zone)];
      if (shownDate === on && shownTime === wall) return;
      expect(shownDate > on || (shownDate === on && shownTime > wall)).toBe(true);
      // What it moved to is not reached by moving less: the moment before the leap shows an earlier time.
      expect(wallTimeOf(at - 60 * 60_000, zone) < shownTime).toBe(true);
    });
    fc.assert(property, propertyRuns(300));
  });
});

describe('the doors', () => {
  it.each([
    '2026-02-29',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '1899-12-31',
    '2200-01-01',
    '',
    'today',
    '2026-06-31',
  ])('turn away the date %j', (text) => {
    expect(parseLocalDate(text)).toBeUndefined();
  });

  it.each(['24:00', '9:00', '09:60', '0900', ''])('turn away the time %j', (text) => {
    expect(parseWallTime(text)).toBeUndefined();
  });

  it('know zones of places, not offsets', () => {
    expect(['America/Chicago', 'Europe/Kyiv', 'UTC'].map(isTimeZone)).toEqual([true, true, true]);
    expect(['+02:00', 'Mars/Olympus', '', 'a/../b'].map(isTimeZone)).toEqual([false, false, false, false]);
  });

  it('let in the whole of 1900 to 2199', () => {
    expect(parseLocalDate('1900-01-01')).toBe('1900-01-01');
    expect(parseLocalDate('2199-12-31')).toBe('2199-12-31');
    expect(parseLocalDate('2026-11-00')).toBeUndefined();
  });

  it('let leap days in', () => {
    expect(parseLocalDate('2028-02-29')).toBe('2028-02-29');
  });
});

describe('days', () => {
  it('are 23, 24 or 25 hours long', () => {
    const hours = (day: string) => {
      const { fromAt, untilAt } = dayWindow(date(day), 'America/Chicago');
      return (untilAt - fromAt) / 3_600_000;
    };
    expect(['2026-03-08', '2026-03-09', '2026-11-01'].map(hours)).toEqual([23, 24, 25]);
  });

  it('have minutes, and months have distances', () => {
    expect(minuteOfDay(time('13:07'))).toBe(13 * 60 + 7);
    expect(monthsBetween(date('2025-11-30'), date('2026-02-01'))).toBe(3);
    expect(monthsBetween(date('2026-02-01'), date('2025-11-30'))).toBe(-3);
  });

  it('begin with Monday or what the group says', () => {
    expect(weekdayOf(date('2026-11-23'))).toBe(1);
    expect(startOfWeek(date('2026-11-22'))).toBe('2026-11-16');
    expect(startOfWeek(date('2026-11-23'), 7)).toBe('2026-11-22');
    expect(daysBetween(date('2026-02-27'), date('2026-03-02'))).toBe(3);
  });
});
