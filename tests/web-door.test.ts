import http from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';

import type { Front } from '../web/http/true-request.ts';
import { type WebServer, makeWebServer, type PageHandler } from '../web/http/web-server.ts';
import type { Handed } from '../web/src/lib/server/handed.ts';

// The door does not look at what it hands on.
const handed = {} as Handed;
const running: WebServer[] = [];

afterEach(async () => {
  await Promise.all(running.splice(0).map((server) => server.close()));
});

/** Tells the pages' view of a request. */
const echo: PageHandler = (request, response) => {
  const {
    'x-barnraise-protocol': protocol,
    'x-barnraise-host': host,
    'x-barnraise-address': address,
  } = request.headers;
  response.end(JSON.stringify({ protocol, host, address }));
};

async function open(front: Front, pages = echo, isReady = async (): Promise<boolean> => true): Promise<string> {
  const server = makeWebServer({ front, pages, handed, isReady });
  running.push(server);
  return `http://127.0.0.1:${await server.listen(0, '127.0.0.1')}`;
}

/** Like fetch, which would not let a test choose its Host. */
function get(
  address: string,
  headers: http.OutgoingHttpHeaders = {},
): Promise<{ body: unknown; headers: http.IncomingHttpHeaders }> {
  return new Promise((resolve, reject) => {
    http
      .get(address, { headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () => resolve({ body: JSON.parse(text), headers: response.headers }));
      })
      .on('error', reject);
  });
}

const alone: Front = { origin: 'http://localhost:3000', trustProxy: false };
const forged = {
  'x-barnraise-protocol': 'https',
  'x-barnraise-host': 'evil.example',
  'x-barnraise-address': '1.2.3.4',
  'x-forwarded-proto': 'https',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-for': '1.2.3.4',
};

describe('who asked, and how', () => {
  it('comes from the connection alone when there is no proxy', async () => {
    const { body, headers } = await get(await open(alone), { ...forged, host: 'pantry.local:3000' });
    expect(body).toEqual({ protocol: 'http', host: 'pantry.local:3000', address: '127.0.0.1' });
    expect(headers['strict-transport-security']).toBeUndefined();
  });

  it('is https where the operator said that this address is', async () => {
    const door = await open({ origin: 'https://help.example', trustProxy: false });
    const { body, headers } = await get(door, { host: 'help.example' });
    expect(body).toMatchObject({ protocol: 'https', host: 'help.example' });
    expect(headers['strict-transport-security']).toMatch(/^max-age=\d+$/);
  });

  it('comes from the proxy when there is one, and of several addresses from the last, which the proxy itself wrote', async () => {
    const door = await open({ ...alone, trustProxy: true });
    const { body } = await get(door, {
      host: 'internal:3000',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'help.example',
      'x-forwarded-for': '6.6.6.6, 203.0.113.9',
    });
    expect(body).toEqual({ protocol: 'https', host: 'help.example', address: '203.0.113.9' });
  });

  it('never holds a host that could be anything else', async () => {
    const { body } = await get(await open(alone), { host: 'a/b?c@d' });
    expect(body).toMatchObject({ host: 'localhost:3000' });
  });
});

describe('the policy of contents', () => {
  const statusOf =
    (status: number): PageHandler =>
    (_, response) => {
      response.statusCode = status;
      response.end(status === 304 ? undefined : '{}');
    };

  it('is the strictest one where an answer brings none of its own', async () => {
    const { headers } = await fetch(await open(alone, statusOf(200)));
    expect(headers.get('content-security-policy')).toContain("default-src 'none'");
  });

  it('stays the one of the page for a browser that has the page already', async () => {
    const { status, headers } = await fetch(await open(alone, statusOf(304)));
    expect(status).toBe(304);
    expect(headers.get('content-security-policy')).toBeNull();
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });
});

describe('health', () => {
  it('tells a process that lives from one that can work', async () => {
    const door = await open(alone, echo, async () => {
      throw new Error('no database');
    });
    expect((await fetch(`${door}/healthz`)).status).toBe(200);
    expect((await fetch(`${door}/readyz?x=1`)).status).toBe(503);
  });
});

describe('closing', () => {
  it('lets a request that runs come to its end', async () => {
    const arrived = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<void>();
    const door = await open(alone, (_, response) => {
      arrived.resolve();
      void answer.promise.then(() => response.end('{"done":true}'));
    });
    const asked = get(door);
    await arrived.promise;
    const closed = running.splice(0)[0]?.close();
    answer.resolve();
    expect((await asked).body).toEqual({ done: true });
    await closed;
  });
});
