import { createHash } from 'node:crypto';

import { accept, type Outcome, type Refusal, refuse } from '@barnraise/kernel/outcome.ts';
import { within } from '@barnraise/kernel/scope.ts';

import type { Context } from '../context.ts';
import { chooseLocale } from '../words/locale.ts';
import { wordsFor, type Words } from '../words/words.ts';
import { answerOf, type ApiAnswer, problemAnswer } from './answer.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { endpoints } from './endpoints/index.ts';
import { endpointFinder } from './find-endpoint.ts';
import { keyedWrite, oncePerKey } from './once-per-key.ts';
import { openApiText } from './openapi-document.ts';
import type { Program } from './program.ts';
import { programOf } from './program.ts';
import { readInput } from './read-input.ts';
import { openTurns, takeStrangersTurn, type Turns } from './take-turn.ts';

/** One request as the web's door hands it on. */
export interface ApiRequest {
  readonly method: string;
  /** Below `/api/v1`, decoded part by part; undefined where it cannot be decoded. */
  readonly path: string | undefined;
  readonly query: URLSearchParams;
  readonly header: (name: string) => string | undefined;
  /** Undefined for a body that is longer than the door takes. */
  readonly body: () => Promise<Uint8Array | undefined>;
  /** The network address it came from. */
  readonly address: string;
}

export interface Api {
  readonly answer: (request: ApiRequest) => Promise<ApiAnswer>;
  /** What the log calls a request: the operation's path with its names, never an address with somebody's id in it. */
  readonly nameOf: (request: Pick<ApiRequest, 'method' | 'path'>) => string;
}

type Refused = Refusal & Readonly<Record<string, unknown>>;
type Step<T> = Promise<Outcome<T, Refused>>;

const find = endpointFinder(endpoints);

/** The public HTTP API. `logError` is told what nobody expected, and gives the reference that the caller reads. */
export function publicApi(context: Context, logError: (error: unknown, page: string) => string): Api {
  const turns = openTurns(context);
  const nameOf: Api['nameOf'] = ({ method, path }) => {
    const found = find(method, path ?? '');
    return found.kind === 'endpoint' ? `/api/v1${found.endpoint.path}` : '/api/v1';
  };
  return {
    nameOf,
    answer: async (request) => {
      const t = wordsFor(chooseLocale({ accepted: request.header('accept-language') ?? null }));
      try {
        return await route(context, turns, request, t);
      } catch (error) {
        return problemAnswer(t, { code: 'broken' }, { reference: logError(error, nameOf(request)) });
      }
    },
  };
}

async function route(context: Context, turns: Turns, request: ApiRequest, t: Words): Promise<ApiAnswer> {
  if (request.method === 'GET' && request.path === '/openapi.json') return openApiAnswer(context);
  const found = find(request.method, request.path ?? '/');
  if (request.path === undefined || found.kind === 'nothing') return problemAnswer(t, { code: 'address-unknown' });
  if (found.kind === 'other-method') {
    const allow = found.allowed.flatMap((method) => (method === 'GET' ? ['GET', 'HEAD'] : [method])).join(', ');
    return problemAnswer(t, { code: 'method-unknown' }, {}, { allow });
  }
  const { endpoint, parameters } = found;
  const outcome = await call(context, turns, request, endpoint, parameters);
  if (!outcome.ok) return problemAnswer(t, outcome.refusal);
  return answerOf(endpoint, outcome.value, request.header('if-none-match'));
}

/** One operation as a sentence: who calls, may they, is it their turn, what do they want, do it. */
async function call(
  context: Context,
  turns: Turns,
  request: ApiRequest,
  endpoint: Endpoint,
  parameters: Readonly<Record<string, string>>,
): Step<unknown> {
  const program = await callerOf(context, request);
  if (!program.ok) return program;
  const missing = endpoint.scopes.find((scope) => !within(program.value.actor, scope));
  if (missing) return refuse({ code: 'scope-missing', scope: missing });
  const turn = await turns.take(program.value.tokenId);
  if (!turn.ok) return turn;
  const input = readInput(endpoint, await sentOf(request, endpoint, parameters));
  if (!input.ok) return input;
  const ready = readyToRun(context, program.value, endpoint, request, input.value);
  return ready.ok ? endpoint.run(ready.value) : ready;
}

async function callerOf(context: Context, request: ApiRequest): Step<Program> {
  const program = await programOf(context, request.header('authorization'));
  if (program.ok) return program;
  const hash = createHash('sha256').update(request.address).digest('base64url').slice(0, 22);
  const turn = await takeStrangersTurn(context, hash);
  return turn.ok ? program : turn;
}

async function sentOf(request: ApiRequest, endpoint: Endpoint, parameters: Readonly<Record<string, string>>) {
  return {
    parameters,
    query: request.query,
    contentType: request.header('content-type') ?? '',
    body: endpoint.body ? await request.body() : undefined,
  };
}

const keyShape = /^[\x21-\x7e]{1,200}$/;

/** A write is named by its sender, so that what is sent twice over a bad line is done once. */
function readyToRun(
  context: Context,
  program: Program,
  endpoint: Endpoint,
  request: ApiRequest,
  input: { readonly parameters: unknown; readonly query: unknown; readonly body: unknown },
): Outcome<Call, Refused> {
  if (endpoint.method === 'GET') return accept({ context, program, key: '', ...input });
  const key = request.header('idempotency-key');
  if (key === undefined || !keyShape.test(key)) return refuse({ code: 'key-missing' });
  const write = keyedWrite(program, endpoint, key, input);
  return accept({ context: oncePerKey(context, write), program, key: write.key, ...input });
}

function openApiAnswer(context: Context): ApiAnswer {
  return {
    status: 200,
    headers: { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'public, max-age=300' },
    body: openApiText(context.config.http.origin),
  };
}
