import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import type { AccountId, KindId } from './ids.ts';
import { correctEvent, countEvent, effortMinutesOf } from './ledger-correction.ts';
import {
  effortMinutesMax,
  mayGoBelowZero,
  post,
  replay,
  type Balances,
  type LedgerAccount,
  type LedgerEvent,
  type LedgerParty,
} from './ledger.ts';

const diapers = sampleId<KindId>(1);

function account(number: number, holder: LedgerParty): LedgerAccount {
  return { id: sampleId(number), owner: { kind: 'group' }, holder, kindId: diapers, lotId: null };
}
const pantry = account(10, { kind: 'group' });
const car = account(11, { kind: 'member', memberId: sampleId(2) });
const families = account(12, { kind: 'neighbors' });
const world = account(13, { kind: 'world' });
const adjustment = account(14, { kind: 'adjustment' });
const all = [pantry, car, families, world, adjustment];
const accounts = new Map(all.map((one) => [one.id, one]));

let eventCount = 100;
function event(
  from: LedgerAccount,
  to: LedgerAccount,
  quantity: number,
  changes: Partial<LedgerEvent> = {},
): LedgerEvent {
  eventCount += 1;
  return {
    id: sampleId(eventCount),
    verb: 'moved',
    kindId: diapers,
    quantity,
    fromAccountId: from.id,
    toAccountId: to.id,
    effortMinutes: null,
    commitmentId: null,
    corrects: null,
    happenedAt: now,
    recordedAt: now,
    ...changes,
  };
}

const stocked: Balances = new Map<AccountId, number>([
  [pantry.id, 100],
  [world.id, -100],
]);

describe('post', () => {
  it('moves a quantity from one account to the other', () => {
    const posted = post(stocked, accounts, [event(pantry, car, 30), event(car, families, 20)]);
    expect(posted.ok && [...posted.value]).toEqual([
      [pantry.id, 70],
      [world.id, -100],
      [car.id, 10],
      [families.id, 20],
    ]);
  });

  it('lets only the world, adjustments and labor owe', () => {
    const holders = ['group', 'neighbors', 'world', 'adjustment', 'labor'] as const;
    expect(holders.filter((kind) => mayGoBelowZero({ holder: { kind } }))).toEqual(['world', 'adjustment', 'labor']);
    expect(post(stocked, accounts, [event(pantry, car, 101)])).toEqual({
      ok: false,
      refusal: { code: 'not-enough', accountId: pantry.id, balance: 100 },
    });
    expect(post(stocked, accounts, [event(world, pantry, 5000)]).ok).toBe(true);
  });

  it('minds only how a transaction ends, not the order in it', () => {
    expect(post(new Map(), accounts, [event(pantry, families, 5), event(world, pantry, 5)]).ok).toBe(true);
  });

  const otherKind: LedgerAccount = { ...account(15, { kind: 'group' }), kindId: sampleId(9) };
  it.each([
    ['nothing', event(pantry, car, 0), 'quantity-invalid'],
    ['a negative quantity', event(pantry, car, -1), 'quantity-invalid'],
    ['a broken quantity', event(pantry, car, 0.5), 'quantity-invalid'],
    ['negative effort', event(pantry, car, 1, { effortMinutes: -5 }), 'quantity-invalid'],
    ['a circle', event(pantry, pantry, 1), 'same-account'],
    ['an account it does not know', event(pantry, account(99, { kind: 'group' }), 1), 'account-unknown'],
    ['two kinds', event(pantry, otherKind, 1), 'kind-differs'],
    ['the future', event(pantry, car, 1, { happenedAt: now + 1 }), 'happens-later'],
  ])('refuses %s', (_name, wrong, code) => {
    const known = new Map([...accounts, [otherKind.id, otherKind]]);
    expect(post(stocked, known, [wrong])).toMatchObject({ ok: false, refusal: { code } });
  });

  it('refuses a balance that no longer adds exactly', () => {
    const full: Balances = new Map([[pantry.id, Number.MAX_SAFE_INTEGER]]);
    expect(post(full, accounts, [event(world, pantry, 1)])).toMatchObject({ refusal: { code: 'balance-too-large' } });
  });
});

const anyEvents = fc.array(
  fc.record({ from: fc.nat(all.length - 1), to: fc.nat(all.length - 1), quantity: fc.integer({ min: 1, max: 50 }) }),
  { maxLength: 60, size: 'max' },
);

