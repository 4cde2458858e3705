import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { escalationDue, nextLookAt, onDuty, type DutyHours } from './escalate.ts';
import type { MemberId } from './ids.ts';
import { dayMs, hourMs, minuteMs } from './instant.ts';
import type { AvailableHours } from './offer.ts';
import { instantOf, parseLocalDate, parseWallTime, type LocalDate, type WallTime } from './time.ts';

const zone = 'America/Chicago';
const time = (text: string) => parseWallTime(text) as WallTime;
const at = (day: string, wall: string) => instantOf(parseLocalDate(day) as LocalDate, time(wall), zone);
const hours = (weekday: AvailableHours['weekday'], from: string, until: string): AvailableHours => ({
  weekday,
  from: time(from),
  until: time(until),
});

describe('who has the phone', () => {
  const duty: readonly DutyHours[] = [
    { memberId: sampleId(31), order: 2, hours: [hours(6, '08:00', '20:00')] },
    { memberId: sampleId(32), order: 1, hours: [hours(6, '12:00', '20:00')] },
    { memberId: sampleId(33), order: 0, hours: [] },
  ];

  it('is whoever is on duty, first in order first', () => {
    expect(onDuty(duty, at('2026-11-21', '13:00'), zone)).toEqual([sampleId(32), sampleId(31)]);
    expect(onDuty(duty, at('2026-11-21', '09:00'), zone)).toEqual([sampleId(31)]);
    expect(onDuty(duty, at('2026-11-22', '13:00'), zone)).toEqual([]);
  });

  it('says when somebody next looks', () => {
    expect(nextLookAt(duty, at('2026-11-21', '09:07'), zone)).toBe(at('2026-11-21', '09:07'));
    expect(nextLookAt(duty, at('2026-11-19', '21:07'), zone)).toBe(at('2026-11-21', '08:00'));
    expect(nextLookAt(duty, at('2026-11-21', '20:00'), zone)).toBe(at('2026-11-28', '08:00'));
    expect(nextLookAt([], now, zone)).toBeUndefined();
  });

  it('begins with the leap where the clock leaps over the beginning', () => {
    const night: readonly DutyHours[] = [{ memberId: sampleId(31), order: 1, hours: [hours(7, '02:30', '06:00')] }];
    expect(nextLookAt(night, at('2026-03-07', '20:00'), zone)).toBe(at('2026-03-08', '03:00'));
  });

  it('agrees with walking through the week', () => {
    const anyHours = fc.tuple(fc.integer({ min: 1, max: 7 }), fc.nat(47), fc.nat(47)).map(([weekday, from, until]) => {
      const wall = (half: number) => `${String(Math.floor(half / 2)).padStart(2, '0')}:${half % 2 === 0 ? '00' : '30'}`;
      return hours(weekday as AvailableHours['weekday'], wall(from), wall(until));
    });
    const anyDuty = fc
      .array(anyHours, { maxLength: 3 })
      .map((given) => [{ memberId: sampleId<MemberId>(31), order: 1, hours: given }]);
    // Two weeks around each change of the clock.
    const anyNow = fc
      .tuple(fc.constantFrom('2026-03-02', '2026-10-26'), fc.nat(14 * 48))
      .map(([day, halves]) => at(day, '00:00') + halves * 30 * minuteMs + 60_000);
    const property = fc.property(anyDuty, anyNow, (given, from) => {
      let walked: number | undefined = onDuty(given, from, zone).length > 0 ? from : undefined;
      const first = Math.ceil(from / (30 * minuteMs)) * 30 * minuteMs;
      for (let step = first; walked === undefined && step < from + 7 * dayMs; step += 30 * minuteMs) {
        if (onDuty(given, step, zone).length > 0) walked = step;
      }
      if (walked !== undefined) expect(nextLookAt(given, from, zone)).toBe(walked);
      else expect(nextLookAt(given, from, zone) ?? Infinity).toBeGreaterThanOrEqual(from + 7 * dayMs);
    });
    fc.assert(property, propertyRuns(60));
  });

  it('goes on to others while nobody answers', () => {
    const alarm = { raisedAt: now, answeredAt: null, stepsTaken: 0 };
    expect(escalationDue(alarm, now).map((step) => step.to)).toEqual(['on-duty']);
    expect(escalationDue({ ...alarm, stepsTaken: 1 }, now + 9 * minuteMs)).toEqual([]);
    expect(escalationDue({ ...alarm, stepsTaken: 1 }, now + 20 * minuteMs).map((step) => step.to)).toEqual([
      'coordinators',
      'stewards',
    ]);
    expect(escalationDue({ ...alarm, answeredAt: now }, now + hourMs)).toEqual([]);
  });
});
