import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import {
  isAnswered,
  mergeMustKnow,
  mustKnowAnswer,
  mustKnowCodes,
  openMustKnow,
  type MustKnow,
  type MustKnowAnswer,
} from './must-know.ts';

const value = (text: string): MustKnowAnswer => ({ state: 'value', value: text });

describe('must-know facts', () => {
  it('are not asked until somebody asks', () => {
    expect(mustKnowAnswer({}, 'allergy')).toEqual({ state: 'not-asked' });
    const facts: MustKnow = { allergy: { state: 'none' }, dog: { state: 'unknown' }, stairs: value('third floor') };
    expect(openMustKnow(facts, ['allergy', 'dog', 'stairs', 'oxygen-or-device'])).toEqual(['dog', 'oxygen-or-device']);
  });

  it.each([
    [value('peanuts'), { state: 'none' }, value('peanuts')],
    [{ state: 'none' }, value('peanuts'), value('peanuts')],
    [{ state: 'none' }, { state: 'unknown' }, { state: 'none' }],
    [{ state: 'not-asked' }, { state: 'unknown' }, { state: 'unknown' }],
    [value('peanuts'), value('shellfish'), value('peanuts; shellfish')],
    [value('peanuts'), value('peanuts'), value('peanuts')],
  ] as const)('of two records, %j and %j, give %j', (newer, older, expected) => {
    expect(mergeMustKnow({ allergy: newer }, { allergy: older })).toEqual({ allergy: expected });
  });

  it('lose no value however they are merged, and merging again changes nothing', () => {
    const anyAnswer: fc.Arbitrary<MustKnowAnswer> = fc.oneof(
      fc.constantFrom('peanuts', 'eggs', 'milk').map(value),
      fc.constantFrom('none' as const, 'unknown' as const, 'not-asked' as const).map((state) => ({ state })),
    );
    const anyFacts = fc.dictionary(fc.constantFrom(...mustKnowCodes), anyAnswer) as fc.Arbitrary<MustKnow>;
    const property = fc.property(anyFacts, anyFacts, (a, b) => {
      const merged = mergeMustKnow(a, b);
      for (const code of mustKnowCodes) {
        const answer = mustKnowAnswer(merged, code);
        for (const given of [mustKnowAnswer(a, code), mustKnowAnswer(b, code)]) {
          if (given.state === 'value') expect(answer.state === 'value' && answer.value).toContain(given.value);
          if (isAnswered(given)) expect(isAnswered(answer)).toBe(true);
        }
      }
      expect(mergeMustKnow(merged, b)).toEqual(merged);
    });
    fc.assert(property, propertyRuns(300));
  });
});
