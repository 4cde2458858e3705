import type { z } from 'zod';

import type { FieldProblemCode } from './posted-field.ts';

/** One thing that needs another look. `field` is the name of the posted field, so the words can stand beside it. */
export interface FieldProblem {
  readonly field: string;
  readonly code: FieldProblemCode;
  /** How much is the most, where the problem is a length or an amount. */
  readonly count?: number;
}

/** What was posted, as it was typed: forms show it again when something needs another look. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

export type FormReading<Value> =
  | { readonly ok: true; readonly value: Value; readonly typed: Typed }
  | { readonly ok: false; readonly problems: readonly FieldProblem[]; readonly typed: Typed };

/** Fields of one form, and letters of one kept field: more than any page sends. */
const fieldsMax = 200;
const keptLettersMax = 10_000;

/** The posted fields by name; a name posted twice becomes a list. Files are left out. */
export function typedFields(form: FormData, most = fieldsMax): Typed {
  const typed: Record<string, string | string[]> = {};
  let count = 0;
  for (const [name, value] of form) {
    count += 1;
    if (count > most || typeof value !== 'string' || name === '__proto__') continue;
    const kept = value.slice(0, keptLettersMax);
    const before = typed[name];
    typed[name] = before === undefined ? kept : [...(Array.isArray(before) ? before : [before]), kept];
  }
  return typed;
}

/** Reads a posted form by its schema. Problems come one to a field, in the order of the schema. */
export function readForm<Value>(schema: z.ZodType<Value>, form: FormData): FormReading<Value> {
  const typed = typedFields(form);
  const read = schema.safeParse(typed);
  if (read.success) return { ok: true, value: read.data, typed };
  return { ok: false, problems: problemsOf(read.error), typed };
}

/** The problems of a failed parse. An issue without a code of ours is a value of the wrong shape: choose again. */
export function problemsOf(error: z.ZodError): readonly FieldProblem[] {
  const byField = new Map<string, FieldProblem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0] ?? '');
    if (byField.has(field)) continue;
    const params = issue.code === 'custom' ? issue.params : undefined;
    const code = (params?.['code'] ?? 'choose-one') as FieldProblemCode;
    const count = params?.['count'] as number | undefined;
    byField.set(field, { field, code, ...(count !== undefined && { count }) });
  }
  return [...byField.values()];
}
