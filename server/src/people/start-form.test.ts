import { describe, expect, test } from 'vitest';

import { isTimeZone } from '@barnraise/kernel/time.ts';

import { countries, isCountry } from './countries.ts';
import type { PostedFields } from './posted-fields.ts';
import { readStart, startChoices } from './start-form.ts';

const fields = (values: Readonly<Record<string, string | readonly string[]>>): PostedFields => {
  const text = (name: string, most = 500): string => String(values[name] ?? '').slice(0, most);
  return { text, lines: text, several: (name) => [...(Array.isArray(values[name]) ? (values[name] as string[]) : [])] };
};
const good = {
  ticks: ['rides', 'pantry', 'nonsense'],
  name: "St. Mark's Pantry",
  where: 'area',
  areaLabel: 'Mill Creek',
  languages: ['es', 'en', 'xx'],
  zone: 'America/New_York',
  country: 'US',
  handle: 'Rosa',
  phone: '304-555-0142',
};

describe('the start form', () => {
  test('takes the three steps, and makes the address of the name', () => {
    const read = readStart(fields(good), 3);
    expect(read.problems).toEqual({});
    expect(read.value).toMatchObject({ slug: 'st-marks-pantry', ticks: ['pantry', 'rides'], languages: ['es', 'en'] });
  });

  test('an online group has no area, whatever was typed before', () => {
    expect(readStart(fields({ ...good, where: 'online' }), 3).value.areaLabel).toBe('');
  });

  test('asks about nothing that has not been asked yet', () => {
    expect(readStart(fields({}), 1).problems).toEqual({});
    expect(readStart(fields({ ...good, handle: '' }), 2).problems).toEqual({});
  });

  test.each([
    [{ name: '' }, 'name', 'required', 2],
    [{ name: 'Caf\uFFFD' }, 'name', 'broken-text', 2],
    [{ slug: 'demo' }, 'slug', 'reserved', 2],
    [{ slug: 'a' }, 'slug', 'too-short', 2],
    [{ slug: 'a b c' }, 'slug', 'shape', 2],
    [{ languages: [] }, 'languages', 'choose-one', 2],
    [{ zone: '+02:00' }, 'zone', 'choose-one', 2],
    [{ country: 'ZZ' }, 'country', 'choose-one', 2],
    [{ handle: '' }, 'handle', 'required', 3],
    [{ phone: 'later' }, 'phone', 'not-a-phone', 3],
    [{ mail: 'rosa@' }, 'mail', 'not-a-mail', 3],
  ])('%j: %s %s', (change, field, code, step) => {
    const read = readStart(fields({ ...good, ...change }), 3);
    expect(read.problems).toEqual({ [field]: code });
    expect(read.problemStep).toBe(step);
  });

  test('every zone and country offered is taken', () => {
    const choices = startChoices('es');
    expect(choices.zones.filter((zone) => !isTimeZone(zone))).toEqual([]);
    expect(choices.countries.filter(({ code }) => !isCountry(code))).toEqual([]);
    expect(countries('es').length).toBeGreaterThan(200);
    expect(new Set(countries('en').map(({ name }) => name)).size).toBe(countries('en').length);
  });
});
