import type { Refusal } from '@barnraise/kernel/outcome.ts';

import type { Words } from '../words/words.ts';
import type { Endpoint } from './endpoint.ts';
import { problemOf, type ProblemParts, type WrongField } from './problem.ts';

/** What goes back over the wire. */
export interface ApiAnswer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Answers are about people's needs and change by the minute: nobody in between keeps one. */
const json = { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' };

/** What an operation gave. One that has a version is not sent again to whoever has it already. */
export function answerOf(endpoint: Endpoint, value: unknown, known: string | undefined): ApiAnswer {
  if (endpoint.makes) {
    const location = `/api/v1${endpoint.makes(value)}`;
    return { status: 201, headers: { ...json, location }, body: JSON.stringify(value) };
  }
  if (!endpoint.version) return { status: 200, headers: json, body: JSON.stringify(value) };
  const etag = `"${endpoint.version(value)}"`;
  // The same version may be asked for anew: what is private is never kept, only compared.
  const headers = { ...json, 'cache-control': 'private, no-cache', etag };
  if (known?.split(',').some((one) => one.trim().replace(/^W\//, '') === etag))
    return { status: 304, headers, body: '' };
  return { status: 200, headers, body: JSON.stringify(value) };
}

/** A refusal, whoever refuses, as RFC 9457 has it: what its code says is in its words, its figures are data. */
export function problemAnswer(
  t: Words,
  refusal: Refusal & Readonly<Record<string, unknown>>,
  parts: ProblemParts = {},
  headers: Readonly<Record<string, string>> = {},
): ApiAnswer {
  const { code, fields, ...data } = refusal;
  const problem = problemOf(t, code, {
    ...parts,
    data,
    ...(fields !== undefined && { fields: fields as WrongField[] }),
  });
  return {
    status: problem.status,
    headers: {
      'content-type': 'application/problem+json; charset=utf-8',
      'cache-control': 'no-store',
      'content-language': t.locale,
      ...(problem.status === 401 && { 'www-authenticate': 'Bearer realm="barnraise"' }),
      ...(typeof data['retryAfterSeconds'] === 'number' && { 'retry-after': String(data['retryAfterSeconds']) }),
      ...headers,
    },
    body: JSON.stringify(problem),
  };
}
