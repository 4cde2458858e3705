import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { likenessBands, likenessPerMille, likenessSketch } from './likeness.ts';
import { normalText } from './normal-text.ts';

describe('likeness', () => {
  const like = (a: string, b: string) => likenessPerMille(likenessSketch(a, 7), likenessSketch(b, 7));
  const shared = (a: string, b: string) => {
    const bands = new Set(likenessBands(likenessSketch(a, 7)));
    return likenessBands(likenessSketch(b, 7)).filter((band) => bands.has(band)).length;
  };

  it('is whole for the same words and nothing for no words', () => {
    const property = fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (text) => {
      expect(like(text, ` «${text.normalize('NFD')}» `)).toBe(normalText(text) === '' ? 0 : 1000);
    });
    fc.assert(property, propertyRuns(100));
    expect(likenessBands(likenessSketch('--', 7))).toEqual([]);
  });

  it('finds what was written twice in a hurry, and not what is another thing', () => {
    const first = 'Family of five on Maple Street needs diapers size 4 and formula, second floor, call Luz';
    const again = 'family of 5 on maple street needs diapers size 4 and formula second floor, call luz please';
    const other = 'Ride to dialysis on Tuesday morning and back home at noon with a wheelchair';
    expect(like(first, again)).toBeGreaterThan(600);
    expect(shared(first, again)).toBeGreaterThan(0);
    expect(like(first, other)).toBeLessThan(250);
    expect(shared(first, other)).toBe(0);
  });

  it('estimates what two texts have in common within a quarter', () => {
    const triples = (text: string) => {
      const letters = Array.from(` ${normalText(text)} `);
      return new Set(letters.slice(2).map((_, index) => letters.slice(index, index + 3).join('')));
    };
    const anyText = fc.array(fc.constantFrom('food', 'box', 'ride', 'tuesday', 'size', 'four', 'wood', 'storm'), {
      minLength: 4,
      maxLength: 20,
    });
    const errors: number[] = [];
    const property = fc.property(anyText, anyText, (a, b) => {
      const [x, y] = [triples(a.join(' ')), triples(b.join(' '))];
      const common = (1000 * [...x].filter((triple) => y.has(triple)).length) / new Set([...x, ...y]).size;
      errors.push(Math.abs(common - like(a.join(' '), b.join(' '))));
    });
    fc.assert(property, propertyRuns(300));
    const mean = errors.reduce((sum, error) => sum + error, 0) / errors.length;
    expect(mean).toBeLessThan(100);
    expect(Math.max(...errors)).toBeLessThan(400);
  });

  it('of two groups cannot be compared', () => {
    const [a, b] = [likenessSketch('the same words', 1), likenessSketch('the same words', 2)];
    expect(likenessPerMille(a, b)).toBeLessThan(200);
  });

  it('is the same on every machine', () => {
    expect(likenessBands(likenessSketch('two boxes of diapers', 42))).toMatchInlineSnapshot(`
      [
        "0-d161d051",
        "1-1c3acdd2",
        "2-55768e4c",
        "3-01794de9",
        "4-5cfa9386",
        "5-b4bdd28a",
        "6-0c084da3",
        "7-a2e0abf2",
      ]
    `);
  });
});
