import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { nextTryAt, triesSinceReached, type ContactAttempt, type ContactOutcome } from './contact-attempt.ts';
import { hourMs, minuteMs } from './instant.ts';

describe('the call log', () => {
  const tries = (...outcomes: readonly ContactOutcome[]): readonly ContactAttempt[] =>
    outcomes.map((outcome, index) => ({
      id: sampleId(20 + index),
      requestId: sampleId(6),
      by: sampleId(3),
      way: 'call',
      outcome,
      at: now + index * minuteMs,
    }));

  it.each([
    [[], 0, now],
    [['no-answer'], 1, now + 2 * hourMs],
    [['no-answer', 'busy'], 2, now + minuteMs + 6 * hourMs],
    [['no-answer', 'busy', 'left-message', 'no-answer'], 4, now + 3 * minuteMs + 24 * hourMs],
    [['no-answer', 'reached'], 0, undefined],
    [['reached', 'no-answer'], 1, now + minuteMs + 2 * hourMs],
    [['wrong-number'], 1, undefined],
  ] as const)('%j: %i in vain, next at %s', (outcomes, inVain, next) => {
    const attempts = tries(...outcomes).toReversed();
    expect(triesSinceReached(attempts)).toBe(inVain);
    expect(nextTryAt(attempts, now)).toBe(next);
  });
});
