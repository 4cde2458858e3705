import { accept, refuse, type Outcome } from './outcome.ts';
import type { EntryUnit, UnitCode } from './unit.ts';

/** A whole number of a kind's base unit, never negative and always a safe integer. */
export type Quantity = number;

/** What somebody typed, kept as it was typed beside the quantity made of it. */
export type EnteredAmount = { readonly figure: string; readonly unit: UnitCode };

/** `exact` is false only when a `nearest` unit had to round. */
export type ConvertedAmount = { readonly quantity: Quantity; readonly entered: EnteredAmount; readonly exact: boolean };

export type QuantityRefusal =
  | { readonly code: 'amount-not-a-number' }
  | { readonly code: 'amount-not-positive' }
  | { readonly code: 'amount-too-large' }
  | { readonly code: 'amount-not-whole'; readonly unit: UnitCode };

/** How decimals are written where the figure comes from; the other mark may group thousands. */
export type DecimalMark = '.' | ',';

/** True for zero and every whole amount that adds and subtracts exactly. */
export function isQuantity(value: unknown): value is Quantity {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** Sum of quantities; throws a RangeError where the sum is no longer a safe integer. */
export function addQuantities(...quantities: readonly Quantity[]): Quantity {
  let sum = 0;
  for (const quantity of quantities) {
    sum += quantity;
    if (!Number.isSafeInteger(sum)) throw new RangeError('quantity sum is not a safe integer');
  }
  return sum;
}

/** What is left of `a` after `b`, at least zero. */
export function lessQuantity(a: Quantity, b: Quantity): Quantity {
  return a > b ? a - b : 0;
}

/** A figure as a fraction of two integers, `denominator` above zero. */
type Fraction = { readonly numerator: bigint; readonly denominator: bigint };

/** Longer figures are no amounts of anything and would only cost time. */
const figureLengthMax = 40;

/**
 * Reads "12", "1,500", "2.5", "1/2", "1 1/2", "½" and "1½" exactly. Thousands may be grouped in threes by the other
 * mark, a space or a thin space. Gives undefined for everything else, signs and exponents included.
 */
function readFigure(text: string, decimalMark: DecimalMark): Fraction | undefined {
  if (text.length > figureLengthMax) return undefined;
  // NFKC turns ½ into 1⁄2 with U+2044 and full-width digits into ASCII; a digit just before ½ must not run into it.
  const spaced = text
    .replace(/(\d)([¼½¾⅐-⅞])/gu, '$1 $2')
    .normalize('NFKC')
    .replaceAll('\u2044', '/')
    .trim();
  const mixed = /^(?:(\d+)\s+)?(\d+)\s*\/\s*(\d+)$/.exec(spaced);
  if (mixed) return readMixed(mixed[1] ?? '0', mixed[2] ?? '0', mixed[3] ?? '0');
  return readDecimal(spaced, decimalMark);
}

function readMixed(whole: string, over: string, under: string): Fraction | undefined {
  const denominator = BigInt(under);
  if (denominator === 0n) return undefined;
  return { numerator: BigInt(whole) * denominator + BigInt(over), denominator };
}

function readDecimal(text: string, decimalMark: DecimalMark): Fraction | undefined {
  const shape =
    decimalMark === '.'
      ? /^(\d+|\d{1,3}(?:[, '’]\d{3})+)?(?:\.(\d+))?$/
      : /^(\d+|\d{1,3}(?:[. '’]\d{3})+)?(?:,(\d+))?$/;
  const match = shape.exec(text);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/\D/g, '');
  const part = match[2] ?? '';
  if (whole === '' && part === '') return undefined;
  return { numerator: BigInt(whole + part), denominator: 10n ** BigInt(part.length) };
}

/**
 * Turns a typed figure into the kind's base unit without ever passing through a float.
 *
 * Refuses what is no number, zero, what is no whole number of base units in an `exact` unit (or rounds to nothing in a
 * `nearest` one), and what is no safe integer.
 */
export function toQuantity(
  figure: string,
  unit: EntryUnit,
  decimalMark: DecimalMark = '.',
): Outcome<ConvertedAmount, QuantityRefusal> {
  const entered: EnteredAmount = { figure: figure.trim(), unit: unit.code };
  const fraction = readFigure(entered.figure, decimalMark);
  if (!fraction) return refuse({ code: 'amount-not-a-number' });
  if (fraction.numerator === 0n) return refuse({ code: 'amount-not-positive' });
  const over = fraction.numerator * BigInt(unit.numerator);
  const under = fraction.denominator * BigInt(unit.denominator);
  const exact = over % under === 0n;
  if (!exact && unit.rounding === 'exact') return refuse({ code: 'amount-not-whole', unit: unit.code });
  const base = exact ? over / under : (2n * over + under) / (2n * under);
  if (base === 0n) return refuse({ code: 'amount-not-whole', unit: unit.code });
  if (base > BigInt(Number.MAX_SAFE_INTEGER)) return refuse({ code: 'amount-too-large' });
  return accept({ quantity: Number(base), entered, exact });
}

/** An amount for showing: whole entry units and the base units left over, of which `exact` says whether there are any. */
export type ShownAmount = { readonly figure: string; readonly unit: UnitCode; readonly exact: boolean };

/**
 * A quantity in an entry unit, with at most `decimals` places and no trailing zeros, rounded half up, the decimal mark a
 * point. For showing only: nothing may be reckoned from it.
 */
export function fromQuantity(quantity: Quantity, unit: EntryUnit, decimals = 2): ShownAmount {
  const scale = 10n ** BigInt(decimals);
  const over = BigInt(quantity) * BigInt(unit.denominator) * scale;
  const under = BigInt(unit.numerator);
  const scaled = (2n * over + under) / (2n * under);
  const whole = (scaled / scale).toString();
  const part = (scaled % scale).toString().padStart(decimals, '0').replace(/0+$/, '');
  return { figure: part === '' ? whole : `${whole}.${part}`, unit: unit.code, exact: over % under === 0n };
}
