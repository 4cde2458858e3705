import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { likenessBands, likenessBandsOf } from './likeness.ts';
import { nameWords, normalName } from './normal-name.ts';

const shared = (a: string, b: string): number => {
  const bands = likenessBandsOf(b);
  return likenessBandsOf(a).filter((band, index) => band === bands[index]).length;
};

describe('likeness', () => {
  test.each([
    ['María González', 'maria gonzalez'],
    ['Ana Reyes', 'Reyes, Ana'],
    ["Sean O'Neil", 'sean oneil'],
  ])('%s and %s are the same in every band', (a, b) => {
    expect(shared(a, b)).toBe(likenessBands);
  });

  test('one letter more leaves some bands the same', () => {
    expect(shared('Katherine Abernathy, 12 Mill Road', 'Catherine Abernathy, 12 Mill Road')).toBeGreaterThan(0);
  });

  test('different people share none', () => {
    expect(shared('Katherine Abernathy', 'Luis Ocampo')).toBe(0);
  });

  test('a text too short to tell gives no band', () => {
    expect(likenessBandsOf('')).toEqual([]);
    expect(likenessBandsOf('?!')).toEqual([]);
  });

  test('any words give all bands or none, and the same in any order', () => {
    const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'ñ', 'é', '0', ' '), maxLength: 8 });
    fc.assert(
      fc.property(fc.array(word, { maxLength: 6 }), (words) => {
        const bands = likenessBandsOf(words.join(' '));
        expect([0, likenessBands]).toContain(bands.length);
        expect(likenessBandsOf(words.toReversed().join(', '))).toEqual(bands);
      }),
    );
  });
});

describe('names', () => {
  test('fall together however they are written', () => {
    expect(normalName('  José  O’Neil-Peña ')).toBe('jose oneil pena');
  });

  test('are found by each word once, without single letters', () => {
    expect(nameWords('Ana M. Ana Reyes')).toEqual(['ana', 'reyes']);
  });
});
