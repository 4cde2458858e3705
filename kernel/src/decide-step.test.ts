import { describe, expect, it } from 'vitest';

import { sampleCommitment, sampleNeed, sampleNow as now } from '../testing/samples.ts';
import { commitmentStates, mayBecome, isOver, type CommitmentState } from './commitment.ts';
import {
  decideDecline,
  decideExtend,
  decideFail,
  decideFinish,
  decideGiveBack,
  decideReduce,
  decideStart,
  decideWithdraw,
  dueBackDaysMax,
  extensionsMax,
} from './decide-step.ts';
import { dayMs, hourMs } from './instant.ts';

const need = sampleNeed({ decisionNo: 5 });
const accepted = sampleCommitment();
const started = sampleCommitment({ state: 'started', startedAt: now, dueBackAt: now + hourMs });

describe('the state machine', () => {
  it('has exactly the arrows of the rules', () => {
    const arrows = commitmentStates.flatMap((from) =>
      commitmentStates.filter((to) => mayBecome(from, to)).map((to) => `${from} ${to}`),
    );
    expect(arrows).toEqual([
      'offered accepted',
      'offered declined',
      'offered withdrawn',
      'accepted started',
      'accepted withdrawn',
      'accepted lapsed',
      'accepted failed',
      'started done',
      'started failed',
    ]);
  });

  const steps = {
    start: (state: CommitmentState) => decideStart(need, sampleCommitment({ state }), now + hourMs, now),
    finish: (state: CommitmentState) => decideFinish(need, sampleCommitment({ state }), 4, now),
    withdraw: (state: CommitmentState) => decideWithdraw(need, sampleCommitment({ state }), 'cannot-come', now),
    fail: (state: CommitmentState) => decideFail(need, sampleCommitment({ state }), 'not-there', now),
    'give back': (state: CommitmentState) => decideGiveBack(need, sampleCommitment({ state }), 'cannot-come', now),
    decline: (state: CommitmentState) => decideDecline(need, sampleCommitment({ state }), 'not-chosen', now),
    reduce: (state: CommitmentState) => decideReduce(need, sampleCommitment({ state }), 2, now),
    extend: (state: CommitmentState) => decideExtend(need, sampleCommitment({ state }), now),
  } as const;
  const allowed: { readonly [Name in keyof typeof steps]: readonly CommitmentState[] } = {
    start: ['accepted'],
    finish: ['accepted', 'started'],
    withdraw: ['offered', 'accepted'],
    fail: ['accepted', 'started'],
    'give back': ['offered', 'accepted', 'started'],
    decline: ['offered'],
    reduce: ['accepted', 'started'],
    extend: ['accepted'],
  };
  const cases = (Object.keys(steps) as (keyof typeof steps)[]).flatMap((name) =>
    commitmentStates.map((state) => [name, state] as const),
  );

  it.each(cases)('%s from %s only where it may', (name, state) => {
    const decided = steps[name](state);
    expect(decided.ok).toBe(allowed[name].includes(state));
    if (decided.ok) return;
    expect(decided.refusal).toEqual({ code: isOver({ state }) ? 'commitment-over' : 'wrong-step', state });
  });
});

describe('decideStart', () => {
  it('sets when they should be back', () => {
    const decided = decideStart(need, accepted, now + hourMs, now);
    expect(decided).toMatchObject({
      ok: true,
      value: { need, commitment: { state: 'started', dueBackAt: now + hourMs } },
    });
  });

  it('refuses a lease that is over, at its very end', () => {
    const leaseUntil = accepted.leaseUntil ?? 0;
    expect(decideStart(need, accepted, leaseUntil + hourMs, leaseUntil - 1).ok).toBe(true);
    const decided = decideStart(need, accepted, leaseUntil + hourMs, leaseUntil);
    expect(decided).toEqual({ ok: false, refusal: { code: 'lease-over', leaseUntil } });
  });

  it('refuses to send one where two must go, or to be back in the past or far ahead', () => {
    const two = sampleNeed({ peopleMinimum: 2 });
    expect(decideStart(two, accepted, now + hourMs, now)).toMatchObject({ refusal: { code: 'needs-two-people' } });
    expect(decideStart(two, accepted, now + hourMs, now, 2).ok).toBe(true);
    expect(decideStart(need, accepted, now, now)).toMatchObject({ refusal: { code: 'due-back-not-ahead' } });
    const latestAt = now + dueBackDaysMax * dayMs;
    expect(decideStart(need, accepted, latestAt, now).ok).toBe(true);
    expect(decideStart(need, accepted, latestAt + 1, now)).toMatchObject({ refusal: { latestAt } });
  });
});

