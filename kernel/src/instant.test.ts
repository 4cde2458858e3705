import { describe, expect, it } from 'vitest';

import { sampleNow as now } from '../testing/samples.ts';
import { addMinutes, isInstant, isTimeWindow, isWithin, windowsMeet } from './instant.ts';

describe('instants and windows', () => {
  it('are whole milliseconds of the years 1900 to 2199', () => {
    const edges = [Date.UTC(1900, 0, 1), Date.UTC(2200, 0, 1)] as const;
    expect([edges[0], edges[1] - 1, 0].every(isInstant)).toBe(true);
    expect([edges[0] - 1, edges[1], 0.5, Number.NaN, '0', null].some(isInstant)).toBe(false);
  });

  it('move by minutes', () => {
    expect(addMinutes(now, 90)).toBe(now + 5_400_000);
  });

  it('hold their beginning and not their end', () => {
    const window = { fromAt: now, untilAt: now + 10 };
    expect([now - 1, now, now + 9, now + 10].map((at) => isWithin(window, at))).toEqual([false, true, true, false]);
    expect(windowsMeet(window, { fromAt: now + 10, untilAt: now + 20 })).toBe(false);
    expect(windowsMeet(window, { fromAt: now + 9, untilAt: now + 20 })).toBe(true);
    expect(isTimeWindow(window)).toBe(true);
    expect(isTimeWindow({ fromAt: now, untilAt: now })).toBe(false);
  });
});
