import { describe, expect, it } from 'vitest';

import { sampleNow as now } from '../testing/samples.ts';
import { ageMinutes, freshness, oldAt } from './freshness.ts';
import { hourMs, minuteMs } from './instant.ts';

describe('freshness', () => {
  it.each([
    [0, 'fresh'],
    [119, 'fresh'],
    [120, 'aging'],
    [239, 'aging'],
    [240, 'old'],
  ] as const)('after %i of 240 minutes is %s', (minutes, expected) => {
    expect(freshness(now, 240, now + minutes * minuteMs)).toBe(expected);
  });

  it('counts whole minutes, and none for a clock that runs ahead', () => {
    expect(ageMinutes(now, now + 2 * hourMs - 1)).toBe(119);
    expect(ageMinutes(now + hourMs, now)).toBe(0);
    expect(oldAt(now, 30)).toBe(now + 30 * minuteMs);
  });
});
