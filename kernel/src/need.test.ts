import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleId, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import type { CommitmentId } from './ids.ts';
import { isTaking, needProgress } from './need.ts';

describe('needProgress', () => {
  it.each([
    [0, 0, 'none', true],
    [0, 4, 'partly', false],
    [8, 4, 'covered', false],
    [12, 0, 'met', false],
  ])('%i done and %i promised of 12 is %s', (doneQuantity, promised, coverage, belowMinimum) => {
    const live = promised > 0 ? [sampleCommitment({ quantity: promised })] : [];
    const progress = needProgress(sampleNeed({ doneQuantity, minimum: 2 }), live, now);
    expect(progress).toMatchObject({ done: doneQuantity, live: promised, coverage, belowMinimum });
  });

  it('says what a cap leaves open', () => {
    expect(needProgress(sampleNeed({ cap: 5 }), [sampleCommitment()], now)).toMatchObject({ open: 1 });
  });

  it('counts who waits for it, and nobody else', () => {
    const offered = sampleCommitment({ state: 'offered' });
    const elsewhere = sampleCommitment({ state: 'offered', needId: sampleId(99) });
    const all = [offered, { ...offered, id: sampleId<CommitmentId>(5) }, elsewhere, sampleCommitment()];
    expect(needProgress(sampleNeed(), all, now).waiting).toBe(2);
  });

  it('is enough at its very minimum', () => {
    const live = [sampleCommitment({ quantity: 2 })];
    expect(needProgress(sampleNeed({ minimum: 2 }), live, now).belowMinimum).toBe(false);
    expect(needProgress(sampleNeed({ minimum: 3 }), live, now).belowMinimum).toBe(true);
  });
});

describe('isTaking', () => {
  const window = { fromAt: now, untilAt: now + 10 };

  it('ends with the window, a halt or closing', () => {
    expect(isTaking(sampleNeed({ window }), now + 9)).toBe(true);
    expect(isTaking(sampleNeed({ window }), now + 10)).toBe(false);
    expect(isTaking(sampleNeed({ halt: { haltedAt: now, by: null, reason: 'enough' } }), now)).toBe(false);
    expect(isTaking(sampleNeed({ state: 'closed' }), now)).toBe(false);
  });
});
