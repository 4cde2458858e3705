import {
  cent,
  dollar,
  dozen,
  fluidOunce,
  gallon,
  gram,
  hour,
  kilogram,
  liter,
  minute,
  ml,
  ounce,
  packOf,
  pound,
  quart,
  single,
  ton,
  unitCodes,
  type BaseUnit,
  type EntryUnit,
  type UnitCode,
} from '../unit.ts';

/** A cord is 128 cubic feet of 28,316.846592 ml each (NIST Handbook 44, appendix C, and section 2.4 of Handbook 130). */
const cord: EntryUnit = { code: 'cord', numerator: 3_624_556_363_776, denominator: 1_000_000, rounding: 'nearest' };

/** A shop's bundle of firewood is three quarters of a cubic foot. */
const bundle: EntryUnit = { code: 'bundle', numerator: 21_237_634_944, denominator: 1_000_000, rounding: 'nearest' };

const measures: readonly EntryUnit[] = [
  dozen,
  gram,
  kilogram,
  pound,
  ounce,
  ton,
  ml,
  liter,
  quart,
  gallon,
  fluidOunce,
  minute,
  hour,
  cent,
  dollar,
  cord,
  bundle,
];

/**
 * Entry units written short, parted by spaces: `pound` (a measure), `ride` (one of the base unit under a friendlier
 * word), `pack:25` (25 of the base unit), `case:24*500` (24 times 500), `bag:5*pound` (five pounds). The base unit itself always comes last, if nowhere else.
 * Throws a RangeError for anything else, since only the catalog's own files are read.
 */
export function readUnits(text: string, base: BaseUnit): readonly EntryUnit[] {
  const named = text.split(' ').filter((word) => word !== '');
  return [...new Set([...named, base])].map(readUnit);
}

function readUnit(text: string): EntryUnit {
  const [code = '', size] = text.split(':');
  if (!isUnitCode(code)) throw new RangeError(`no such unit: ${text}`);
  if (size === undefined) return measures.find((unit) => unit.code === code) ?? single(code);
  const [count = '', of] = size.split('*');
  const measure = measures.find((unit) => unit.code === of);
  if (measure) return { ...measure, code, numerator: Number(count) * measure.numerator };
  const total = Number(count) * (of === undefined ? 1 : Number(of));
  if (!Number.isSafeInteger(total) || total < 1) throw new RangeError(`no such size: ${text}`);
  return packOf(code, total);
}

function isUnitCode(text: string): text is UnitCode {
  return (unitCodes as readonly string[]).includes(text);
}
