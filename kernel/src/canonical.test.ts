import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { sampleId, sampleNow as now } from '../testing/samples.ts';
import { canonicalText, personalPaths, type CanonicalValue } from './canonical.ts';

const { entry: anyEntry } = fc.letrec<{ entry: CanonicalValue }>((tie) => ({
  entry: fc.oneof(
    { maxDepth: 3 },
    fc.maxSafeInteger(),
    fc.boolean(),
    fc.constant(null),
    fc.string({ unit: 'binary', maxLength: 5 }),
    fc.array(tie('entry'), { maxLength: 3 }),
    fc.dictionary(fc.constantFrom('a', 'b', 'ab', 'B', 'é'), tie('entry'), { noNullPrototype: true }),
  ),
}));

function reversed(value: CanonicalValue): CanonicalValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly CanonicalValue[]).map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}

describe('canonicalText', () => {
  it('reads like this', () => {
    const entry = { verb: 'handed-out', quantity: 12, at: now, commitmentId: null, undone: false, legs: [1, 2] };
    expect(canonicalText(entry)).toBe(
      `{"at":${now},"commitmentId":null,"legs":[1,2],"quantity":12,"undone":false,"verb":"handed-out"}`,
    );
  });

  it('does not hang on the order of the names, and is read back as it was', () => {
    const property = fc.property(anyEntry, (entry) => {
      const text = canonicalText(entry);
      expect(canonicalText(reversed(entry))).toBe(text);
      expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(entry)));
    });
    fc.assert(property, propertyRuns(300));
  });

  it('tells texts from what they look like, and knows only one zero', () => {
    for (const value of [12, true, null]) expect(canonicalText([String(value)])).not.toBe(canonicalText([value]));
    expect(canonicalText(-0)).toBe('0');
  });

  it.each([0.5, Number.NaN, Infinity, 2 ** 53])('throws for %s', (number) => {
    expect(() => canonicalText({ quantity: number })).toThrow(RangeError);
  });
});

describe('personalPaths', () => {
  it('lets ids, codes, cells and hashes pass', () => {
    const entry = {
      id: sampleId(1),
      kind: 'goods.food.box-no-cook',
      table: 'audit_entries',
      party: `member:${sampleId(2)}`,
      cell: '87446e2aaffffff',
      hash: 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855',
      quantity: 17_135_550_142,
      nothing: null,
    };
    expect(personalPaths(entry)).toEqual([]);
  });

  it.each([
    ['a name', 'Luz Ortega'],
    ['a single name', 'Luz'],
    ['a sentence', 'third floor'],
    ['a telephone number', '+17135550142'],
    ['the same without the plus', '17135550142'],
    ['a mail address', 'luz@example.org'],
    ['a line break', 'a\nb'],
    ['nothing at all', ''],
    ['a text too long', 'a'.repeat(129)],
  ])('finds %s, wherever it stands', (_name, text) => {
    expect(personalPaths({ verb: 'took-in', data: { legs: [1, text] } })).toEqual(['data.legs.1']);
    expect(personalPaths(text)).toEqual(['']);
  });
});
