import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { KindId } from '@barnraise/kernel/ids.ts';
import { hourMs } from '@barnraise/kernel/instant.ts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readForm } from './read-form.ts';
import { requestFields } from './request-fields.ts';
import { type IntakeRules, requestFromFields, type RequestReading } from './request-from-fields.ts';

/** A Tuesday afternoon in Chicago, which is five hours behind UTC then. */
const now = Date.parse('2026-07-14T20:30:00Z');
const rules: IntakeRules = {
  now,
  zone: 'America/Chicago',
  country: 'US',
  kinds: catalog.map((kind, index) => ({
    ...kind,
    id: String(index) as KindId,
    active: true,
    onAskForm: true,
    position: index,
  })),
  near: { latitude: 39.3, longitude: -77.7 },
};

function read(fields: Readonly<Record<string, string | readonly string[]>>): RequestReading {
  const form = new FormData();
  for (const [name, value] of Object.entries({ kind: 'goods.food.box', ...fields })) {
    for (const one of typeof value === 'string' ? [value] : value) form.append(name, one);
  }
  const parsed = readForm(requestFields, form);
  return parsed.ok ? requestFromFields(parsed.value, rules, 'web') : parsed;
}

function made(fields: Readonly<Record<string, string | readonly string[]>>) {
  const reading = read(fields);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.value;
}

const at = (text: string): number => Date.parse(text);

describe('when', () => {
  it.each([
    [{ when: 'any' }, null],
    [{ when: 'now' }, { fromAt: now, untilAt: now + 4 * hourMs }],
    [{ when: 'today' }, { fromAt: now, untilAt: at('2026-07-15T05:00:00Z') }],
    [
      { when: 'by', day: '2026-07-16' },
      { fromAt: now, untilAt: at('2026-07-17T05:00:00Z') },
    ],
    [
      { when: 'by', day: '2026-07-16', until: '12:00' },
      { fromAt: now, untilAt: at('2026-07-16T17:00:00Z') },
    ],
    [
      { when: 'day', day: '2026-07-16', from: '09:00', until: '11:30' },
      { fromAt: at('2026-07-16T14:00:00Z'), untilAt: at('2026-07-16T16:30:00Z') },
    ],
    [
      { when: 'day', day: '2026-07-16', untilDay: '2026-07-18' },
      { fromAt: at('2026-07-16T05:00:00Z'), untilAt: at('2026-07-19T05:00:00Z') },
    ],
    // The clock goes back in that night: the day has 25 hours.
    [
      { when: 'day', day: '2026-11-01' },
      { fromAt: at('2026-11-01T05:00:00Z'), untilAt: at('2026-11-02T06:00:00Z') },
    ],
  ])('%j', (fields, window) => {
    expect(made(fields as Record<string, string>).window).toEqual(window);
  });

  it.each([
    ['day', { when: 'day' }, 'required'],
    ['day', { when: 'day', day: '2026-07-13' }, 'date-too-early'],
    ['day', { when: 'by', day: '2031-01-01' }, 'date-too-late'],
    ['day', { when: 'day', day: '2026-02-30' }, 'not-a-date'],
    ['untilDay', { when: 'day', day: '2026-07-16', untilDay: '2026-07-15' }, 'ends-before-start'],
    ['until', { when: 'day', day: '2026-07-16', from: '11:00', until: '09:00' }, 'ends-before-start'],
    ['from', { when: 'day', day: '2026-07-16', from: '26:00' }, 'not-a-time'],
    ['day', { when: 'any', repeats: 'weekly' }, 'required'],
  ])('says what is wrong with %s: %j is %s', (field, fields, code) => {
    const reading = read(fields);
    expect(reading.ok ? [] : reading.problems).toContainEqual({ field, code });
  });

  it('comes again on the weekday it begins', () => {
    const { recurrence } = made({ when: 'day', day: '2026-07-16', from: '09:00', until: '10:30', repeats: 'biweekly' });
    expect(recurrence).toMatchObject({
      pattern: { kind: 'weekly', every: 2, weekdays: [4] },
      startsOn: '2026-07-16',
      time: '09:00',
      durationMinutes: 90,
      zone: 'America/Chicago',
    });
  });
});

