import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { escalationDue, nextLookAt, onDuty, type DutyHours } from './escalate.ts';
import { hourMs, minuteMs } from './instant.ts';
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
    expect(nextLookAt([], now, zone)).toBeUndefined();
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
