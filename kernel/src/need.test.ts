import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import { needProgress } from './need.ts';

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
});
