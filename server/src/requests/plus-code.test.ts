import { describe, expect, it } from 'vitest';

import { parsePlusCode, plusCodePoint } from './plus-code.ts';

describe('plus codes', () => {
  // The middles of code areas in the specification's own test data (decoding.csv).
  it.each([
    ['7FG49QCJ+2V', 20.370_062_5, 2.782_187_5],
    ['7FG49QCJ+2VX', 20.370_112_5, 2.782_234_375],
    ['8FVC2222+22', 47.000_062_5, 8.000_062_5],
    ['4VCPPQGP+Q9', -41.273_062_5, 174.785_937_5],
  ])('%s lies at %f, %f', (code, latitude, longitude) => {
    const point = plusCodePoint(parsePlusCode(code) ?? '');
    expect(point?.latitude).toBeCloseTo(latitude, 6);
    expect(point?.longitude).toBeCloseTo(longitude, 6);
  });

  it('completes a short code from what lies near', () => {
    const near = { latitude: 20.4, longitude: 2.8 };
    const point = plusCodePoint(parsePlusCode('9QCJ+2V Cotonou') ?? '', near);
    expect(point?.latitude).toBeCloseTo(20.370_062_5, 6);
    expect(plusCodePoint('9QCJ+2V')).toBeUndefined();
  });

  it.each(['12 Oak Street', '+', 'AB12+34', '9Q+2V', '9QCJ+2', '7FG49Q00+'])('takes "%s" for no code', (text) => {
    expect(parsePlusCode(text)).toBeUndefined();
  });
});
