import { describe, expect, it } from 'vitest';
import { wantsNothing } from './wants-nothing.ts';

describe('wantsNothing', () => {
  it.each([
    'None',
    'none.',
    'N/A',
    'No supplies needed',
    'No current needs, maybe on Friday',
    'NOT ACCEPTING DONATIONS',
    'No more donations accepted - 4pm',
    'We are not taking any more donations',
    'Have enough for tonight',
    'They have plenty of supplies',
    'Fully supplied for now',
    'Needs are currently met, call again Sunday',
    'at capacity for donations',
    'Ninguno',
    'Por ahora no necesitamos nada',
    'ya no aceptamos donaciones',
    'estamos bien por ahora',
  ])('hears the halt in %j', (text) => {
    expect(wantsNothing(text)).toBe(true);
  });

  it.each([
    '',
    'blankets and towels',
    'No clothes please',
    'We do not need clothing',
    'no, we need water',
    'plenty of clothes, need ice',
    'no supplies have reached us except water',
    'nothing left to eat, please send food',
    'necesitamos agua',
    'no tenemos nada que comer',
  ])('hears none in %j', (text) => {
    expect(wantsNothing(text)).toBe(false);
  });
});
