import { describe, expect, it } from 'vitest';

import { createCooling } from './cooling.ts';

const warmth = { hottest: 3, coldest: 0.05 };
const visits = 300;

interface Look {
  readonly temperature: number;
  readonly cycle: number;
  readonly isLocal: boolean;
  readonly combinations: number;
}

/** A thousand looks, at as many iterations in all. */
function looks(iterations: number, mayDivide: boolean, once = false): Look[] {
  const cooling = createCooling(visits, warmth, once, () => mayDivide);
  return Array.from({ length: 1000 }, (_, index) => {
    cooling.look(index / 1000, (iterations * index) / 1000);
    const { temperature, cycle, isLocal, combinations } = cooling;
    return { temperature, cycle, isLocal, combinations };
  });
}

function expectFalling(all: readonly Look[]): void {
  for (const [index, look] of all.entries()) {
    expect(look.temperature).toBeLessThanOrEqual(look.cycle === 0 ? 3 : 1);
    expect(look.temperature).toBeGreaterThanOrEqual(0.05);
    const next = all[index + 1];
    if (next === undefined) return;
    expect(next.cycle).toBeGreaterThanOrEqual(look.cycle);
    expect(next.combinations).toBeGreaterThanOrEqual(look.combinations);
    if (next.cycle === look.cycle) expect(next.temperature).toBeLessThan(look.temperature);
  }
}

describe('the schedule', () => {
  it('is one slow cooling where there are few iterations, four where there are many', () => {
    for (const [iterations, cycles] of [
      [100_000, 1],
      [400_000, 2],
      [10_000_000, 4],
    ] as const) {
      const all = looks(iterations, false);
      expectFalling(all);
      expect(all.at(-1)).toMatchObject({ cycle: cycles - 1, isLocal: false, combinations: cycles });
    }
  });

  it('is one cooling of the whole and then one for each district, where a plan may be divided', () => {
    const all = looks(1_000_000, true);
    expectFalling(all);
    expect(all.filter((look) => look.isLocal)).toEqual(all.slice(500));
    expect(all[499]).toMatchObject({ cycle: 0, combinations: 1 });
    expect(all[500]).toMatchObject({ cycle: 1, temperature: 1 });
    expect(all.at(-1)).toMatchObject({ cycle: 50, combinations: 2 });
  });

  it('does not divide where a district or two is all there is time for', () => {
    expect(looks(50_000, true)).toEqual(looks(50_000, false));
  });

  it('cools once, whatever could be, where prices must rise once', () => {
    expect(looks(1e7, true, true)).toEqual(looks(100_000, false));
  });
});