describe('a ride', () => {
  it('says where to, be there by, and the way home', () => {
    const { trip, window } = made({
      kind: 'service.ride.medical',
      when: 'day',
      day: '2026-07-16',
      thereBy: '09:30',
      toAddress: 'Dialysis center',
      wayHome: 'at',
      wayHomeAt: '13:00',
      passengers: '2',
    });
    expect(trip).toMatchObject({
      to: { address: 'Dialysis center' },
      beThereBy: at('2026-07-16T14:30:00Z'),
      wayHome: 'at',
      wayHomeAt: at('2026-07-16T18:00:00Z'),
      passengers: 2,
    });
    expect(window?.untilAt).toBe(at('2026-07-16T14:30:00Z'));
  });

  it('is called for when no time for the way home is known', () => {
    const { trip } = made({ kind: 'service.ride.medical', when: 'today', wayHome: 'at' });
    expect(trip).toMatchObject({ wayHome: 'when-called', wayHomeAt: null });
  });
});

describe('who, what and what to know', () => {
  it('keeps "no", "yes" and "not asked" apart', () => {
    const { mustKnow } = made({ 'know-dog': 'none', 'know-stairs': 'value', 'known-allergy': 'peanuts' });
    expect(mustKnow).toEqual({
      allergy: { state: 'value', value: 'peanuts' },
      dog: { state: 'none' },
      stairs: { state: 'unknown' },
    });
  });

  it('adds one of each that was ticked besides, and leaves out what nobody knows', () => {
    const { needs } = made({ amount: '2', also: ['goods.diapers.any', 'goods.unheard-of', 'goods.food.box'] });
    expect(needs.map((need) => [need.kind.code, need.entered.figure])).toEqual([
      ['goods.food.box', '2'],
      ['goods.diapers.any', '1'],
    ]);
  });

  it('takes words alone for something that has no kind', () => {
    expect(made({ kind: 'other', words: 'a piano tuner' }).needs).toEqual([]);
  });

  it.each([
    ['words', { kind: 'other' }, 'required'],
    ['kind', { kind: '' }, 'required'],
    ['kind', { kind: 'goods.unheard-of' }, 'unknown-kind'],
    ['unit', { unit: 'cord' }, 'unknown-unit'],
    ['amount', { amount: 'many' }, 'not-a-number'],
    ['amount', { amount: '0' }, 'not-positive'],
    ['amount', { amount: '99999999999' }, 'too-large'],
    ['phone', { phone: '12' }, 'not-a-phone'],
    ['mail', { mail: 'me at home' }, 'not-a-mail'],
    ['plusCode', { plusCode: 'by the river' }, 'not-a-plus-code'],
    ['consent', { forWhom: 'somebody' }, 'consent-needed'],
    ['size', { forWhom: 'household', size: '99' }, 'too-large'],
    ['band-65-up', { forWhom: 'household', 'band-65-up': '-1' }, 'not-a-number'],
  ])('says what is wrong with %s: %j is %s', (field, fields, code) => {
    const reading = read(fields);
    expect(reading.ok ? [] : reading.problems).toContainEqual(expect.objectContaining({ field, code }));
  });

  it('never throws and never makes an empty window, whatever is typed', () => {
    const text = fc.oneof(
      fc.string(),
      fc.constantFrom('', '2026-07-20', '09:00', '3', 'now', 'day', 'by', 'weekly', 'at'),
    );
    const names = [
      'kind',
      'amount',
      'unit',
      'when',
      'day',
      'untilDay',
      'from',
      'until',
      'repeats',
      'thereBy',
      'size',
      'mail',
    ];
    const typed = fc.dictionary(fc.constantFrom(...names), text);
    fc.assert(
      fc.property(typed, (fields) => {
        const reading = read(fields);
        if (!reading.ok) return reading.problems.length > 0;
        const { window } = reading.value;
        return window === null || window.fromAt < window.untilAt;
      }),
      { numRuns: process.env['BARNRAISE_LONG'] ? 20_000 : 500 },
    );
  });
});
