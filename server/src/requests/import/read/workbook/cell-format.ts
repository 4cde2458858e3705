/** How a sheet shows a number. */
export type CellFormat =
  | { readonly as: 'number' }
  | { readonly as: 'percent' }
  | { readonly as: 'time'; readonly date: boolean; readonly clock: boolean }
  /** Digits in a pattern: a telephone number, a postal code with its leading zeros. */
  | { readonly as: 'digits'; readonly sections: readonly DigitSection[] };

export interface DigitSection {
  readonly pattern: string;
  /** The numbers it is for; of several sections the first that holds is used. */
  readonly holds: (value: number) => boolean;
}

/** Formats that workbooks name by number only (ECMA-376 part 1, 18.8.30); those of Eastern calendars are dates too. */
export function builtinFormat(id: number): CellFormat {
  if (id === 9 || id === 10) return { as: 'percent' };
  if (id === 22) return { as: 'time', date: true, clock: true };
  if ((id >= 14 && id <= 17) || (id >= 27 && id <= 31) || id === 36 || (id >= 50 && id <= 58))
    return { as: 'time', date: true, clock: false };
  if ((id >= 18 && id <= 21) || (id >= 32 && id <= 35) || (id >= 45 && id <= 47))
    return { as: 'time', date: false, clock: true };
  return { as: 'number' };
}

/** What a format's code means: `yyyy-mm-dd hh:mm`, `0%`, `00000`, `(000) 000-0000`. */
export function formatOfCode(code: string): CellFormat {
  const first = bare(sectionsOf(code)[0] ?? '');
  if (first.includes('%')) return { as: 'percent' };
  // A month and a minute are both an m: beside a year or a day it is a month, beside an hour or a second a minute.
  const clock = /[hs]/i.test(first) || /\[[hms]+\]/i.test(code);
  const date = /[yd]/i.test(first.replace(/general/i, '')) || (/m{2,}/i.test(first) && !clock);
  if (date || clock) return { as: 'time', date, clock };
  const sections = sectionsOf(code).map(digitSection);
  return sections[0] && isDigitPattern(sections[0].pattern) ? { as: 'digits', sections } : { as: 'number' };
}

function sectionsOf(code: string): readonly string[] {
  return code.match(/(?:"[^"]*"|\\.|\[[^\]]*\]|[^;])+/g) ?? [];
}

/** Without quoted words, escaped signs, colors and conditions. */
function bare(section: string): string {
  return section.replace(/"[^"]*"|\\.|\[[^\]]*\]|[_*]./g, '');
}

function digitSection(section: string): DigitSection {
  const [, sign, limit] = /\[(<=|<|>=|>|=)(-?\d+)\]/.exec(section) ?? [];
  const pattern = section
    .replace(/\[[^\]]*\]|_./g, '')
    .replace(/"([^"]*)"/g, '$1')
    .replace(/\\(.)/g, '$1')
    .trim();
  return { pattern, holds: sign === undefined ? () => true : (value) => compare(value, sign, Number(limit)) };
}

function compare(value: number, sign: string, limit: number): boolean {
  if (sign === '<=') return value <= limit;
  if (sign === '<') return value < limit;
  if (sign === '>=') return value >= limit;
  return sign === '>' ? value > limit : value === limit;
}

/** Only signs of telephone numbers and codes, and more than a plain number would have: "0" and "#" show a number. */
function isDigitPattern(pattern: string): boolean {
  return /^[0#\s()+/-]+$/.test(pattern) && (/0{2,}/.test(pattern) || /[0#][\s()+/-]+[0#]/.test(pattern));
}
