import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { idMadeAt, newId, parseId, type NeedId } from './ids.ts';

describe('newId', () => {
  it('lays out time, version, variant and randomness as RFC 9562 wants', () => {
    // The example of RFC 9562, appendix A.6: 2022-02-22T19:22:22Z.
    const random = Uint8Array.from([0x0c, 0xc3, 0x18, 0xc4, 0xdc, 0x0c, 0x0c, 0x07, 0x39, 0x8f]);
    expect(newId<NeedId>(0x017f22e279b0, random)).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it('always makes what the door lets in, and gives its time back', () => {
    const property = fc.property(fc.nat(2 ** 47), fc.uint8Array({ minLength: 10, maxLength: 16 }), (nowMs, random) => {
      const id = newId<NeedId>(nowMs, random);
      expect(parseId<NeedId>(id)).toBe(id);
      expect(idMadeAt(id)).toBe(nowMs);
    });
    fc.assert(property, propertyRuns(300));
  });

  it('sorts by time as text', () => {
    const property = fc.property(
      fc.nat(2 ** 47),
      fc.nat(2 ** 47),
      fc.uint8Array({ minLength: 10, maxLength: 10 }),
      (a, b, random) => {
        fc.pre(a !== b);
        expect(newId<NeedId>(a, random) < newId<NeedId>(b, random)).toBe(a < b);
      },
    );
    fc.assert(property, propertyRuns(300));
  });

  it('throws for too little randomness and for no instant', () => {
    expect(() => newId(0, new Uint8Array(9))).toThrow(RangeError);
    expect(() => newId(-1, new Uint8Array(10))).toThrow(RangeError);
    expect(() => newId(2 ** 48, new Uint8Array(10))).toThrow(RangeError);
  });
});

describe('parseId', () => {
  it('lower-cases', () => {
    expect(parseId('017F22E2-79B0-7CC3-98C4-DC0C0C07398F')).toBe('017f22e2-79b0-7cc3-98c4-dc0c0c07398f');
  });

  it.each([
    ['another version', '919108f7-52d1-4320-9bac-f847db4148a8'],
    ['another variant', '017f22e2-79b0-7cc3-c8c4-dc0c0c07398f'],
    ['no dashes', '017f22e279b07cc398c4dc0c0c07398f'],
    ['a space', ' 17f22e2-79b0-7cc3-98c4-dc0c0c07398f'],
    ['nothing', ''],
    ['a number', 7],
    ['null', null],
  ])('turns away %s', (_name, text) => {
    expect(parseId(text)).toBeUndefined();
  });
});
