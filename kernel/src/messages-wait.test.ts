import { describe, expect, it } from 'vitest';

import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { decideStop, mayRelease, queueMessage, waitMs } from './messages-wait.ts';

describe('a message', () => {
  const queued = (recipients: number) => {
    const decided = queueMessage(sampleId(3), recipients, now);
    if (!decided.ok) throw new Error(decided.refusal.code);
    return decided.value;
  };

  it('to one goes at once, to many a minute later', () => {
    expect(mayRelease(queued(1), now)).toBe(true);
    expect(mayRelease(queued(2), now + waitMs - 1)).toBe(false);
    expect(mayRelease(queued(2), now + waitMs)).toBe(true);
    expect(queueMessage(sampleId(3), 0, now)).toEqual({ ok: false, refusal: { code: 'no-recipients' } });
  });

  it('is stopped as long as nothing has left, and then does not go', () => {
    const stopped = decideStop(queued(40), now + 2 * waitMs);
    if (!stopped.ok) throw new Error(stopped.refusal.code);
    expect(mayRelease(stopped.value, now + 3 * waitMs)).toBe(false);
    expect(decideStop(stopped.value, now)).toMatchObject({ refusal: { code: 'already-stopped' } });
    const sent = { ...queued(40), releasedAt: now + waitMs };
    expect(decideStop(sent, now)).toEqual({ ok: false, refusal: { code: 'message-sent', releasedAt: now + waitMs } });
    expect(mayRelease(sent, now + 2 * waitMs)).toBe(false);
  });
});
