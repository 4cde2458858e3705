import { assert, jsonValue, property } from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type CanonicalValue, canonicalText } from './canonical-text.ts';

describe('canonicalText', () => {
  test('writes names in order, without spaces', () => {
    expect(canonicalText({ b: [1, null, true], a: { d: 'x"y', c: -3 } })).toBe(
      '{"a":{"c":-3,"d":"x\\"y"},"b":[1,null,true]}',
    );
  });

  test('is the same for the same value, whatever order its names were given in', () => {
    assert(
      property(jsonValue({ noUnicodeString: false }), (value) => {
        const integers = JSON.parse(
          JSON.stringify(value, (_, v) => (typeof v === 'number' ? Math.trunc(v) % 1e9 || 0 : v)),
        );
        const text = canonicalText(integers as CanonicalValue);
        expect(canonicalText(reversed(integers as CanonicalValue))).toBe(text);
        expect(JSON.parse(text)).toEqual(integers);
      }),
    );
  });

  test.each([1.5, Number.NaN, 2 ** 53])('refuses %s, which has no one way of being written', (value) => {
    expect(() => canonicalText(value)).toThrow('is no integer');
  });
});

function reversed(value: CanonicalValue): CanonicalValue {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return (value as readonly CanonicalValue[]).map(reversed);
  return Object.fromEntries(
    Object.entries(value)
      .toReversed()
      .map(([name, inner]) => [name, reversed(inner)]),
  );
}
