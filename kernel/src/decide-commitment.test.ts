import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleCommitment, sampleId, sampleNeed, sampleNow as now, sampleWish } from '../testing/samples.ts';
import { decideCommitment, decideOffer } from './decide-commitment.ts';
import { minuteMs } from './instant.ts';
import { liveQuantity, needLimit, openQuantity } from './need.ts';

const window = { fromAt: now + 60 * minuteMs, untilAt: now + 120 * minuteMs };

describe('decideCommitment', () => {
  it('gives a part away under the next decision number, with a lease from the kind', () => {
    const need = sampleNeed({ decisionNo: 7 });
    const decided = decideCommitment(need, [], sampleWish(1, 5), now);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        need: { decisionNo: 8 },
        changed: [],
        commitment: { state: 'accepted', quantity: 5, decisionNo: 8, leaseUntil: now + 60 * minuteMs },
      },
    });
  });

  it.each([
    ['closed', sampleNeed({ state: 'closed' }), sampleWish(1, 1), { code: 'need-closed' }],
    [
      'halted',
      sampleNeed({ halt: { haltedAt: now, by: null, reason: 'enough' } }),
      sampleWish(1, 1),
      { code: 'need-halted', haltedAt: now },
    ],
    ['already covered', sampleNeed(), sampleWish(1, 13), { code: 'already-covered', openQuantity: 12 }],
    ['above the cap', sampleNeed({ cap: 3 }), sampleWish(1, 4), { code: 'already-covered', openQuantity: 3 }],
    ['too small a part', sampleNeed({ splitMinimum: 4 }), sampleWish(1, 3), { code: 'below-minimum', minimum: 4 }],
    [
      'decided on old knowledge',
      sampleNeed({ decisionNo: 3 }),
      sampleWish(1, 1, { decisionNo: 2 }),
      { code: 'stale-decision', decisionNo: 3, openQuantity: 12 },
    ],
    [
      'at another time',
      sampleNeed({ window }),
      sampleWish(1, 1, { window: { fromAt: now, untilAt: window.fromAt } }),
      { code: 'outside-window', window },
    ],
    [
      'alone where two must go',
      sampleNeed({ peopleMinimum: 2 }),
      sampleWish(1, 1),
      { code: 'needs-two-people', people: 2 },
    ],
    ['nothing', sampleNeed(), sampleWish(1, 0), { code: 'quantity-invalid' }],
    ['half a box', sampleNeed(), sampleWish(1, 0.5), { code: 'quantity-invalid' }],
  ])('refuses what is %s', (_name, need, wish, refusal) => {
    expect(decideCommitment(need, [], wish, now)).toEqual({ ok: false, refusal });
  });

  it('refuses a need whose window is over', () => {
    const decided = decideCommitment(sampleNeed({ window }), [], sampleWish(1, 1), window.untilAt);
    expect(decided).toEqual({ ok: false, refusal: { code: 'outside-window', window } });
  });

  it('takes a wish without a time of its own, and one whose time fits', () => {
    const need = sampleNeed({ window });
    for (const wished of [undefined, null, { fromAt: now, untilAt: window.fromAt + 1 }]) {
      expect(decideCommitment(need, [], sampleWish(1, 1, { window: wished }), now).ok).toBe(true);
    }
  });

  it.each([{ least: 0 }, { least: 6 }, { least: 1.5 }])('refuses "at least" as %j of five', (changes) => {
    const decided = decideCommitment(sampleNeed(), [], sampleWish(1, 5, changes), now);
    expect(decided).toEqual({ ok: false, refusal: { code: 'quantity-invalid' } });
  });

  it('lets the last rest be taken whole, however small', () => {
    const need = sampleNeed({ splitMinimum: 4, doneQuantity: 10 });
    expect(decideCommitment(need, [], sampleWish(1, 2), now).ok).toBe(true);
  });

  it('gives less where less is welcome', () => {
    const need = sampleNeed({ doneQuantity: 9 });
    const decided = decideCommitment(need, [], sampleWish(1, 10, { least: 2 }), now);
    expect(decided).toMatchObject({ ok: true, value: { commitment: { quantity: 3 } } });
    const picky = decideCommitment(need, [], sampleWish(1, 10, { least: 4 }), now);
    expect(picky).toEqual({ ok: false, refusal: { code: 'already-covered', openQuantity: 3 } });
  });

  it('writes the lapse before giving the unit away, each under its own number', () => {
    const late = sampleCommitment({ quantity: 12, leaseUntil: now });
    const decided = decideCommitment(sampleNeed({ decisionNo: 1 }), [late], sampleWish(2, 12), now);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        need: { decisionNo: 3 },
        changed: [{ id: late.id, state: 'lapsed', reason: 'lease-over', decisionNo: 2 }],
        commitment: { state: 'accepted', decisionNo: 3 },
      },
    });
  });

  it('lets those who wait go before a newcomer', () => {
    const late = sampleCommitment({ quantity: 12, leaseUntil: now });
    const waiting = sampleCommitment({ id: sampleId(1002), state: 'offered', quantity: 10, leaseUntil: null });
    const decided = decideCommitment(sampleNeed(), [late, waiting], sampleWish(3, 2), now);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        changed: [
          { id: late.id, state: 'lapsed' },
          { id: waiting.id, state: 'accepted' },
        ],
      },
    });
    const greedy = decideCommitment(sampleNeed(), [late, waiting], sampleWish(3, 3), now);
    expect(greedy).toEqual({ ok: false, refusal: { code: 'already-covered', openQuantity: 2 } });
  });

  it('only offers where a coordinator chooses, unless one already has', () => {
    const need = sampleNeed({ acceptance: 'by-coordinator' });
    const offered = decideCommitment(need, [], sampleWish(1, 5), now);
    expect(offered).toMatchObject({ ok: true, value: { need: { decisionNo: 0 }, commitment: { state: 'offered' } } });
    const tiny = decideCommitment({ ...need, splitMinimum: 6 }, [], sampleWish(1, 5), now);
    expect(tiny).toEqual({ ok: false, refusal: { code: 'below-minimum', minimum: 6 } });
    const approved = decideCommitment(need, [], sampleWish(1, 5, { approved: true }), now);
    expect(approved).toMatchObject({ ok: true, value: { commitment: { state: 'accepted' } } });
  });

  it('gives the last unit to one of two hundred, and tells the others what is open', () => {
    let need = sampleNeed({ quantity: 1 });
    const live = [];
    const refusals = [];
    for (let client = 0; client < 200; client += 1) {
      const decided = decideCommitment(need, live, sampleWish(client, 1), now);
      if (decided.ok) {
        need = decided.value.need;
        live.push(decided.value.commitment);
      } else refusals.push(decided.refusal);
    }
    expect(live).toHaveLength(1);
    expect(refusals).toHaveLength(199);
    expect(new Set(refusals.map((one) => JSON.stringify(one)))).toEqual(
      new Set(['{"code":"already-covered","openQuantity":0}']),
    );
  });

  it('never over-commits, whatever is promised, done, capped and late', () => {
    const anyCommitment = fc.record({
      number: fc.nat(50),
      quantity: fc.integer({ min: 1, max: 9 }),
      state: fc.constantFrom('offered', 'accepted', 'started', 'done', 'lapsed'),
      leaseUntil: fc.integer({ min: now - 5, max: now + 5 }),
    });
    const property = fc.property(
      fc.uniqueArray(anyCommitment, { selector: (one) => one.number, maxLength: 8 }),
      fc.integer({ min: 1, max: 30 }),
      fc.option(fc.integer({ min: 0, max: 30 })),
      fc.integer({ min: 0, max: 5 }),
      fc.integer({ min: 1, max: 12 }),
      (given, quantity, cap, doneQuantity, wished) => {
        const need = sampleNeed({ quantity, cap, doneQuantity });
        const all = given.map((one) => sampleCommitment({ ...one, id: sampleId(1000 + one.number) }));
        const before = doneQuantity + liveQuantity(need, all, now);
        const decided = decideCommitment(need, all, sampleWish(99, wished), now);
        if (!decided.ok) return;
        const { changed, commitment } = decided.value;
        const after = new Map([...all, ...changed, commitment].map((one) => [one.id, one]));
        const promised = doneQuantity + liveQuantity(need, [...after.values()], now);
        expect(promised).toBeLessThanOrEqual(Math.max(before, needLimit(need)));
        expect(promised).toBeLessThanOrEqual(needLimit(need));
        expect([...after.values()].some((one) => one.state === 'accepted' && (one.leaseUntil ?? 0) <= now)).toBe(false);
      },
    );
    fc.assert(property, propertyRuns(500));
  });

  it('refuses twice as it refuses once', () => {
    const property = fc.property(fc.nat(20), fc.nat(20), fc.integer({ min: 1, max: 20 }), (done, wished, split) => {
      const need = sampleNeed({ doneQuantity: Math.min(done, 12), splitMinimum: split });
      const once = decideCommitment(need, [], sampleWish(1, wished), now);
      if (once.ok) return;
      expect(decideCommitment(need, [], sampleWish(1, wished), now)).toEqual(once);
    });
    fc.assert(property, propertyRuns(200));
  });
});

describe('decideOffer', () => {
  it('waits in line without reserving anything', () => {
    const full = sampleCommitment({ quantity: 12 });
    const decided = decideOffer(sampleNeed(), [full], sampleWish(2, 3), now);
    expect(decided).toMatchObject({ ok: true, value: { state: 'offered', quantity: 3, leaseUntil: null } });
    if (decided.ok) expect(openQuantity(sampleNeed(), [full, decided.value], now)).toBe(0);
  });

  it('refuses what no accident could make room for', () => {
    const refused = decideOffer(sampleNeed({ state: 'closed' }), [], sampleWish(1, 1), now);
    expect(refused).toEqual({ ok: false, refusal: { code: 'need-closed' } });
    const small = decideOffer(sampleNeed({ splitMinimum: 4 }), [], sampleWish(1, 3), now);
    expect(small).toEqual({ ok: false, refusal: { code: 'below-minimum', minimum: 4 } });
  });
});
