import { fail, type ActionFailure } from '@sveltejs/kit';

import type { FormState } from '#lib/form-state.ts';

/** The fields of a sent form, cleaned, and the way to hand them back unharmed. */
export interface FormInput {
  /** One line: trimmed, without control characters, cut at `lengthMax` characters. Empty when missing. */
  text(name: string, lengthMax?: number): string;
  /** The same with its line breaks. */
  lines(name: string, lengthMax?: number): string;
  /** Every value of a field that may be ticked several times. */
  several(name: string): string[];
  has(name: string): boolean;
  file(name: string): File | undefined;
  /** Names this act: the same key again is the same act, not a second one. */
  readonly idempotencyKey: string;
  /** Everything as it was typed, for the form to show again. Never files, never `secret` fields. */
  refuse(status: number, reasons: Pick<FormState, 'problems' | 'refusal'>): ActionFailure<FormState>;
}

const lengthMaxOfLine = 500;
const lengthMaxOfText = 5_000;
/** A long form of a group's own, translated on one page. */
const fieldsMax = 3_000;

/**
 * Reads a sent form. Bad input never throws: broken UTF-8 arrives as U+FFFD from the decoder, control characters are
 * dropped, over-long texts are cut. An oversized body throws inside `formData()` and becomes the 413 page.
 */
export async function readForm(
  request: Request,
  { secret = [] }: { secret?: readonly string[] } = {},
): Promise<FormInput> {
  const fields = await request.formData();
  const textOf = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  const idempotencyKey = formKeyOf(textOf('idempotencyKey'));
  return {
    text: (name, lengthMax = lengthMaxOfLine) => cleanText(textOf(name), lengthMax).replaceAll(/\s+/g, ' ').trim(),
    lines: (name, lengthMax = lengthMaxOfText) => cleanText(textOf(name).replaceAll('\r\n', '\n'), lengthMax).trim(),
    several: (name) =>
      fields
        .getAll(name)
        .slice(0, fieldsMax)
        .map((value) => (typeof value === 'string' ? cleanText(value, lengthMaxOfLine).trim() : ''))
        .filter((value) => value !== ''),
    has: (name) => textOf(name) !== '',
    file: (name) => {
      const value = fields.get(name);
      return value instanceof File && value.size > 0 ? value : undefined;
    },
    idempotencyKey,
    refuse: (status, reasons) => fail(status, { ...reasons, values: typedValues(fields, secret), idempotencyKey }),
  };
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/** The key a form came with, or a new one: private links are made from it, so a key that could be guessed is none. */
export function formKeyOf(text: string): string {
  return uuid.test(text) ? text : crypto.randomUUID();
}

/** Text without control characters other than line break and tab, in one Unicode form, at most so many characters long. */
export function cleanText(text: string, lengthMax: number): string {
  // oxlint-disable-next-line no-control-regex -- taking control characters out is the point
  const clean = text.normalize('NFC').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, '');
  return clean.length <= lengthMax
    ? clean
    : clean
        .slice(0, lengthMax)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}

function typedValues(fields: FormData, secret: readonly string[]): Record<string, readonly string[]> {
  const values: Record<string, string[]> = {};
  for (const [name, value] of [...fields].slice(0, fieldsMax)) {
    if (typeof value !== 'string' || name === 'idempotencyKey' || secret.includes(name)) continue;
    (values[name] ??= []).push(cleanText(value, lengthMaxOfText));
  }
  return values;
}
