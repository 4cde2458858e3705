import type { Instant } from '@barnraise/kernel/instant.ts';
import { instantOf, parseLocalDate, parseWallTime } from '@barnraise/kernel/time.ts';

import { monthOfName } from './month-names.ts';

const patterns = {
  YYYY: '(\\d{4})',
  YY: '(\\d{2})',
  MMM: '([A-Za-z]{3,10})\\.?',
  MM: '(\\d{1,2})',
  DD: '(\\d{1,2})',
  HH: '(\\d{1,2})',
  hh: '(\\d{1,2})',
  mm: '(\\d{2})',
  ss: '(\\d{2})',
  SSS: '(\\d{1,9})',
  A: '([AaPp])\\.?\\s?[Mm]\\.?',
  Z: '(Z|[+-]\\d{2}:?\\d{2})',
  ddd: '([A-Za-zÁÉÍÓÚáéíóú]{2,10})\\.?,?',
} as const;

type Part = keyof typeof patterns;
type Found = Readonly<Partial<Record<Part, string>>>;

/** Two-digit years up to this one are of this century, the others of the last, as spreadsheets take them. */
const pivot = 69;

/**
 * Makes a reader of dates written in one format: `DD/MM/YYYY HH:mm`, `MM/DD/YY hh:mm A`, `DD.MM.YYYY`, `DD MMM YYYY` (names of
 * months in English and Spanish), `YYYY-MM-DDTHH:mm:ssZ`. What stands in brackets may be missing: `YYYY-MM-DD[ HH:mm]`. The
 * order is stated and never guessed here: 06/02 is the sixth of February in one country and the second of June in
 * another. A year of two digits is one of 1970 to 2069. It gives undefined for anything else, dates that no calendar has
 * included.
 */
export function dateReader(format: string, zone: string): (text: string) => Instant | undefined {
  const read = partsReader(format);
  return (text) => {
    const found = read(text);
    return found && instantFrom(found, zone);
  };
}

function partsReader(format: string): (text: string) => Found | undefined {
  const parts: Part[] = [];
  const shape = format.replace(/YYYY|YY|MMM|MM|DD|HH|hh|mm|ss|SSS|ddd|A|Z|[.*+?^${}()|[\]\\]/g, (token) => {
    if (token === '[') return '(?:';
    if (token === ']') return ')?';
    if (!(token in patterns)) return `\\${token}`;
    parts.push(token as Part);
    return patterns[token as Part];
  });
  const pattern = new RegExp(`^${shape.replaceAll(' ', '\\s+')}$`);
  return (text) => {
    const match = pattern.exec(text.trim());
    if (!match) return undefined;
    return Object.fromEntries(parts.flatMap((part, index) => (match[index + 1] ? [[part, match[index + 1]]] : [])));
  };
}

function instantFrom(found: Found, zone: string): Instant | undefined {
  const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');
  const month = found.MMM === undefined ? Number(found.MM) : monthOfName(found.MMM);
  const date = parseLocalDate(`${yearOf(found)}-${two(String(month ?? 0))}-${two(found.DD)}`);
  const hour = found.hh === undefined ? Number(found.HH ?? 0) : halfDayHour(Number(found.hh), found.A ?? 'a');
  const time = parseWallTime(`${two(String(hour))}:${two(found.mm)}`);
  if (!date || !time || Number(found.ss ?? 0) > 59) return undefined;
  return found.Z === undefined ? instantOf(date, time, zone) : shifted(instantOf(date, time, 'UTC'), found.Z);
}

function yearOf({ YYYY, YY }: Found): string {
  if (YYYY !== undefined) return YYYY;
  return YY === undefined ? '' : String(Number(YY) + (Number(YY) <= pivot ? 2000 : 1900));
}

/** A time with a stated distance from UTC. */
function shifted(at: Instant, offset: string): Instant | undefined {
  const [, sign = '+', hours = '0', minutes = '0'] = /^([+-])(\d{2}):?(\d{2})$/.exec(offset) ?? [];
  const distance = (Number(hours) * 60 + Number(minutes)) * 60_000;
  return distance > 18 * 3_600_000 ? undefined : at + (sign === '-' ? distance : -distance);
}

/** 12 AM is midnight and 12 PM is noon; an hour above twelve is one of the whole day, whatever stands behind it. */
function halfDayHour(hour: number, half: string): number {
  if (hour > 12) return hour;
  return (hour % 12) + (/p/i.test(half) ? 12 : 0);
}
