import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { addressFault, proposeAddress } from './group-address.ts';

describe('group addresses', () => {
  test.each([
    ['st-marks', undefined],
    ['a1b', undefined],
    ['ab', 'too-short'],
    ['x'.repeat(41), 'too-long'],
    ['Saint', 'shape'],
    ['-abc', 'shape'],
    ['abc-', 'shape'],
    ['a--b', 'shape'],
    ['a b', 'shape'],
    ['señor', 'shape'],
    ['sign-in', 'reserved'],
    ['demo', 'reserved'],
    ['healthz', 'reserved'],
  ])('%s: %s', (address, fault) => {
    expect(addressFault(address)).toBe(fault);
  });

  test('the proposal is the name in small letters', () => {
    expect(proposeAddress("St. Mark's Pantry & Más")).toBe('st-marks-pantry-mas');
  });

  test('a proposal long enough has no fault but that it is reserved', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (name) => {
        const fault = addressFault(proposeAddress(name));
        expect([undefined, 'too-short', 'reserved']).toContain(fault);
      }),
    );
  });
});
