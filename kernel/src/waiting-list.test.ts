import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleId, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import { decideCommitment } from './decide-commitment.ts';
import { acceptFromWaitingList, decideAccept, settleNeed } from './waiting-list.ts';

describe('the waiting list', () => {
  const offer = (number: number, quantity: number, changes = {}) =>
    sampleCommitment({
      id: sampleId(900 - number),
      state: 'offered',
      quantity,
      offeredAt: now + number,
      leaseUntil: null,
      ...changes,
    });

  it('goes in order, passes over who wants more than there is, and gives less to who takes less', () => {
    const list = [offer(3, 2), offer(1, 20), offer(2, 9), offer(4, 5, { least: 1 })];
    const { need, changed } = acceptFromWaitingList(sampleNeed(), list, now + 10);
    expect(changed.map((one) => [one.id, one.quantity, one.decisionNo])).toEqual([
      [sampleId(898), 9, 1],
      [sampleId(897), 2, 2],
      [sampleId(896), 1, 3],
    ]);
    expect(need.decisionNo).toBe(3);
  });

  it('is left to the coordinator who wants to choose', () => {
    const need = sampleNeed({ acceptance: 'by-coordinator' });
    expect(settleNeed(need, [offer(1, 2)], now).changed).toEqual([]);
    expect(decideAccept(need, [offer(1, 2)], offer(1, 2), now)).toMatchObject({
      value: { commitment: { state: 'accepted' } },
    });
  });

  it('accepts out of turn only what fits and still waits', () => {
    const full = [sampleCommitment({ quantity: 12 }), offer(1, 2)];
    expect(decideAccept(sampleNeed(), full, offer(1, 2), now)).toMatchObject({ refusal: { code: 'already-covered' } });
    const declined = offer(1, 2, { state: 'declined' });
    expect(decideAccept(sampleNeed(), [], declined, now)).toMatchObject({ refusal: { code: 'wrong-step' } });
    const closed = sampleNeed({ state: 'closed' });
    expect(decideAccept(closed, [], offer(1, 2), now)).toMatchObject({ refusal: { code: 'need-closed' } });
  });

  it('gives nothing to nobody, not even who would take nothing', () => {
    const full = sampleCommitment({ quantity: 12 });
    expect(acceptFromWaitingList(sampleNeed(), [full, offer(1, 2, { least: 0 })], now).changed).toEqual([]);
    const accepted = decideAccept(sampleNeed(), [full], offer(1, 2, { least: 0 }), now);
    expect(accepted).toMatchObject({ refusal: { code: 'already-covered', openQuantity: 0 } });
  });

  it('is of one need only, and ends with its window', () => {
    const elsewhere = offer(1, 2, { needId: sampleId(77) });
    expect(acceptFromWaitingList(sampleNeed(), [elsewhere], now).changed).toEqual([]);
    const over = sampleNeed({ window: { fromAt: now - 10, untilAt: now } });
    expect(decideAccept(over, [], offer(1, 2), now)).toMatchObject({ refusal: { code: 'outside-window' } });
    expect(decideAccept(over, [], offer(1, 2), now - 1).ok).toBe(true);
  });

  it('is what a lapse makes room for, with no newcomer between', () => {
    const late = sampleCommitment({ quantity: 12, leaseUntil: now });
    const settled = settleNeed(sampleNeed(), [late, offer(1, 4)], now);
    expect(settled.changed.map((one) => one.state)).toEqual(['lapsed', 'accepted']);
    expect(
      decideCommitment(settled.need, settled.changed, { id: sampleId(8), provider: late.provider, quantity: 9 }, now),
    ).toMatchObject({
      refusal: { code: 'already-covered', openQuantity: 8 },
    });
  });
});
