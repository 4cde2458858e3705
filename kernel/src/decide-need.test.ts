import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleId, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import { closeNeed, decideNeedAmounts, decideReopen, haltNeed, reopenNeed, resumeNeed } from './decide-need.ts';
import { dayMs } from './instant.ts';
import { leases } from './kind.ts';
import { needProgress } from './need.ts';
import { acceptFromWaitingList } from './waiting-list.ts';

const amounts = { quantity: 20, cap: null, minimum: 2, splitMinimum: 1, window: null };

describe('a halt', () => {
  it('keeps its first time, leaves what is promised, and is lifted whole', () => {
    const halted = haltNeed(sampleNeed(), sampleId(9), 'no-room', now);
    expect(haltNeed(halted, null, 'enough', now + 1)).toBe(halted);
    const progress = needProgress(halted, [sampleCommitment()], now);
    expect(progress).toMatchObject({ live: 4, open: 8, coverage: 'partly' });
    expect(resumeNeed(halted)).toEqual(sampleNeed());
  });

  it('stops the waiting list too', () => {
    const halted = haltNeed(sampleNeed(), null, 'enough', now);
    const offered = sampleCommitment({ state: 'offered' });
    expect(acceptFromWaitingList(halted, [offered], now).changed).toEqual([]);
    expect(acceptFromWaitingList(resumeNeed(halted), [offered], now).changed).toHaveLength(1);
  });
});

describe('decideNeedAmounts', () => {
  it('refuses to go below what is done and promised', () => {
    const need = sampleNeed({ doneQuantity: 3 });
    const commitments = [sampleCommitment()];
    const refusal = { code: 'below-committed', committedQuantity: 7 };
    expect(decideNeedAmounts(need, commitments, { ...amounts, quantity: 6 }, now)).toEqual({ ok: false, refusal });
    expect(decideNeedAmounts(need, commitments, { ...amounts, cap: 6 }, now)).toEqual({ ok: false, refusal });
    expect(decideNeedAmounts(need, commitments, { ...amounts, cap: 7 }, now).ok).toBe(true);
  });

  it('lapses what is late before it counts', () => {
    const late = sampleCommitment({ leaseUntil: now });
    const decided = decideNeedAmounts(sampleNeed(), [late], { ...amounts, quantity: 2 }, now);
    expect(decided).toMatchObject({ ok: true, value: { need: { quantity: 2 }, changed: [{ state: 'lapsed' }] } });
  });

  it('moves leases that run until the window, and no others', () => {
    const saturday = { fromAt: now + dayMs, untilAt: now + dayMs + 3_600_000 };
    const sunday = { fromAt: saturday.fromAt + dayMs, untilAt: saturday.untilAt + dayMs };
    const shift = sampleNeed({ window: saturday, lease: leases.shift });
    const signedUp = sampleCommitment({ leaseUntil: saturday.fromAt + 3_600_000 });
    const started = sampleCommitment({ id: sampleId(7), state: 'started' });
    const moved = decideNeedAmounts(shift, [signedUp, started], { ...amounts, window: sunday }, now);
    expect(moved).toMatchObject({
      ok: true,
      value: { changed: [{ id: signedUp.id, leaseUntil: sunday.fromAt + 3_600_000 }] },
    });
    expect(decideNeedAmounts(shift, [signedUp], { ...amounts, window: saturday }, now)).toMatchObject({
      value: { changed: [] },
    });
    const shorter = { ...saturday, untilAt: saturday.untilAt - 1 };
    const late = decideNeedAmounts(shift, [{ ...signedUp, leaseUntil: now + 5 }], { ...amounts, window: shorter }, now);
    expect(late).toMatchObject({ value: { changed: [{ leaseUntil: saturday.fromAt + 3_600_000 }] } });
    const goods = sampleNeed({ window: saturday });
    expect(decideNeedAmounts(goods, [signedUp], { ...amounts, window: sunday }, now)).toMatchObject({
      value: { changed: [] },
    });
  });

  it.each([
    [{ quantity: 0 }, 'quantity-invalid'],
    [{ splitMinimum: 0 }, 'quantity-invalid'],
    [{ minimum: 21 }, 'quantity-invalid'],
    [{ cap: -1 }, 'quantity-invalid'],
    [{ window: { fromAt: now, untilAt: now } }, 'window-invalid'],
  ])('refuses %j', (change, code) => {
    expect(decideNeedAmounts(sampleNeed(), [], { ...amounts, ...change }, now)).toEqual({
      ok: false,
      refusal: { code },
    });
  });
});

describe('closing a need', () => {
  it('ends what is only promised and leaves what is under way', () => {
    const offered = sampleCommitment({ id: sampleId(1), state: 'offered' });
    const accepted = sampleCommitment({ id: sampleId(2) });
    const late = sampleCommitment({ id: sampleId(3), leaseUntil: now });
    const started = sampleCommitment({ id: sampleId(4), state: 'started' });
    const elsewhere = sampleCommitment({ id: sampleId(5), needId: sampleId(77) });
    const over = sampleCommitment({ id: sampleId(6), state: 'failed' });
    const all = [offered, accepted, late, started, elsewhere, over];
    const { need, changed } = closeNeed(sampleNeed({ decisionNo: 4 }), all, now);
    expect(need).toMatchObject({ state: 'closed', decisionNo: 6 });
    expect(changed.map((one) => [one.id, one.state, one.reason])).toEqual([
      [offered.id, 'declined', 'need-closed'],
      [accepted.id, 'withdrawn', 'need-closed'],
      [late.id, 'lapsed', 'lease-over'],
    ]);
    expect(reopenNeed(need)).toMatchObject({ state: 'open', decisionNo: 6 });
  });
});

describe('decideReopen', () => {
  const done = sampleCommitment({ state: 'done', quantity: 12, doneQuantity: 8, endedAt: now });
  const need = sampleNeed({ doneQuantity: 8, decisionNo: 2 });

  it('puts a started commitment in the place of the mistaken one', () => {
    const decided = decideReopen(need, [], done, sampleId(77), now);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        need: { doneQuantity: 0, decisionNo: 3 },
        corrected: { state: 'done', correctedBy: sampleId(77) },
        replacement: { id: sampleId(77), state: 'started', quantity: 12, doneQuantity: null, endedAt: null },
      },
    });
  });

  it('takes only what others have left', () => {
    const other = sampleCommitment({ id: sampleId(5), quantity: 3 });
    expect(decideReopen(need, [other], done, sampleId(77), now)).toMatchObject({
      value: { replacement: { quantity: 9 } },
    });
  });

  it('is refused twice, and for what is not done', () => {
    const corrected = { ...done, correctedBy: sampleId<typeof done.id>(77) };
    expect(decideReopen(need, [], corrected, sampleId(78), now)).toMatchObject({
      refusal: { code: 'already-corrected' },
    });
    expect(decideReopen(need, [], sampleCommitment(), sampleId(78), now)).toMatchObject({
      refusal: { code: 'not-done' },
    });
  });
});
