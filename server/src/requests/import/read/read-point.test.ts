import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { readPoint } from './read-point.ts';

describe('a point in one cell', () => {
  it.each([
    ['39.3254, -77.7390', 39.3254, -77.739],
    ['(39.3254;-77.7390)', 39.3254, -77.739],
    ['39.3254 -77.7390', 39.3254, -77.739],
    ['39.3254° N, 77.7390° W', 39.3254, -77.739],
    ['18.54S 72.33O', -18.54, -72.33],
    ['POINT (-77.7390 39.3254)', 39.3254, -77.739],
    ['POINT(-72 18)', 18, -72],
  ])('%s', (text, latitude, longitude) => {
    expect(readPoint(text)).toEqual({ latitude, longitude });
  });

  it.each([
    '',
    '39.3254',
    '39, -77',
    '95.1, 10.2',
    '39.1, -181.5',
    '39.1 E, 77.2 N',
    '3.5, 4.5, 6.5',
    '12.50 each, 3.0',
  ])('is not %s', (text) => expect(readPoint(text)).toBeUndefined());

  it('is read back as it was written, anywhere on Earth', () => {
    const part = (most: number) => fc.integer({ min: -most * 10_000, max: most * 10_000 }).map((n) => n / 10_000);
    fc.assert(
      fc.property(part(90), part(180), (latitude, longitude) => {
        expect(readPoint(`${latitude.toFixed(4)},${longitude.toFixed(4)}`)).toEqual({
          latitude: Number(latitude.toFixed(4)),
          longitude: Number(longitude.toFixed(4)),
        });
      }),
    );
  });
});
