import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { callOffAsk, decideAnswer, newAsk, unanswered, type Ask } from './ask.ts';
import type { AskId } from './ids.ts';
import { hourMs } from './instant.ts';

describe('an ask', () => {
  const ask: Ask = newAsk({
    id: sampleId(4),
    needId: sampleId(5),
    offerId: null,
    to: { kind: 'member', memberId: sampleId(3) },
    way: 'text',
    quantity: 1,
    decisionNo: 3,
    askedAt: now,
    answerUntil: now + hourMs,
  });

  it('takes one answer; the same again is no other', () => {
    const yes = decideAnswer(ask, 'yes', now + 1);
    if (!yes.ok) throw new Error(yes.refusal.code);
    expect(yes.value).toMatchObject({ state: 'yes', answeredAt: now + 1, decisionNo: 3 });
    expect(decideAnswer(yes.value, 'yes', now + 2)).toEqual(yes);
    expect(decideAnswer(yes.value, 'no', now + 2)).toMatchObject({
      refusal: { code: 'already-answered', state: 'yes' },
    });
  });

  it('hears a late no but no late yes', () => {
    expect(decideAnswer(ask, 'yes', now + hourMs)).toMatchObject({ refusal: { code: 'ask-over' } });
    expect(decideAnswer(ask, 'no', now + hourMs).ok).toBe(true);
  });

  it('is called off or counted as no answer, unless it was answered', () => {
    expect(callOffAsk(ask, now)).toMatchObject({ state: 'called-off' });
    const no = decideAnswer({ ...ask, id: sampleId<AskId>(9) }, 'no', now);
    if (!no.ok) throw new Error(no.refusal.code);
    expect(callOffAsk(no.value, now)).toBe(no.value);
    expect(unanswered([ask, no.value], now + hourMs - 1)).toEqual([]);
    expect(unanswered([ask, no.value], now + hourMs)).toMatchObject([{ id: ask.id, state: 'no-answer' }]);
  });
});
