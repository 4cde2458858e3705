import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { newShortCode, parseShortCode, shortCodeRandomBytes, showShortCode } from './short-code.ts';

const alphabet = '34679AFHJKMPQRTVWXY';
const anyCode = fc.uint8Array({ minLength: shortCodeRandomBytes, maxLength: shortCodeRandomBytes }).map(newShortCode);

describe('a short code', () => {
  it('is made of letters that are not taken for each other', () => {
    const property = fc.property(anyCode, (code) => {
      expect(code).toMatch(/^[34679AFHJKMPQRTVWXY]{8}$/);
    });
    fc.assert(property, propertyRuns(300));
  });

  it('is read back however it is typed', () => {
    const property = fc.property(anyCode, fc.constantFrom('-', ' ', '', '.', ' – '), (code, between) => {
      const typed = `  ${code.slice(0, 4).toLowerCase()}${between}${code.slice(4)} `;
      expect(parseShortCode(typed)).toBe(code);
      expect(parseShortCode(showShortCode(code))).toBe(code);
    });
    fc.assert(property, propertyRuns(300));
  });

  it('shows every single wrong character', () => {
    const property = fc.property(anyCode, fc.nat(7), fc.nat(alphabet.length - 1), (code, at, other) => {
      const wrong = alphabet.charAt(other);
      fc.pre(wrong !== code.charAt(at));
      expect(parseShortCode(code.slice(0, at) + wrong + code.slice(at + 1))).toBeUndefined();
    });
    fc.assert(property, propertyRuns(1000));
  });

  it('shows every swap of two neighbors, but for the last with the check character in one of 19', () => {
    const property = fc.property(anyCode, fc.nat(5), (code, at) => {
      const [a, b] = [code.charAt(at), code.charAt(at + 1)];
      fc.pre(a !== b);
      expect(parseShortCode(code.slice(0, at) + b + a + code.slice(at + 2))).toBeUndefined();
    });
    fc.assert(property, propertyRuns(1000));
  });

  it('forgives what is heard wrong', () => {
    const code = newShortCode(Uint8Array.from([7, 1, 200, 13, 90, 41, 5, 77]));
    const heard = code.replaceAll('M', 'N').replaceAll('V', 'B').replaceAll('T', 'D').replaceAll('F', 'S');
    expect(parseShortCode(heard)).toBe(code);
  });

  it.each(['', 'ABCD', '0000-0000', 'HHHH-HHHHH', '<script>'])('is not %j', (text) => {
    expect(parseShortCode(text)).toBeUndefined();
  });

  it('wants its randomness', () => {
    expect(() => newShortCode(new Uint8Array(7))).toThrow(RangeError);
  });

  it('uses every letter about as often', () => {
    const counts = new Map<string, number>();
    for (let number = 0; number < 4000; number += 1) {
      const random = new Uint8Array(8);
      new DataView(random.buffer).setBigUint64(0, (BigInt(number) * 0x9e3779b97f4a7c15n) & 0xffffffffffffffffn);
      for (const letter of newShortCode(random).slice(0, 7)) counts.set(letter, (counts.get(letter) ?? 0) + 1);
    }
    const expected = (4000 * 7) / alphabet.length;
    for (const letter of alphabet) expect(Math.abs((counts.get(letter) ?? 0) - expected)).toBeLessThan(expected * 0.2);
  });
});
