import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';

import { propertyRuns } from '../testing/property-runs.ts';
import { addQuantities, fromQuantity, isQuantity, lessQuantity, toQuantity } from './quantity.ts';
import { cent, dollar, dozen, gram, hour, kilogram, ounce, packOf, pound, single, type EntryUnit } from './unit.ts';

const quantityOf = (figure: string, unit: EntryUnit, mark?: '.' | ',') => {
  const converted = toQuantity(figure, unit, mark);
  return converted.ok ? converted.value.quantity : converted.refusal.code;
};

describe('toQuantity', () => {
  it.each([
    ['12', single('each'), 12],
    [' 1,500 ', single('each'), 1500],
    ['1 500', single('each'), 1500],
    ['2.5', kilogram, 2500],
    ['.5', hour, 30],
    ['1/2', dozen, 6],
    ['1 1/2', dozen, 18],
    ['1½', dozen, 18],
    ['½', dozen, 6],
    ['3.50', dollar, 350],
    ['12', packOf('pack', 30), 360],
    ['１２', single('each'), 12],
    ['1', pound, 454],
    ['10', pound, 4536],
    ['1', ounce, 28],
    ['9007199254740991', single('each'), Number.MAX_SAFE_INTEGER],
  ])('reads %s', (figure, unit, quantity) => {
    expect(quantityOf(figure, unit)).toBe(quantity);
  });

  it.each([
    ['1.500,25', dollar, 150_025],
    ['2,5', kilogram, 2500],
  ])('reads %s where the comma is the decimal mark', (figure, unit, quantity) => {
    expect(quantityOf(figure, unit, ',')).toBe(quantity);
  });

  it.each([
    ['', single('each'), 'amount-not-a-number'],
    ['.', single('each'), 'amount-not-a-number'],
    ['-3', single('each'), 'amount-not-a-number'],
    ['1e9', single('each'), 'amount-not-a-number'],
    ['1,50', dollar, 'amount-not-a-number'],
    ['1,2,3', single('each'), 'amount-not-a-number'],
    ['1/0', single('each'), 'amount-not-a-number'],
    ['twelve', single('each'), 'amount-not-a-number'],
    ['9'.repeat(41), single('each'), 'amount-not-a-number'],
    ['0', single('each'), 'amount-not-positive'],
    ['0.00', dollar, 'amount-not-positive'],
    ['1.005', dollar, 'amount-not-whole'],
    ['1/3', dozen, 4],
    ['1/5', dozen, 'amount-not-whole'],
    ['0.0001', pound, 'amount-not-whole'],
    ['9007199254740992', single('each'), 'amount-too-large'],
    ['90071992547409.92', dollar, 'amount-too-large'],
  ])('answers %s with %s %s', (figure, unit, answer) => {
    expect(quantityOf(figure, unit)).toBe(answer);
  });

  it('keeps the figure as it was typed, and says when it rounded', () => {
    expect(toQuantity(' 2.50 ', pound)).toEqual({
      ok: true,
      value: { quantity: 1134, entered: { figure: '2.50', unit: 'pound' }, exact: false },
    });
  });

  it('agrees with exact arithmetic for every decimal', () => {
    const property = fc.property(fc.nat(1_000_000), fc.nat(99), (whole, hundredths) => {
      const figure = `${whole}.${hundredths.toString().padStart(2, '0')}`;
      const cents = whole * 100 + hundredths;
      expect(quantityOf(figure, dollar)).toBe(cents === 0 ? 'amount-not-positive' : cents);
    });
    fc.assert(property, propertyRuns(500));
  });

  it('never throws, and gives only safe integers above zero', () => {
    const units = fc.constantFrom(single('each'), dozen, gram, pound, ounce, hour, cent, dollar, packOf('case', 24));
    const text = fc.oneof(fc.string(), fc.stringMatching(/^[0-9 .,/½¼]{1,12}$/));
    const property = fc.property(text, units, fc.constantFrom('.' as const, ',' as const), (figure, unit, mark) => {
      const converted = toQuantity(figure, unit, mark);
      if (!converted.ok) return;
      expect(isQuantity(converted.value.quantity) && converted.value.quantity > 0).toBe(true);
    });
    fc.assert(property, propertyRuns(1000));
  });
});

describe('fromQuantity', () => {
  it.each([
    [360, packOf('pack', 30), '12', true],
    [361, packOf('pack', 30), '12.03', false],
    [150_025, dollar, '1500.25', true],
    [1134, pound, '2.5', false],
    [0, hour, '0', true],
    [90, hour, '1.5', true],
  ])('shows %i', (quantity, unit, figure, exact) => {
    expect(fromQuantity(quantity, unit)).toEqual({ figure, unit: unit.code, exact });
  });

  it('is read back as the same quantity where two decimals are enough', () => {
    const property = fc.property(
      fc.integer({ min: 1, max: 1e12 }),
      fc.constantFrom(single('each'), dollar),
      (quantity, unit) => {
        expect(quantityOf(fromQuantity(quantity, unit).figure, unit)).toBe(quantity);
      },
    );
    fc.assert(property, propertyRuns(300));
  });
});

describe('isQuantity', () => {
  it('knows whole amounts from zero up', () => {
    expect([0, 1, Number.MAX_SAFE_INTEGER].every(isQuantity)).toBe(true);
    expect([-1, 0.5, 2 ** 53, Number.NaN, '1', null].some(isQuantity)).toBe(false);
  });
});

describe('sums', () => {
  it('add exactly or throw', () => {
    expect(addQuantities(1, 2, 3)).toBe(6);
    expect(() => addQuantities(Number.MAX_SAFE_INTEGER, 1)).toThrow(RangeError);
    expect(lessQuantity(3, 5)).toBe(0);
    expect(lessQuantity(5, 3)).toBe(2);
  });
});
