import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { nameKey, searchTokens, searchTokensMax, textTokens, textTokensMax } from './search-tokens.ts';

describe('searchTokens', () => {
  it.each([
    ['Peña, peña PENA', ['pena']],
    ['2 bags of rice', ['2', 'bags', 'of', 'rice']],
    ['東京都', ['東京', '京都']],
    ['', []],
  ])('%s', (text, tokens) => {
    expect(searchTokens(text)).toEqual(tokens);
  });

  it('are bounded, each once, and found again by any of their own', () => {
    const property = fc.property(fc.string({ unit: 'grapheme', maxLength: 2000 }), (text) => {
      const tokens = searchTokens(text);
      expect(tokens.length).toBeLessThanOrEqual(searchTokensMax);
      expect(new Set(tokens).size).toBe(tokens.length);
      for (const token of tokens) expect(token.length).toBeLessThanOrEqual(40);
    });
    fc.assert(property, propertyRuns(200));
    expect(searchTokens(Array.from({ length: 300 }, (_, index) => `w${index}`).join(' '))).toHaveLength(
      searchTokensMax,
    );
  });

  it.each([
    ['We need the oxygen tank, please', ['oxygen', 'tank']],
    ['Necesito pañales para una niña', ['panales', 'nina']],
    ['東京都', ['東京', '京都']],
    ['and the to 4', []],
  ])('of a longer text are those that say something: %s', (text, tokens) => {
    expect(textTokens(text)).toEqual(tokens);
  });

  it('of a longer text are bounded', () => {
    const words = Array.from({ length: 300 }, (_, index) => `word${index}`).join(' ');
    expect(textTokens(words)).toHaveLength(textTokensMax);
  });

  it('know a name whichever way round it is written', () => {
    expect(nameKey('Ortega, Luz María')).toBe(nameKey('María Luz Ortega'));
    expect(nameKey('Luz Ortega')).not.toBe(nameKey('Luz Ortiz'));
  });
});
