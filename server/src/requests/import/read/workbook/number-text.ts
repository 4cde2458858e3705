import type { CellFormat } from './cell-format.ts';

/** A sheet's number as a person reads it there. Never 5.55E+9: what looks like one number to a sheet is a telephone's. */
export function numberText(value: number, format: CellFormat, epoch1904: boolean): string {
  switch (format.as) {
    case 'percent':
      return `${plainNumber(value * 100)}%`;
    case 'time':
      return timeText(value, format, epoch1904) ?? plainNumber(value);
    case 'digits':
      return inPattern(value, format.sections.find(({ holds }) => holds(value))?.pattern ?? '0');
    case 'number':
      return plainNumber(value);
  }
}

/** All digits, without an exponent, without what binary fractions add: 0.30000000000000004 is 0.3. */
export function plainNumber(value: number): string {
  if (!Number.isFinite(value)) return '';
  if (Number.isInteger(value)) return Math.abs(value) < 1e15 ? String(value) : BigInt(value).toString();
  const rounded = String(Number(value.toPrecision(15)));
  return rounded.includes('e') ? Number(rounded).toFixed(20).replace(/0+$/, '') : rounded;
}

function inPattern(value: number, pattern: string): string {
  if (!Number.isInteger(value) || value < 0 || value >= 1e15) return plainNumber(value);
  const places = pattern.match(/[0#]/g)?.length ?? 0;
  const digits = String(value);
  let left = digits.slice(0, Math.max(0, digits.length - places));
  const inPlaces = digits.slice(left.length).padStart(places, ' ');
  let place = 0;
  return pattern
    .replace(/[0#]/g, (sign) => {
      const digit = inPlaces[place] ?? ' ';
      place += 1;
      const before = left;
      left = '';
      return before + (digit === ' ' ? (sign === '0' ? '0' : '') : digit);
    })
    .trim();
}

const dayMs = 86_400_000;

/**
 * The day that a sheet's number stands for. Sheets that count from 1900 have a 29th of February in that year, day 60,
 * which no calendar has: days before it are one further on. Nothing before the count's beginning is a day.
 */
function timeText(
  value: number,
  { date, clock }: Extract<CellFormat, { as: 'time' }>,
  epoch1904: boolean,
): string | undefined {
  if (value < 0 || value > 2_958_466) return undefined;
  const minutes = Math.round(value * 1440);
  const day = Math.floor(minutes / 1440);
  // Without a day it is a time, or a length of time that may be longer than a day.
  if (!date || (day === 0 && !epoch1904)) return clock ? clockText(minutes) : undefined;
  const shown = clock || minutes % 1440 > 0;
  return dayText(day, epoch1904) + (shown ? ` ${clockText(minutes % 1440)}` : '');
}

function dayText(day: number, epoch1904: boolean): string {
  if (day === 60 && !epoch1904) return '1900-02-29';
  const start = epoch1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, day < 60 ? 31 : 30);
  return new Date(start + day * dayMs).toISOString().slice(0, 10);
}

function clockText(minutes: number): string {
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

function two(figure: number): string {
  return String(figure).padStart(2, '0');
}
