import type { IncomingMessage, ServerResponse } from 'node:http';

import type { ApiAnswer } from '@barnraise/server/api/answer.ts';
import { type Api, publicApi } from '@barnraise/server/api/public-api.ts';

import type { Handed } from '../src/lib/server/handed.ts';
import { trueHeaders } from './true-request.ts';

/** Answers what belongs to the public HTTP API; false for everything else. */
export type ApiDoor = (request: IncomingMessage, response: ServerResponse) => boolean;

const root = '/api/v1';

/** No request of ours is longer; a photo has no place in JSON. */
const bodyBytesMax = 65_536;
/** What is longer is read to its end up to here: a caller that is still sending would not see the answer. */
const discardedBytesMax = 8_000_000;

/**
 * The door of the API stands before the pages: its callers are programs, in thousands of calls, and need nothing that
 * pages do. It looks at no cookie, and lets no other site's page read its answers (no CORS headers).
 */
export function openApiDoor({ context, logError, logRequest }: Handed): ApiDoor {
  const api = publicApi(context, logError);
  return (request, response) => {
    const [address = '', query = ''] = (request.url ?? '').split(/\?(.*)/s, 2);
    if (address !== root && !address.startsWith(`${root}/`)) return false;
    if (address.length <= root.length + 1) return leadToReference(response);
    const startedAt = performance.now();
    const asked = { method: request.method ?? '', path: pathOf(address) };
    void answer(api, request, response, { ...asked, query }).then((status) =>
      logRequest({
        method: asked.method,
        page: api.nameOf(asked),
        status,
        milliseconds: Math.round(performance.now() - startedAt),
      }),
    );
    return true;
  };
}

/** `/api/v1` itself shows people where all of it is explained. */
function leadToReference(response: ServerResponse): true {
  response.writeHead(303, { location: '/api' }).end();
  return true;
}

async function answer(
  api: Api,
  request: IncomingMessage,
  response: ServerResponse,
  { method, path, query }: { readonly method: string; readonly path: string | undefined; readonly query: string },
): Promise<number> {
  const given = await api.answer({
    method,
    path,
    query: new URLSearchParams(query),
    header: (name) => headerOf(request, name),
    body: () => readBody(request),
    address: headerOf(request, trueHeaders.address) ?? '',
  });
  send(request, response, given);
  return given.status;
}

function send(request: IncomingMessage, response: ServerResponse, { status, headers, body }: ApiAnswer): void {
  // What was not read of a long body would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close');
  response.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) });
  response.end(request.method === 'HEAD' ? undefined : body);
}

/** The path below the root, its parts decoded; undefined where they cannot be. */
function pathOf(address: string): string | undefined {
  try {
    const parts = address.slice(root.length).split('/').map(decodeURIComponent);
    return parts.some((part) => part.includes('/') || part.includes('\0')) ? undefined : parts.join('/');
  } catch {
    return undefined;
  }
}

function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** The whole body, or undefined where it is longer than the door takes. */
async function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  if (Number(request.headers['content-length'] ?? 0) > discardedBytesMax) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      length += chunk.length;
      if (length > discardedBytesMax) return undefined;
      if (length <= bodyBytesMax) chunks.push(chunk);
    }
  } catch {
    // The caller hung up in the middle, and reads no answer.
    return undefined;
  }
  return length > bodyBytesMax ? undefined : Buffer.concat(chunks);
}
