/** The units in which quantities are counted: every kind has one, and all its amounts are whole numbers of it. */
export const baseUnits = ['each', 'gram', 'ml', 'minute', 'cent'] as const;
export type BaseUnit = (typeof baseUnits)[number];

/** The units people type. The words for them are the message catalogue's. */
export const unitCodes = [
  'each',
  'person',
  'ride',
  'visit',
  'night',
  'pair',
  'dozen',
  'pack',
  'box',
  'case',
  'bag',
  'can',
  'bottle',
  'jar',
  'bundle',
  'load',
  'cord',
  'set',
  'meal',
  'sheet',
  'bed',
  'seat',
  'gram',
  'kilogram',
  'ounce',
  'pound',
  'ton',
  'ml',
  'liter',
  'fluid-ounce',
  'quart',
  'gallon',
  'minute',
  'hour',
  'shift',
  'day',
  'cent',
  'dollar',
] as const;
export type UnitCode = (typeof unitCodes)[number];

/**
 * A unit people type, with its exact factor: base = figure × numerator ÷ denominator.
 *
 * `exact` units refuse a figure that is no whole number of base units (half a cent, a third of a diaper). `nearest`
 * units are those whose factor can hardly ever come out whole (a pound is 453.59237 g): they round half up to the base
 * unit, and the entered figure, which is kept, stays the truth.
 */
export type EntryUnit = {
  readonly code: UnitCode;
  readonly numerator: number;
  readonly denominator: number;
  readonly rounding: 'exact' | 'nearest';
};

const exact = (code: UnitCode, numerator: number, denominator = 1): EntryUnit => ({
  code,
  numerator,
  denominator,
  rounding: 'exact',
});
const nearest = (code: UnitCode, numerator: number, denominator: number): EntryUnit => ({
  code,
  numerator,
  denominator,
  rounding: 'nearest',
});

/** A unit that is the base unit itself under a friendlier word: one ride, one person, one meal. */
export function single(code: UnitCode): EntryUnit {
  return exact(code, 1);
}

/** A unit of `count` base units: a pack of 30 diapers, a case of 24 cans, a shift of 180 minutes. */
export function packOf(code: UnitCode, count: number): EntryUnit {
  return exact(code, count);
}

export const dozen = exact('dozen', 12);

/** Mass in grams. The avoirdupois pound is 453.59237 g by the 1959 agreement; ounce and short ton follow from it. */
export const gram = exact('gram', 1);
export const kilogram = exact('kilogram', 1000);
export const pound = nearest('pound', 45_359_237, 100_000);
export const ounce = nearest('ounce', 45_359_237, 1_600_000);
export const ton = nearest('ton', 90_718_474, 100);

/** Volume in milliliters. The US gallon is 231 cubic inches of 16.387064 ml each (NIST Handbook 44, appendix C). */
export const ml = exact('ml', 1);
export const liter = exact('liter', 1000);
export const gallon = nearest('gallon', 3_785_411_784, 1_000_000);
export const quart = nearest('quart', 946_352_946, 1_000_000);
export const fluidOunce = nearest('fluid-ounce', 29_573_529_562, 1_000_000_000);

export const minute = exact('minute', 1);
export const hour = exact('hour', 60);
export const cent = exact('cent', 1);
export const dollar = exact('dollar', 100);
