import type { Outcome, Refusal } from '@barnraise/kernel/outcome.ts';
import type { Scope } from '@barnraise/kernel/scope.ts';
import type { z } from 'zod';

import type { Context } from '../context.ts';
import type { Program } from './program.ts';

/** One call, after the door has let it in. */
export interface Call<Parameters = unknown, Query = unknown, Body = unknown> {
  readonly context: Context;
  /** Who calls, for which member and group, and what the token is for. */
  readonly program: Program;
  readonly parameters: Parameters;
  readonly query: Query;
  readonly body: Body;
  /** What names this act: the caller's own `Idempotency-Key`, bound to the token. Only for writes. */
  readonly key: string;
}

/** What an operation is called, takes, gives, and may refuse; the door, the document and the tests read the same. */
export interface EndpointOf<Parameters, Query, Body, Answer, Code extends string> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH';
  /** Below `/api/v1`, with `{names}` of parameters. */
  readonly path: `/${string}`;
  /** The operation's name in the document and in generated clients. */
  readonly name: string;
  /** One plain sentence, and more where it is needed. */
  readonly says: string;
  /** Every one of them is needed. Empty for what each token may. */
  readonly scopes: readonly Scope[];
  readonly parameters?: z.ZodType<Parameters>;
  readonly query?: z.ZodType<Query>;
  readonly body?: z.ZodType<Body>;
  readonly answers: z.ZodType<Answer>;
  /** 201 for what makes something, with its address in `Location`. */
  readonly makes?: (answer: Answer) => string;
  /** Every code that `run` may refuse with. */
  readonly refuses: readonly Code[];
  /** The version of what is answered, for `ETag`. */
  readonly version?: (answer: Answer) => number;
  readonly run: (call: Call<Parameters, Query, Body>) => Promise<Outcome<Answer, { readonly code: NoInfer<Code> }>>;
}

/** An endpoint as the door has it: what it takes was read by its own shapes, and what it gives is written as it comes. */
export interface Endpoint extends Omit<
  EndpointOf<unknown, unknown, unknown, unknown, string>,
  'makes' | 'version' | 'run'
> {
  readonly makes?: (answer: unknown) => string;
  readonly version?: (answer: unknown) => number;
  readonly run: (call: Call) => Promise<Outcome<unknown, Refusal & Readonly<Record<string, unknown>>>>;
}

/** Declares one operation. It does nothing but let the compiler compare what is declared with what is done. */
export function endpoint<
  Answer,
  const Code extends string = never,
  Parameters = unknown,
  Query = unknown,
  Body = unknown,
>(declared: EndpointOf<Parameters, Query, Body, Answer, Code>): Endpoint {
  return declared as unknown as Endpoint;
}
