import { dateReader } from '../read/read-date.ts';

/** How a column's dates may be written, the likeliest first. */
export interface DateGuess {
  /** Formats in which as many of its values are dates as in any other. More than one: somebody has to say. */
  readonly formats: readonly string[];
  /** Of the values that say something, those that are dates in the first of them, from 0 to 1. */
  readonly share: number;
  /** A value that is a different day in each of them. */
  readonly example: string;
}

const clock = '[ HH:mm[:ss]]';
const halfDay = ' hh:mm[:ss] A';

/** Days as people write them in tables. Day and month may change places only where both are figures. */
const days = [
  'YYYY-MM-DD',
  'DD/MM/YYYY',
  'MM/DD/YYYY',
  'DD.MM.YYYY',
  'DD-MM-YYYY',
  'MM-DD-YYYY',
  'YYYY/MM/DD',
  'DD/MM/YY',
  'MM/DD/YY',
  'DD.MM.YY',
  'DD MMM YYYY',
  'DD-MMM-YYYY',
  'DD-MMM-YY',
  'MMM DD, YYYY',
  'DD de MMM de YYYY',
];

/** All formats that are tried. Those with a plain clock also read a day alone, since sheets leave midnight out. */
export const dateFormats: readonly string[] = [
  ...days.flatMap((day) => [day + clock, day + halfDay]),
  'YYYY-MM-DD HH:mm:ss.SSS',
  'YYYY-MM-DDTHH:mm[:ss[.SSS]][Z]',
  'YYYY-MM-DD HH:mm[:ss[.SSS]] Z',
  'MM/DD/YYYY, hh:mm[:ss] A',
  'ddd DD MMM YYYY[ HH:mm[:ss]]',
  'ddd MMM DD YYYY[ HH:mm[:ss]]',
];

interface Tried {
  readonly format: string;
  readonly read: (text: string) => number | undefined;
  fits: number;
}

/** Values looked at before it is settled that a column has no dates. */
const patience = 30;

export interface DateTally {
  /** True when the value is a date in one of the formats. */
  readonly add: (text: string) => boolean;
  readonly guess: () => DateGuess;
}

/**
 * Looks at the values of a column one by one. Every value counts, to the last: the one row that is from the 13th on tells
 * days from months. `monthFirst` only says which of two that fit alike is likelier.
 */
export function dateTally(monthFirst: boolean): DateTally {
  let tried: Tried[] = dateFormats.map((format) => ({ format, read: dateReader(format, 'UTC'), fits: 0 }));
  let values = 0;
  let example = '';
  /** Of values that cannot begin with a month, less those that cannot go on with one: "31/02" is no date, but says so. */
  let dayFirst = 0;
  return {
    add: (text) => {
      values += 1;
      dayFirst += dayBefore(text);
      if (tried.length === 0 || text.length < 6 || text.length > 40 || !/\d/.test(text)) return settle(false);
      const readings = new Set<number>();
      for (const one of tried) {
        const at = one.read(text);
        if (at === undefined) continue;
        one.fits += 1;
        readings.add(at);
      }
      if (example === '' && readings.size > 1) example = text;
      return settle(readings.size > 0);
    },
    guess: () => {
      const most = Math.max(0, ...tried.map(({ fits }) => fits));
      const formats = tried.filter(({ fits }) => fits === most && most > 0).map(({ format }) => format);
      const isMonthFirst = dayFirst === 0 ? monthFirst : dayFirst < 0;
      const sorted = distinctDays(formats).toSorted(
        (left, right) => likelier(right, isMonthFirst) - likelier(left, isMonthFirst),
      );
      return { formats: sorted, share: values === 0 ? 0 : most / values, example: sorted.length > 1 ? example : '' };
    },
  };

  /** Lets go of formats that nothing speaks for, so that a column of words costs nothing. */
  function settle(isDate: boolean): boolean {
    if (values === patience) tried = tried.filter(({ fits }) => fits > 0);
    return isDate;
  }
}

/** 1 where the first figure is too high for a month, -1 where the second is. */
function dayBefore(text: string): number {
  const [, first = 0, second = 0] = /^(\d{1,2})[/.-](\d{1,2})[/.-]/.exec(text) ?? [];
  return Number(Number(first) > 12) - Number(Number(second) > 12);
}

/** Of formats that are the same day and differ only in how a clock would be written, the first. */
function distinctDays(formats: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return formats.filter((format) => {
    const day = format.replace(/[[,]?[ T][Hh].*$/, '');
    return !seen.has(day) && seen.add(day);
  });
}

function likelier(format: string, monthFirst: boolean): number {
  if (/^DD[/-]/.test(format)) return monthFirst ? 0 : 1;
  return /^MM[/-]/.test(format) && monthFirst ? 1 : 0;
}
