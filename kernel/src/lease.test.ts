import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleId, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import { decideLapse, lapseDue } from './lease.ts';

const late = (number: number, leaseUntil: number, changes = {}) =>
  sampleCommitment({ id: sampleId(number), leaseUntil, ...changes });

describe('lapseDue', () => {
  it('takes what is over, longest over first, then by id', () => {
    const all = [late(3, now - 1), late(1, now), late(2, now - 1), late(4, now + 1)];
    expect(lapseDue(all, now).map((one) => one.id)).toEqual([sampleId(2), sampleId(3), sampleId(1)]);
  });

  it('never takes who has started, however late', () => {
    const started = late(1, now - 1, { state: 'started', dueBackAt: now - 1 });
    expect(lapseDue([started, late(2, now - 1, { state: 'done' })], now)).toEqual([]);
  });
});

describe('decideLapse', () => {
  it('gives each its own decision number, and leaves other needs alone', () => {
    const elsewhere = late(9, now - 5, { needId: sampleId(77) });
    const { need, changed } = decideLapse(
      sampleNeed({ decisionNo: 4 }),
      [elsewhere, late(1, now), late(2, now - 1)],
      now,
    );
    expect(changed.map((one) => [one.id, one.state, one.decisionNo, one.endedAt])).toEqual([
      [sampleId(2), 'lapsed', 5, now],
      [sampleId(1), 'lapsed', 6, now],
    ]);
    expect(need.decisionNo).toBe(6);
  });

  it('happens once', () => {
    const once = decideLapse(sampleNeed(), [late(1, now)], now);
    expect(decideLapse(once.need, once.changed, now)).toEqual({ need: once.need, changed: [] });
  });
});
