import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { canonicalText, type CanonicalEntry } from './canonical.ts';

const anyValue = fc.oneof(
  fc.maxSafeInteger(),
  fc.boolean(),
  fc.constant(null),
  fc.stringMatching(/^[a-z0-9]+(-[a-z0-9]+)*$/).filter((text) => text.length <= 128),
);
const anyEntry: fc.Arbitrary<CanonicalEntry> = fc.dictionary(fc.stringMatching(/^[a-z][A-Za-z0-9]{0,9}$/), anyValue);

describe('canonicalText', () => {
  it('reads like this', () => {
    const entry = {
      verb: 'handed-out',
      quantity: 12,
      at: now,
      commitmentId: null,
      id: sampleId(1),
      kind: 'baby.diapers',
    };
    expect(canonicalText(entry)).toBe(
      `barnraise-entry-1\nat=${now}\ncommitmentId=null\nid='${sampleId(1)}\nkind='baby.diapers\nquantity=12\nverb='handed-out\n`,
    );
  });

  it('does not hang on the order of the fields', () => {
    const property = fc.property(anyEntry, (entry) => {
      const reversed = Object.fromEntries(Object.entries(entry).toReversed());
      expect(canonicalText(reversed)).toBe(canonicalText(entry));
    });
    fc.assert(property, propertyRuns(300));
  });

  it('differs for entries that differ', () => {
    const property = fc.property(anyEntry, anyEntry, (a, b) => {
      const fields = (entry: CanonicalEntry) =>
        JSON.stringify(
          Object.keys(entry)
            .toSorted()
            .map((name) => [name, entry[name] === 0 ? 0 : entry[name]]),
        );
      expect(canonicalText(a) === canonicalText(b)).toBe(fields(a) === fields(b));
    });
    fc.assert(property, propertyRuns(500));
    expect(canonicalText({ a: '12' })).not.toBe(canonicalText({ a: 12 }));
    expect(canonicalText({ a: 'true' })).not.toBe(canonicalText({ a: true }));
    expect(canonicalText({ a: 'null' })).not.toBe(canonicalText({ a: null }));
    expect(canonicalText({ a: -0 })).toBe(canonicalText({ a: 0 }));
  });

  it.each([
    ['a name', { by: 'Luz Ortega' }],
    ['a sentence', { note: 'third floor, no elevator' }],
    ['a phone number', { to: '+17135550142' }],
    ['a mail address', { to: 'luz@example.org' }],
    ['a line break', { code: 'a\nb=1' }],
    ['a fraction', { quantity: 0.5 }],
    ['a number too large', { quantity: 2 ** 53 }],
    ['no number', { quantity: Number.NaN }],
    ['an empty text', { code: '' }],
    ['a text too long', { code: 'a'.repeat(129) }],
    ['a field with a sign in it', { 'a=b': 1 }],
  ])('throws for %s', (_name, entry) => {
    expect(() => canonicalText(entry)).toThrow(TypeError);
  });
});
