import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import type { z } from 'zod';

import type { Endpoint } from './endpoint.ts';
import type { DoorFieldCode, WrongField } from './problem.ts';

/** What came over the wire: nothing of it is trusted. */
export interface Sent {
  readonly parameters: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly contentType: string;
  /** Undefined where it was longer than the door takes. */
  readonly body: Uint8Array | undefined;
}

export interface Input {
  readonly parameters: unknown;
  readonly query: unknown;
  readonly body: unknown;
}

export type InputRefusal =
  | { readonly code: 'body-too-large' | 'body-not-json' | 'body-broken' }
  | { readonly code: 'fields-wrong'; readonly fields: readonly WrongField[] };

/** Reads what an operation takes out of what was sent, or says everything that is wrong with it at once. */
export function readInput(endpoint: Endpoint, sent: Sent): Outcome<Input, InputRefusal> {
  const body = endpoint.body ? readJson(sent) : accept(undefined);
  if (!body.ok) return body;
  const wrong: WrongField[] = [];
  const read = (name: string, shape: z.ZodType | undefined, given: unknown): unknown => {
    if (!shape) return undefined;
    const parsed = shape.safeParse(given, { reportInput: true });
    if (parsed.success) return parsed.data;
    for (const issue of parsed.error.issues) wrong.push(wrongField(name, issue));
    return undefined;
  };
  const input = {
    parameters: read('path', endpoint.parameters, sent.parameters),
    query: read('query', endpoint.query, queryOf(sent.query)),
    body: read('body', endpoint.body, body.value),
  };
  return wrong.length > 0 ? refuse({ code: 'fields-wrong', fields: wrong.slice(0, wrongShownMax) }) : accept(input);
}

/** Somebody who sends a thousand wrong fields learns enough from the first. */
const wrongShownMax = 50;

/** Fails on broken UTF-8, where the usual way would put U+FFFD in its place and lose a letter of a name. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readJson({ contentType, body }: Sent): Outcome<unknown, InputRefusal> {
  if (body === undefined) return refuse({ code: 'body-too-large' });
  if (!/^application\/(?:[\w.+-]+\+)?json(?:\s*;|$)/i.test(contentType)) return refuse({ code: 'body-not-json' });
  try {
    return accept(JSON.parse(utf8.decode(body)) as unknown);
  } catch {
    return refuse({ code: 'body-broken' });
  }
}

/** A name that is sent twice stays a list, which no field takes. */
function queryOf(query: URLSearchParams): Record<string, unknown> {
  const given: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  for (const name of new Set(query.keys())) {
    const values = query.getAll(name);
    given[name] = values.length === 1 ? values[0] : values;
  }
  return { ...given };
}

function wrongField(name: string, issue: z.core.$ZodIssue): WrongField {
  // A key that nobody knows is the caller's own text, and may be long.
  const path = issue.code === 'unrecognized_keys' ? [...issue.path, issue.keys[0] ?? ''] : issue.path;
  return { at: [name, ...path.map(String)].join('.').slice(0, 200), code: codeOf(issue) };
}

function codeOf(issue: z.core.$ZodIssue): DoorFieldCode {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'missing' : 'wrong-sort';
    case 'unrecognized_keys':
      return 'unknown-name';
    case 'too_big':
      return issue.origin === 'string' || issue.origin === 'array' ? 'too-long' : 'too-large';
    case 'too_small':
      return 'too-small';
    case 'invalid_value':
    case 'invalid_union':
      return issue.input === undefined ? 'missing' : 'not-one-of';
    case 'invalid_format':
      return issue.format === 'datetime' ? 'not-a-time' : 'wrong-format';
    case 'custom':
      return issue.params?.['code'] === 'ends-before-start' ? 'ends-before-start' : 'not-a-time';
    default:
      return 'wrong-format';
  }
}