describe('decideFinish', () => {
  it('opens the rest again under a new decision number', () => {
    const decided = decideFinish(need, started, 3, now);
    expect(decided).toMatchObject({
      ok: true,
      value: {
        need: { doneQuantity: 3, decisionNo: 6 },
        commitment: { state: 'done', doneQuantity: 3, decisionNo: 6 },
      },
    });
  });

  it('changes no decision number when all was done in time', () => {
    const decided = decideFinish(need, started, 4, now);
    expect(decided).toMatchObject({
      value: { need: { doneQuantity: 4, decisionNo: 5 }, commitment: { decisionNo: 1 } },
    });
  });

  it('starts and finishes in one, also after the lease', () => {
    const late = (accepted.leaseUntil ?? 0) + hourMs;
    const decided = decideFinish(need, accepted, 4, late);
    expect(decided).toMatchObject({
      value: { commitment: { state: 'done', startedAt: late }, need: { decisionNo: 6 } },
    });
  });

  it.each([0, -1, 1.5, Number.NaN])('refuses %s as done', (done) => {
    expect(decideFinish(need, started, done, now)).toEqual({ ok: false, refusal: { code: 'quantity-invalid' } });
  });

  it('refuses more than was promised', () => {
    const decided = decideFinish(need, started, 5, now);
    expect(decided).toEqual({ ok: false, refusal: { code: 'more-than-committed', quantity: 4 } });
  });
});

describe('giving back', () => {
  it('is a withdrawal before the start and a failure after it, with the reason and a new decision number', () => {
    expect(decideGiveBack(need, accepted, 'too-much', now)).toMatchObject({
      value: { need: { decisionNo: 6 }, commitment: { state: 'withdrawn', reason: 'too-much', endedAt: now } },
    });
    expect(decideGiveBack(need, started, 'not-safe', now)).toMatchObject({
      value: { need: { decisionNo: 6 }, commitment: { state: 'failed', reason: 'not-safe' } },
    });
  });

  it('of an offer changes no decision number, since it reserved nothing', () => {
    const offered = sampleCommitment({ state: 'offered', leaseUntil: null });
    expect(decideWithdraw(need, offered, 'cannot-come', now)).toMatchObject({ value: { need: { decisionNo: 5 } } });
    expect(decideDecline(need, offered, 'not-chosen', now)).toMatchObject({ value: { need: { decisionNo: 5 } } });
  });
});

describe('decideReduce', () => {
  it('keeps a part, and nothing changes when all is kept', () => {
    expect(decideReduce(need, accepted, 1, now)).toMatchObject({
      value: { need: { decisionNo: 6 }, commitment: { quantity: 1, state: 'accepted' } },
    });
    expect(decideReduce(need, accepted, 4, now)).toEqual({ ok: true, value: { need, commitment: accepted } });
  });

  it('refuses nothing, and more', () => {
    expect(decideReduce(need, accepted, 0, now)).toMatchObject({ refusal: { code: 'quantity-invalid' } });
    expect(decideReduce(need, accepted, 5, now)).toMatchObject({ refusal: { code: 'more-than-committed' } });
  });
});

describe('decideExtend', () => {
  it('gives a fresh lease, a few times, and never a shorter one', () => {
    let commitment = accepted;
    for (let time = 1; time <= extensionsMax; time += 1) {
      const decided = decideExtend(need, commitment, now + time * 1000);
      if (!decided.ok) throw new Error(decided.refusal.code);
      commitment = decided.value.commitment;
      expect(commitment.leaseUntil).toBe(now + time * 1000 + hourMs);
    }
    expect(decideExtend(need, commitment, now)).toEqual({
      ok: false,
      refusal: { code: 'extended-too-often', extensionsMax },
    });
    const generous = sampleCommitment({ leaseUntil: now + 9 * hourMs });
    expect(decideExtend(need, generous, now)).toMatchObject({
      value: { commitment: { leaseUntil: now + 9 * hourMs } },
    });
  });
});
