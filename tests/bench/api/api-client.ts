import { randomUUID } from 'node:crypto';
import http from 'node:http';

import { scopes } from '@barnraise/kernel/scope.ts';
import { makeToken } from '@barnraise/server/api/tokens/make-token.ts';
import { memberActor } from '@barnraise/server/people/session.ts';

import { askForm } from '../intake/ask-form.ts';
import { nextAskNo } from '../intake/ask-rate.ts';
import type { AskServer } from '../intake/ask-server.ts';

/** A token of the group's steward for everything. */
export async function benchToken({ context, groupId }: AskServer): Promise<string> {
  const actor = await context.database.readGroup(groupId, async (tx) => {
    const { id } = await tx.db
      .selectFrom('members')
      .select('id')
      .where('group_id', '=', groupId)
      .where('role', '=', 'steward')
      .executeTakeFirstOrThrow();
    return memberActor(tx, id);
  });
  if (!actor) throw new Error('The group has no steward.');
  const made = await makeToken(
    context,
    { groupId, actor },
    { name: 'bench', scopes, days: null, formKey: randomUUID() },
  );
  if (!made.ok) throw new Error(made.refusal.code);
  return made.value.token;
}

/** One program: one kept-alive connection, one call after the other. */
export class ApiClient {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #port: string;
  readonly #token: string;

  constructor(origin: string, token: string) {
    this.#port = new URL(origin).port;
    this.#token = token;
  }

  /** Brings a request with the same person, words and needs as the ask form of that number; gives its id. */
  async create(): Promise<string> {
    const { status, text } = await this.#send('POST', '/requests', JSON.stringify(requestBody(nextAskNo())));
    if (status !== 201) throw new Error(`A request was answered with ${status} ${text}.`);
    return (JSON.parse(text) as { readonly id: string }).id;
  }

  async read(path: string): Promise<string> {
    const { status, text } = await this.#send('GET', path);
    if (status !== 200) throw new Error(`${path} was answered with ${status} ${text}.`);
    return text;
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, body?: string): Promise<{ readonly status: number; readonly text: string }> {
    return new Promise((resolve, reject) => {
      const request = http.request({
        agent: this.#agent,
        // The program listens there only; a name would be looked up again for each connection.
        host: '127.0.0.1',
        port: this.#port,
        method,
        path: `/api/v1${path}`,
        headers: {
          authorization: `Bearer ${this.#token}`,
          ...(body !== undefined && {
            'content-type': 'application/json',
            'content-length': Buffer.byteLength(body),
            'idempotency-key': randomUUID(),
          }),
        },
      });
      request.once('error', reject);
      request.once('response', (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString() }),
        );
      });
      request.end(body);
    });
  }
}

/** What a form of the bench `intake` says, as a program says it. */
function requestBody(no: number): unknown {
  const form = askForm(no);
  const text = (name: string): string => form.get(name) ?? '';
  return {
    asker: { name: text('name'), phone: text('phone'), safeToText: 'yes', safeToLeaveMessage: 'no' },
    words: text('words'),
    needs: [{ kind: text('kind'), amount: text('amount'), unit: text('unit'), detail: text('detail') }],
    place: { address: text('address'), directions: text('directions') },
    mustKnow: { allergy: { state: 'value', value: text('known-allergy') } },
    language: 'en',
  };
}

/** Calls a second, by so many clients that each send the next call when the last one was answered. */
export async function callRate(
  clients: readonly ApiClient[],
  seconds: number,
  call: (client: ApiClient) => Promise<unknown>,
): Promise<number> {
  const startedAt = performance.now();
  const endsAt = startedAt + seconds * 1000;
  let done = 0;
  await Promise.all(
    clients.map(async (client) => {
      while (performance.now() < endsAt) {
        await call(client);
        done += 1;
      }
    }),
  );
  return done / ((performance.now() - startedAt) / 1000);
}
