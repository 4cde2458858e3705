import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { decideAskable, isAvailable, type AskFacts, type AvailableHours, type Offer } from './offer.ts';
import { instantOf, parseLocalDate, parseWallTime, type LocalDate, type WallTime } from './time.ts';

const zone = 'America/Chicago';
const time = (text: string) => parseWallTime(text) as WallTime;
const at = (day: string, wall: string) => instantOf(parseLocalDate(day) as LocalDate, time(wall), zone);
const hours = (weekday: AvailableHours['weekday'], from: string, until: string): AvailableHours => ({
  weekday,
  from: time(from),
  until: time(until),
});

const offer: Offer = {
  id: sampleId(1),
  kindId: sampleId(2),
  provider: { kind: 'member', memberId: sampleId(3) },
  standing: true,
  quantity: null,
  cell: '87446e2aaffffff',
  reachMeters: 10_000,
  hours: [hours(6, '08:00', '12:00')],
  asksPerWeekMax: 2,
  askBy: 'text',
  pausedUntil: null,
  state: 'active',
  lastConfirmedAt: now,
};
const facts: AskFacts = { at: at('2026-11-21', '09:00'), distanceMeters: 4000, asksThisWeek: 1 };

describe('decideAskable', () => {
  it.each([
    ['all is well', {}, {}, true],
    ['it was withdrawn', { state: 'withdrawn' }, {}, 'offer-withdrawn'],
    ['it is paused', { pausedUntil: now + 1 }, {}, 'offer-paused'],
    ['the pause is over', { pausedUntil: now }, {}, true],
    ['it is used up', { standing: false, quantity: 0 }, {}, 'offer-used-up'],
    ['it is standing and counts nothing', { quantity: 0 }, {}, true],
    ['some of it is left', { standing: false, quantity: 1 }, {}, true],
    ['they were asked often enough', {}, { asksThisWeek: 2 }, 'asked-often-enough'],
    ['it is just near enough', {}, { distanceMeters: 10_000 }, true],
    ['it is too far', {}, { distanceMeters: 10_001 }, 'out-of-reach'],
    ['the distance is unknown', {}, { distanceMeters: null }, true],
    ['it is another hour', {}, { at: at('2026-11-21', '12:00') }, 'not-at-that-hour'],
    ['any hour will do', {}, { at: null }, true],
  ] as const)('when %s', (_name, offerChanges, factChanges, expected) => {
    const decided = decideAskable({ ...offer, ...offerChanges }, { ...facts, ...factChanges }, zone, now);
    expect(decided.ok || decided.refusal.code).toBe(expected);
  });
});

describe('isAvailable', () => {
  it('begins with its first minute and ends before its last', () => {
    const morning = [hours(6, '08:00', '12:00')];
    const walls = ['07:59', '08:00', '11:59', '12:00'];
    expect(walls.map((wall) => isAvailable(morning, at('2026-11-21', wall), zone))).toEqual([false, true, true, false]);
    expect(isAvailable(morning, at('2026-11-22', '09:00'), zone)).toBe(false);
    const night = [hours(3, '22:00', '06:00')];
    expect(isAvailable(night, at('2026-11-25', '22:00'), zone)).toBe(true);
    expect(isAvailable(night, at('2026-11-26', '05:00'), zone)).toBe(true);
    expect(isAvailable(night, at('2026-11-24', '05:00'), zone)).toBe(false);
  });

  it('runs past midnight, and from Sunday into Monday', () => {
    const night = [hours(7, '22:00', '06:00')];
    expect(isAvailable(night, at('2026-11-22', '23:00'), zone)).toBe(true);
    expect(isAvailable(night, at('2026-11-23', '05:59'), zone)).toBe(true);
    expect(isAvailable(night, at('2026-11-23', '06:00'), zone)).toBe(false);
    expect(isAvailable(night, at('2026-11-22', '05:00'), zone)).toBe(false);
    expect(isAvailable([], at('2026-11-22', '05:00'), zone)).toBe(true);
  });
});
