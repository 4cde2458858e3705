import type { Instant } from '@barnraise/kernel/instant.ts';
import { instantOf, parseLocalDate, parseWallTime } from '@barnraise/kernel/time.ts';

type Part = 'YYYY' | 'MM' | 'DD' | 'HH' | 'hh' | 'mm' | 'ss' | 'A';

const patterns: Readonly<Record<Part, string>> = {
  YYYY: '(\\d{4})',
  MM: '(\\d{1,2})',
  DD: '(\\d{1,2})',
  HH: '(\\d{1,2})',
  hh: '(\\d{1,2})',
  mm: '(\\d{2})',
  ss: '(\\d{2})',
  A: '([AaPp])\\.?[Mm]\\.?',
};

/**
 * Makes a reader of dates written in one format: `DD/MM/YYYY HH:mm`, `YYYY-MM-DD hh:mm A`, `MM/DD/YYYY`. The order is
 * stated and never guessed: 06/02 is the sixth of February in one country and the second of June in another. It gives
 * undefined for anything else, dates that no calendar has included.
 */
export function dateReader(format: string, zone: string): (text: string) => Instant | undefined {
  const parts: Part[] = [];
  const shape = format.replace(/YYYY|MM|DD|HH|hh|mm|ss|A|[.*+?^${}()|[\]\\]/g, (token) => {
    if (!(token in patterns)) return `\\${token}`;
    parts.push(token as Part);
    return patterns[token as Part];
  });
  const pattern = new RegExp(`^${shape.replaceAll(' ', '\\s+')}$`);
  return (text) => {
    const match = pattern.exec(text.trim());
    if (!match) return undefined;
    const found = Object.fromEntries(parts.map((part, index) => [part, match[index + 1] ?? '']));
    return instantFrom(found, zone);
  };
}

function instantFrom(found: Readonly<Partial<Record<Part, string>>>, zone: string): Instant | undefined {
  const two = (text: string | undefined): string => (text ?? '0').padStart(2, '0');
  const date = parseLocalDate(`${found.YYYY ?? ''}-${two(found.MM)}-${two(found.DD)}`);
  const hour = found.hh === undefined ? Number(found.HH ?? 0) : halfDayHour(Number(found.hh), found.A ?? 'a');
  const time = parseWallTime(`${two(String(hour))}:${two(found.mm)}`);
  return date && time ? instantOf(date, time, zone) : undefined;
}

/** 12 AM is midnight and 12 PM is noon; an hour above twelve is one of the whole day, whatever stands behind it. */
function halfDayHour(hour: number, half: string): number {
  if (hour > 12) return hour;
  return (hour % 12) + (/p/i.test(half) ? 12 : 0);
}
