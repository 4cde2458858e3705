import { z } from 'zod';

import type { FieldProblemCode } from '../requests/posted-field.ts';
import type { MessageKey, Words } from '../words/words.ts';

/** What the door itself may answer instead of an operation, with the status it has. */
export const doorProblems = {
  'token-missing': 401,
  'token-unknown': 401,
  'token-ended': 401,
  'scope-missing': 403,
  'address-unknown': 404,
  'method-unknown': 405,
  'cursor-wrong': 400,
  'cursor-lost': 410,
  'body-too-large': 413,
  'body-not-json': 415,
  'body-broken': 400,
  'fields-wrong': 400,
  'key-missing': 400,
  'key-reused': 422,
  'too-many': 429,
  broken: 500,
} as const satisfies Readonly<Record<string, number>>;

export type DoorCode = keyof typeof doorProblems;

/** What the door itself finds wrong with a field; what a command finds has the codes of the forms. */
export type DoorFieldCode =
  | 'missing'
  | 'unknown-name'
  | 'wrong-sort'
  | 'wrong-format'
  | 'not-one-of'
  | 'too-long'
  | 'too-large'
  | 'too-small'
  | 'not-a-time'
  | 'ends-before-start';

/** One thing that is wrong with what was sent. */
export interface WrongField {
  /** Where it stands: `body.needs.0.amount`, `query.limit`. */
  readonly at: string;
  readonly code: DoorFieldCode | FieldProblemCode;
}

/** RFC 9457, with a `code` for programs, what is known beside it, and words for people. */
export const problemShape = z
  .strictObject({
    type: z.string().describe('An address that names the sort of problem.'),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe('What happened and what to do, in the language asked for.'),
    code: z.string().describe('For programs; it does not change with the language.'),
    reference: z.string().optional().describe('Names this failure in the log of the server.'),
    data: z.record(z.string(), z.unknown()).optional().describe('What the code speaks of: amounts, times, ids.'),
    fields: z
      .array(z.strictObject({ at: z.string(), code: z.string(), detail: z.string() }))
      .optional()
      .describe('Each thing that is wrong with what was sent.'),
  })
  .meta({ id: 'Problem' });

export type Problem = z.infer<typeof problemShape>;

/** The status of a refusal: things that are not there, acts that are not allowed, and all that does not fit just now. */
export function refusalStatus(code: string): number {
  if (code in doorProblems) return doorProblems[code as DoorCode];
  if (code === 'not-found') return 404;
  return code === 'not-allowed' ? 403 : 409;
}

export interface ProblemParts {
  readonly reference?: string;
  readonly data?: Readonly<Record<string, unknown>>;
  readonly fields?: readonly WrongField[];
}

/** A problem in the reader's words. */
export function problemOf(t: Words, code: string, parts: ProblemParts = {}): Problem {
  const status = refusalStatus(code);
  const isOfDoor = code in doorProblems;
  return {
    type: `/api#problem-${code}`,
    title: isOfDoor ? t(`api.${code as DoorCode}`) : t('api.refused'),
    status,
    detail: isOfDoor ? t(`api.${code as DoorCode}-do`) : refusalSentence(t, code, parts.data ?? {}),
    code,
    ...(parts.reference !== undefined && { reference: parts.reference }),
    ...(parts.data && Object.keys(parts.data).length > 0 && { data: parts.data }),
    ...(parts.fields && { fields: parts.fields.map(({ at, code }) => ({ at, code, detail: fieldSentence(t, code) })) }),
  };
}

const doorFieldCodes = new Set<string>([
  'missing',
  'unknown-name',
  'wrong-sort',
  'wrong-format',
  'not-one-of',
  'too-long',
  'too-large',
  'too-small',
  'not-a-time',
  'ends-before-start',
] satisfies DoorFieldCode[]);

function fieldSentence(t: Words, code: WrongField['code']): string {
  if (doorFieldCodes.has(code)) return t(`api.field-${code as DoorFieldCode}`);
  return t(`problem.${code as Exclude<FieldProblemCode, DoorFieldCode>}`);
}

/** The same sentence that a page shows, with the refusal's own figures in it. */
function refusalSentence(t: Words, code: string, data: Readonly<Record<string, unknown>>): string {
  const figures = Object.fromEntries(
    Object.entries(data).filter(([, value]) => typeof value === 'number' || typeof value === 'string'),
  ) as Record<string, string | number>;
  const say = t as unknown as (key: MessageKey, parameters: Record<string, string | number>) => string;
  return say(`refusal.${code}` as MessageKey, { ...figures, count: figures['openQuantity'] ?? 0 });
}
