import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleNow as now } from '../testing/samples.ts';
import { hourMs } from './instant.ts';
import { compareUrgency, decideUrgency, setByHand, urgencyOf, type UrgencyFacts, urgencyReasons } from './urgency.ts';

const calm: UrgencyFacts = {
  receivedAt: now,
  neededBy: null,
  vitalKind: false,
  dangerWords: false,
  infant: false,
  deviceOrOxygen: false,
  noPowerOrWater: false,
  triesSinceReached: 0,
  factsOld: false,
  askedAgain: false,
};

describe('urgencyOf', () => {
  it.each([
    [{}, 'usual', []],
    [{ dangerWords: true }, 'now', ['danger-words']],
    [{ vitalKind: true }, 'soon', ['vital-kind']],
    [{ vitalKind: true, neededBy: now + 3 * hourMs }, 'now', ['vital-kind', 'needed-within-hours']],
    [{ neededBy: now + 4 * hourMs }, 'soon', ['needed-within-hours']],
    [{ neededBy: now + 5 * hourMs }, 'usual', ['needed-today']],
    [{ neededBy: now + 24 * hourMs }, 'usual', ['needed-today']],
    [{ neededBy: now + 25 * hourMs }, 'usual', []],
    [{ neededBy: now }, 'soon', ['window-passing']],
    [{ infant: true, askedAgain: true }, 'soon', ['infant', 'asked-again']],
    [
      { deviceOrOxygen: true, noPowerOrWater: true, infant: true },
      'now',
      ['infant', 'device-or-oxygen', 'no-power-or-water'],
    ],
    [{ triesSinceReached: 2, factsOld: true }, 'usual', ['facts-old']],
    [{ triesSinceReached: 3, factsOld: true }, 'usual', ['unreachable', 'facts-old']],
  ] as const)('%j is %s because of %j', (changes, level, reasons) => {
    expect(urgencyOf({ ...calm, ...changes }, now)).toMatchObject({ level, reasons });
  });
});

const anyFacts: fc.Arbitrary<UrgencyFacts> = fc.record({
  receivedAt: fc.integer({ min: now - 1000, max: now }),
  neededBy: fc.option(fc.integer({ min: now - 30 * hourMs, max: now + 30 * hourMs })),
  vitalKind: fc.boolean(),
  dangerWords: fc.boolean(),
  infant: fc.boolean(),
  deviceOrOxygen: fc.boolean(),
  noPowerOrWater: fc.boolean(),
  triesSinceReached: fc.nat(5),
  factsOld: fc.boolean(),
  askedAgain: fc.boolean(),
});

describe('the order of the inbox', () => {
  it('puts danger first, then what waits longest, and never a later one before an earlier of its level', () => {
    const property = fc.property(fc.array(anyFacts, { maxLength: 12 }), (all) => {
      const inbox = all
        .map((facts) => ({ receivedAt: facts.receivedAt, urgency: urgencyOf(facts, now), facts }))
        .toSorted(compareUrgency);
      for (const [index, one] of inbox.entries()) {
        if (one.facts.dangerWords) expect(one.urgency.level).toBe('now');
        const next = inbox[index + 1];
        if (next?.urgency.level === one.urgency.level) expect(one.receivedAt).toBeLessThanOrEqual(next.receivedAt);
        if (next?.urgency.level === 'now') expect(one.urgency.level).toBe('now');
      }
    });
    fc.assert(property, propertyRuns(200));
  });

  it('never falls when one more reason holds', () => {
    const flags = [
      'vitalKind',
      'dangerWords',
      'infant',
      'deviceOrOxygen',
      'noPowerOrWater',
      'factsOld',
      'askedAgain',
    ] as const;
    const property = fc.property(anyFacts, fc.constantFrom(...flags), (facts, flag) => {
      const without = urgencyOf({ ...facts, [flag]: false }, now);
      expect(urgencyOf({ ...facts, [flag]: true }, now).score).toBeGreaterThan(without.score);
    });
    fc.assert(property, propertyRuns(200));
  });
});

describe('urgency set by hand', () => {
  const levels = ['now', 'soon', 'usual'] as const;

  it('takes any other level, keeps what the rules found, and says once that a person decided', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...levels),
        fc.constantFrom(...levels),
        fc.uniqueArray(fc.constantFrom(...urgencyReasons, setByHand)),
        fc.constantFrom('new' as const, 'taken-in' as const, 'open' as const, 'covered' as const),
        (before, level, reasons, state) => {
          const decided = decideUrgency({ state, level: before, reasons }, level);
          if (before === level) expect(decided).toEqual({ ok: false, refusal: { code: 'same-urgency', level } });
          if (!decided.ok) return;
          expect(decided.value.level).toBe(level);
          expect(new Set(decided.value.reasons)).toEqual(new Set([...reasons, setByHand]));
          expect(decideUrgency({ state, ...decided.value }, level).ok).toBe(false);
        },
      ),
      propertyRuns(200),
    );
  });

  it('is nothing any more for what is closed', () => {
    expect(decideUrgency({ state: 'closed', level: 'usual', reasons: [] }, 'now')).toMatchObject({ ok: false });
  });
});