describe('the books', () => {
  it('balance at every moment, never owe what they may not, and replay to the same figures', () => {
    const property = fc.property(anyEvents, (given) => {
      let balances: Balances = new Map();
      const kept: LedgerEvent[] = [];
      for (const { from, to, quantity } of given) {
        const next = event(all[from] ?? pantry, all[to] ?? pantry, quantity);
        const posted = post(balances, accounts, [next]);
        if (!posted.ok) continue;
        balances = posted.value;
        kept.push(next);
        expect([...balances.values()].reduce((sum, balance) => sum + balance, 0)).toBe(0);
        for (const one of all) if (!mayGoBelowZero(one)) expect(balances.get(one.id) ?? 0).toBeGreaterThanOrEqual(0);
      }
      expect(new Map(replay(kept))).toEqual(new Map(balances));
    });
    fc.assert(property, propertyRuns(200));
  });

  it('are as before when every event is corrected, in any order', () => {
    const property = fc.property(anyEvents, fc.func(fc.nat()), (given, rank) => {
      const events = given
        .filter(({ from, to }) => from !== to)
        .map(({ from, to, quantity }) => event(all[from] ?? pantry, all[to] ?? pantry, quantity, { effortMinutes: 5 }));
      const reversals = events
        .toSorted((a, b) => rank(a.id) - rank(b.id))
        .map((one) => correctEvent(one, [], sampleId(1), now))
        .flatMap((corrected) => (corrected.ok ? [corrected.value] : []));
      const balances = replay([...events, ...reversals]);
      expect([...balances.values()].every((balance) => balance === 0)).toBe(true);
      expect(effortMinutesOf([...events, ...reversals])).toBe(0);
    });
    fc.assert(property, propertyRuns(200));
  });
});

describe('correctEvent', () => {
  const wrong = event(pantry, car, 30);

  it('is a further event the other way, which names what it takes back', () => {
    expect(correctEvent(wrong, [], sampleId(1), now + 5)).toMatchObject({
      ok: true,
      value: {
        verb: 'corrected',
        fromAccountId: car.id,
        toAccountId: pantry.id,
        quantity: 30,
        corrects: wrong.id,
        recordedAt: now + 5,
      },
    });
  });

  it('happens once, and never to a correction', () => {
    const corrected = correctEvent(wrong, [], sampleId(1), now);
    if (!corrected.ok) throw new Error(corrected.refusal.code);
    expect(correctEvent(wrong, [corrected.value], sampleId(2), now)).toEqual({
      ok: false,
      refusal: { code: 'already-corrected', by: sampleId(1) },
    });
    expect(correctEvent(corrected.value, [], sampleId(2), now)).toMatchObject({ refusal: { code: 'is-a-correction' } });
  });
});

describe('effort', () => {
  it('adds up, and corrections take it off', () => {
    const worked = event(world, pantry, 1, { effortMinutes: 90 });
    const corrected = correctEvent(worked, [], sampleId(1), now);
    const both = corrected.ok ? [worked, corrected.value] : [];
    expect(effortMinutesOf([worked, event(world, pantry, 1), event(world, pantry, 1, { effortMinutes: 30 })])).toBe(
      120,
    );
    expect(effortMinutesOf([...both, event(world, pantry, 1, { effortMinutes: 30 })])).toBe(30);
  });

  it('is at most four weeks around the clock', () => {
    const worked = (effortMinutes: number) => post(new Map(), accounts, [event(world, pantry, 1, { effortMinutes })]);
    expect(worked(effortMinutesMax).ok).toBe(true);
    expect(worked(effortMinutesMax + 1)).toMatchObject({ refusal: { code: 'quantity-invalid' } });
  });
});

describe('countEvent', () => {
  it.each([
    [80, 20, pantry, adjustment],
    [130, 30, adjustment, pantry],
  ])('books what was counted: %i', (counted, quantity, from, to) => {
    const made = countEvent(pantry, adjustment, 100, counted, sampleId(1), now);
    expect(made).toMatchObject({ verb: 'counted', quantity, fromAccountId: from.id, toAccountId: to.id });
    const posted = post(stocked, accounts, made ? [made] : []);
    expect(posted.ok && posted.value.get(pantry.id)).toBe(counted);
  });

  it('books nothing when the books were right', () => {
    expect(countEvent(pantry, adjustment, 100, 100, sampleId(1), now)).toBeUndefined();
  });
});
