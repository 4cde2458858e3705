import http from 'node:http';

import type { Role } from '@barnraise/kernel/actor.ts';
import type { GroupId, MemberId, TokenId } from '@barnraise/kernel/ids.ts';
import { type Scope, scopes as allScopes } from '@barnraise/kernel/scope.ts';
import { afterAll } from 'vitest';

import { makeToken } from '../../server/src/api/tokens/make-token.ts';
import type { Context, ContextOverrides } from '../../server/src/context.ts';
import type { Caller } from '../../server/src/record/caller.ts';
import { openApiDoor } from '../../web/http/api-door.ts';
import { makeWebServer } from '../../web/http/web-server.ts';
import { freshDatabase, seedGroups } from '../store/database.ts';
import { seedKind, seedMember } from './people-and-needs.ts';

/** What came back, with its JSON read. */
export interface Answered {
  readonly status: number;
  readonly headers: http.IncomingHttpHeaders;
  // oxlint-disable-next-line typescript/no-explicit-any -- tests look into whatever was answered
  readonly body: any;
}

export interface Sending {
  readonly token?: string | undefined;
  readonly body?: unknown;
  /** Sent as it is, instead of `body`. */
  readonly raw?: string | Uint8Array;
  readonly key?: string | null;
  readonly headers?: http.OutgoingHttpHeaders;
}

/** Two groups with their stewards, the real door over a real database, and tokens of every cut. */
export async function apiRoom(overrides: ContextOverrides = {}) {
  const { context, database, owner, connect } = await freshDatabase(overrides);
  const { here, there } = await seedGroups(context);
  for (const groupId of [here, there]) {
    for (const code of ['goods.food.box', 'service.ride.medical', 'goods.diapers.any'])
      await seedKind(context, groupId, code);
  }
  const steward = await seedMember(context, here, { name: 'Rosa', role: 'steward' });
  const foreign = await seedMember(context, there, { name: 'Del', role: 'steward' });
  const errors: unknown[] = [];
  const report = (error: unknown): void => void errors.push(error);
  const api = { ...context.config.api, callsPerMinute: 1_000_000 };
  const origin = await openServer({ ...context, config: { ...context.config, api } }, report);

  const call = (method: string, path: string, sending: Sending = {}) => callAt(origin, method, path, sending);
  async function callAt(origin: string, method: string, path: string, sending: Sending): Promise<Answered> {
    const { token, body, raw, key, headers } = sending;
    const payload = raw ?? (body === undefined ? undefined : JSON.stringify(body));
    const idempotencyKey = key === undefined && method !== 'GET' ? crypto.randomUUID() : key;
    return send(`${origin}${path.startsWith('/api') ? path : `/api/v1${path}`}`, method, payload, {
      ...(token !== undefined && { authorization: `Bearer ${token}` }),
      ...(payload !== undefined && { 'content-type': 'application/json' }),
      ...(idempotencyKey && { 'idempotency-key': idempotencyKey }),
      ...headers,
    });
  }
  const all = await tokenOf(context, steward);
  const foreignAll = await tokenOf(context, foreign);
  return {
    context,
    database,
    owner,
    connect,
    here,
    there,
    steward,
    foreign,
    origin,
    /** What was logged as an error that nobody expected. */
    errors,
    call,
    /** The same door over something else: another limit, a database that breaks. */
    openAnother: async (changed: Partial<Context>) => {
      const another = await openServer({ ...context, ...changed }, report);
      return (method: string, path: string, sending: Sending = {}) => callAt(another, method, path, sending);
    },
    /** May everything that a token may at all. */
    token: all.token,
    tokenId: all.tokenId,
    foreignToken: foreignAll.token,
    tokenWith: async (scopes: readonly Scope[], days: number | null = null) => tokenOf(context, steward, scopes, days),
    /** A token whose maker has another role by now. */
    tokenOfRole: async (role: Role, scopes?: readonly Scope[]) => {
      const maker = await seedMember(context, here, { name: 'Ada', role: 'steward' });
      const made = await tokenOf(context, maker, scopes);
      await setRole(context, here, maker.actor.memberId, role);
      return { ...made, memberId: maker.actor.memberId };
    },
  };
}

async function openServer(context: Context, onError: (error: unknown) => void): Promise<string> {
  const logError = (error: unknown): string => {
    onError(error);
    return '123456';
  };
  const handed = { context, logRequest: () => undefined, logError, isTest: true };
  const server = makeWebServer({
    front: context.config.http,
    pages: (_, response) => void response.writeHead(404).end(),
    handed,
    api: openApiDoor(handed),
    isReady: async () => true,
  });
  const port = await server.listen(0, '127.0.0.1');
  afterAll(() => server.close());
  return `http://127.0.0.1:${port}`;
}

async function tokenOf(
  context: Context,
  caller: Caller,
  scopes: readonly Scope[] = allScopes,
  days: number | null = null,
): Promise<{ readonly token: string; readonly tokenId: TokenId }> {
  const made = await makeToken(context, caller, { name: 'CRM', scopes, days, formKey: crypto.randomUUID() });
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value;
}

async function setRole(context: Context, groupId: GroupId, memberId: MemberId, role: Role): Promise<void> {
  await context.database.forGroup(groupId, async (tx) => {
    await tx.db
      .updateTable('members')
      .set({ role })
      .where('group_id', '=', groupId)
      .where('id', '=', memberId)
      .execute();
  });
}

const agent = new http.Agent({ keepAlive: true, maxSockets: 32 });

function send(
  address: string,
  method: string,
  payload: string | Uint8Array | undefined,
  headers: http.OutgoingHttpHeaders,
): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const request = http.request(address, { method, headers, agent }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString();
        const isJson = /json/.test(response.headers['content-type'] ?? '');
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          body: isJson && text !== '' ? (JSON.parse(text) as unknown) : text,
        });
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
}
