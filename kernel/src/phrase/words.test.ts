import { describe, expect, it } from 'vitest';
import { respelled, shapeOf } from './spelling.ts';
import { gapStrength, phraseStems, stemOf, wordsOf } from './words.ts';

describe('stemOf', () => {
  it.each([
    ['boxes', 'box'],
    ['batteries', 'battery'],
    ['lunches', 'lunch'],
    ['panales', 'panal'],
    ['colchones', 'colchon'],
    ['tires', 'tire'],
    ['leches', 'leche'],
    ['mattresses', 'mattress'],
  ])('takes %s and %s for one word', (plural, singular) => {
    expect(stemOf(plural)).toBe(stemOf(singular));
  });

  it.each([
    ['car', 'care'],
    ['pan', 'panes'],
    ['bus', 'bu'],
    ['2t', '2'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(stemOf(one)).not.toBe(stemOf(other));
  });
});

describe('wordsOf', () => {
  it('keeps offsets of the text as given, and leaves out links', () => {
    const text = "Don't bring ROPA — see https://example.org/water, pañales.";
    const words = wordsOf(text);
    expect(words.map((word) => word.plain)).toEqual(['dont', 'bring', 'ropa', 'see', 'panales']);
    expect(words.map((word) => text.slice(word.start, word.end))).toEqual(["Don't", 'bring', 'ROPA', 'see', 'pañales']);
  });

  it('leaves articles and small prepositions out of phrases, and nothing of a phrase made of them', () => {
    expect(phraseStems('a ride to the doctor')).toEqual(['ride', 'doctor']);
    expect(phraseStems('viaje al médico')).toEqual(['viaj', 'medico']);
    expect(phraseStems('for the a')).toEqual([]);
  });
});

describe('gapStrength', () => {
  it.each([
    [' ', 0],
    ['-', 0],
    [', ', 1],
    [': ', 1],
    [' (', 1],
    ['. ', 2],
    ['...', 2],
    [' - ', 2],
    ['\n', 2],
    ['; ', 2],
  ])('parts words at %j by %d', (gap, strength) => {
    expect(gapStrength(gap)).toBe(strength);
  });
});

describe('respelled', () => {
  const vocabularyOf = (...stems: readonly string[]): ReadonlyMap<string, readonly string[]> =>
    Map.groupBy(stems, (stem) => shapeOf(stem));
  const vocabulary = vocabularyOf('blanket', 'butter', 'batteri', 'pillow');

  it.each([
    ['blankett', 'blanket'],
    ['blaket', 'blanket'],
    ['balnket', 'blanket'],
    ['pilow', undefined],
    ['better', undefined],
    ['blanket', undefined],
    ['bracket', undefined],
    ['xylophone', undefined],
  ])('makes of %s: %s', (typed, meant) => {
    expect(respelled(typed, vocabulary)).toBe(meant);
  });

  it('does not choose between two that are as near', () => {
    expect(respelled('planner', vocabularyOf('planters', 'planneri', 'plannerx'))).toBeUndefined();
  });
});
