import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleNow as now } from '../testing/samples.ts';
import { dayMs } from './instant.ts';
import {
  daysFor,
  dueForErasure,
  holdsAgainstErasure,
  retentionDays,
  retentionDaysMin,
  retentionEnd,
  retentionPurposes,
  type RetainedDetail,
} from './retention.ts';

function detail(changes: Partial<RetainedDetail<string>> = {}): RetainedDetail<string> {
  return {
    key: 'phone',
    purposes: ['deliver-help'],
    lastVisitAt: now,
    nextVisitAt: null,
    inUse: false,
    holds: [],
    ...changes,
  };
}

describe('retentionEnd', () => {
  it('counts every purpose from the last visit, and the longest keeps the detail', () => {
    const days = retentionDays['keep-in-touch'];
    expect(retentionEnd(detail({ purposes: ['raw-message', 'keep-in-touch', 'deliver-help'] }))).toEqual({
      kind: 'at',
      eraseAt: now + days * dayMs,
      because: 'keep-in-touch',
    });
  });

  it('ends nothing that is in use', () => {
    const used = detail({ inUse: true, lastVisitAt: now - 900 * dayMs });
    expect(retentionEnd(used)).toEqual({ kind: 'in-use' });
    expect(dueForErasure([used], now)).toEqual([]);
  });

  it('waits for the next visit, with time to write it down', () => {
    const nextVisitAt = now + 300 * dayMs;
    const eraseAt = nextVisitAt + retentionDaysMin * dayMs;
    expect(retentionEnd(detail({ nextVisitAt }))).toEqual({ kind: 'at', eraseAt, because: 'next-visit' });
    expect(retentionEnd(detail())).toMatchObject({ because: 'deliver-help' });
  });

  it('names the law that ends first, first', () => {
    const hold = (program: string, days: number) => ({ program, law: 'kept by law', endsAt: now + days * dayMs });
    const held = detail({ holds: [hold('late', 20), hold('early', 10), hold('over', 0)] });
    expect(holdsAgainstErasure(held, now).map((one) => one.program)).toEqual(['early', 'late']);
  });

  it('waits for a law until its date, and names it to whom it concerns', () => {
    const holds = [{ program: 'pantry', law: 'food-bank agreement, 3 years', endsAt: now + 400 * dayMs }];
    const held = detail({ holds });
    expect(retentionEnd(held)).toMatchObject({ eraseAt: now + 400 * dayMs, because: 'legal-hold' });
    expect(holdsAgainstErasure(held, now)).toEqual(holds);
    expect(holdsAgainstErasure(held, now + 400 * dayMs)).toEqual([]);
    expect(dueForErasure([held], now + 400 * dayMs)).toEqual(['phone']);
  });

  it('never erases a weekly family between two Tuesdays, whatever a group sets', () => {
    const plan = Object.fromEntries(retentionPurposes.map((purpose) => [purpose, 0]));
    const property = fc.property(
      fc.integer({ min: 0, max: 7 * dayMs }),
      fc.subarray([...retentionPurposes], { minLength: 1 }),
      (since, purposes) => {
        const weekly = detail({ purposes, nextVisitAt: now + 7 * dayMs });
        expect(dueForErasure([weekly], now + since, plan)).toEqual([]);
        expect(dueForErasure([detail({ purposes })], now + since, plan)).toEqual([]);
      },
    );
    fc.assert(property, propertyRuns(200));
  });

  it('keeps nothing for no purpose, and nothing for ever', () => {
    expect(dueForErasure([detail({ purposes: [] })], now)).toEqual(['phone']);
    expect(dueForErasure([detail({ purposes: retentionPurposes })], now + 731 * dayMs)).toEqual(['phone']);
    expect(daysFor('photo', { photo: 9999 })).toBe(730);
    expect(daysFor('photo', { photo: 1 })).toBe(retentionDaysMin);
  });

  it('lists the longest overdue first', () => {
    const older = detail({ key: 'older', lastVisitAt: now - 200 * dayMs });
    const newer = detail({ key: 'newer', lastVisitAt: now - 100 * dayMs });
    expect(dueForErasure([newer, detail(), older], now)).toEqual(['older', 'newer']);
  });
});
