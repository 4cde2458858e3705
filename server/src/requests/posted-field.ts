import { z } from 'zod';

/** What can be wrong with one posted field. The words for it are `problem.<code>` of the page's messages. */
export type FieldProblemCode =
  | 'required'
  | 'choose-one'
  | 'too-long'
  | 'broken-text'
  | 'not-a-phone'
  | 'not-a-mail'
  | 'not-a-date'
  | 'not-a-time'
  | 'date-too-early'
  | 'date-too-late'
  | 'ends-before-start'
  | 'not-a-number'
  | 'not-positive'
  | 'too-large'
  | 'not-whole'
  | 'unknown-unit'
  | 'unknown-kind'
  | 'not-a-plus-code'
  | 'not-a-point'
  | 'consent-needed'
  | 'tick-needed'
  | 'not-a-photo'
  | 'photo-heic'
  | 'photo-too-large'
  | 'not-a-voice-note'
  | 'voice-too-long'
  | 'file-too-large'
  | 'too-many-files'
  | 'file-gone'
  | 'stale';

/** A field may be missing: an unticked box and a part of the form that a page left out post nothing. */
const posted = z.unknown().optional();

/**
 * Text of one line: outer and doubled spaces, control characters and invisible marks that turn the direction of writing
 * are taken away. U+FFFD stands where the bytes sent were no UTF-8; what it once was cannot be told, so it is refused.
 */
export function line(most: number): z.ZodType<string> {
  return postedText((text) => tidy(text).replace(/\s+/gu, ' ').trim(), most);
}

/** Text of several lines, as `line` but with its line breaks. */
export function paragraph(most: number): z.ZodType<string> {
  const tidied = (text: string): string =>
    tidy(text)
      .replace(/[^\S\n]+/gu, ' ')
      .replace(/ ?\n ?/g, '\n')
      .replace(/\n{3,}/g, '\n\n')
      .trim();
  return postedText(tidied, most);
}

/** A field that may not be left empty. */
export function needed(field: z.ZodType<string>): z.ZodType<string> {
  return field.refine((text) => text !== '', { params: { code: 'required' } });
}

/** One of a few values; `otherwise` stands for a field that was not posted. */
export function oneOf<const Value extends string>(
  values: readonly Value[],
  otherwise?: NoInfer<Value>,
): z.ZodType<Value> {
  return posted
    .transform((value) => (value === undefined || value === '' ? otherwise : value))
    .refine((value): value is Value => values.some((one) => one === value), {
      params: { code: 'choose-one' },
    });
}

/** A box that is ticked or not. */
export const ticked: z.ZodType<boolean> = posted.transform((value) => value === 'on' || value === 'yes');

/** Any number of values of one name, each short; odd ones are left out. */
export function several(most: number): z.ZodType<readonly string[]> {
  return posted.transform((value) => {
    const values = Array.isArray(value) ? value : [value];
    return [
      ...new Set(values.filter((one): one is string => typeof one === 'string' && /^[\w.:-]{1,80}$/.test(one))),
    ].slice(0, most);
  });
}

/** A calendar day as a date field posts it, or empty. That it exists is checked; that it is sensible needs the clock. */
export const day: z.ZodType<string> = line(10).refine((text) => text === '' || isDay(text), {
  params: { code: 'not-a-date' },
});

/** A time of day as a time field posts it ("16:30"), or empty. */
export const timeOfDay: z.ZodType<string> = line(8)
  .transform((text) => text.slice(0, 5))
  .refine((text) => text === '' || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), { params: { code: 'not-a-time' } });

function isDay(text: string): boolean {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (!parts) return false;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  const date = new Date(Date.UTC(year, month - 1, dayOfMonth));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === dayOfMonth;
}

function postedText(tidied: (text: string) => string, most: number): z.ZodType<string> {
  return posted
    .transform((value) => (typeof value === 'string' ? tidied(value) : ''))
    .refine((text) => !text.includes('\uFFFD'), { params: { code: 'broken-text' } })
    .refine((text) => text.length <= most, { params: { code: 'too-long', count: most } });
}

/* oxlint-disable no-control-regex -- finding control characters is the point */
const controls = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/g;

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\r\n?|\u2028|\u2029/g, '\n')
    .replace(controls, '')
    .toWellFormed();
}
