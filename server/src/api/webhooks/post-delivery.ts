import http from 'node:http';
import https from 'node:https';

import {
  type AllowedHosts,
  isAllowed,
  lookUpPublic,
  parseWebhookAddress,
  PrivateAddressError,
} from './public-address.ts';

/** Why nobody could be told. The words for it are `programs.problem-<code>`. */
export type PostProblem = 'not-public' | 'no-such-host' | 'refused' | 'timeout' | 'not-secure' | 'status' | 'broken';

export type Posted =
  | { readonly ok: true; readonly status: number }
  | { readonly ok: false; readonly status: number | null; readonly problem: PostProblem };

export interface Post {
  readonly address: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly allowed: AllowedHosts;
}

/** From the first packet to the last byte of the answer. */
const patienceMs = 10_000;
/** Of an answer only its status counts; more than this of it is not even read. */
const answerBytesMax = 16_384;

/**
 * Sends one delivery. Never throws, follows no redirect, keeps no connection, and connects to public addresses only:
 * the server that sends stands inside somebody's network, where an address chosen by others must not lead.
 */
export function postDelivery({ address, headers, body, allowed }: Post): Promise<Posted> {
  const parsed = parseWebhookAddress(address, allowed);
  if (!parsed.ok) return Promise.resolve({ ok: false, status: null, problem: 'not-public' });
  const url = parsed.value;
  const client = url.protocol === 'https:' ? https : http;
  return new Promise((resolve) => {
    const failed = (error: Error): void => resolve({ ok: false, status: null, problem: problemOf(error) });
    const request = client.request(
      url,
      {
        method: 'POST',
        agent: false,
        signal: AbortSignal.timeout(patienceMs),
        headers: {
          'content-type': 'application/json',
          'content-length': Buffer.byteLength(body),
          'user-agent': 'Barnraise-Webhooks/1',
          ...headers,
        },
        ...(!isAllowed(url, allowed) && { lookup: lookUpPublic }),
      },
      (response) => readStatus(response, resolve),
    );
    request.once('error', failed);
    // An answer that changes the protocol is neither a response nor an error: the connection closes, and that is all.
    request.once('close', () => resolve({ ok: false, status: null, problem: 'broken' }));
    request.end(body);
  });
}

function readStatus(response: http.IncomingMessage, resolve: (posted: Posted) => void): void {
  const status = response.statusCode ?? 0;
  const ok = status >= 200 && status < 300;
  resolve(ok ? { ok, status } : { ok, status, problem: 'status' });
  let length = 0;
  // A connection that breaks after its status has said what counts.
  response.on('error', () => undefined);
  response.on('data', (chunk: Buffer) => {
    length += chunk.length;
    if (length > answerBytesMax) response.destroy();
  });
}

function problemOf(error: Error & { readonly code?: string }): PostProblem {
  if (error instanceof PrivateAddressError) return 'not-public';
  if (error.name === 'AbortError' || error.name === 'TimeoutError') return 'timeout';
  const code = error.code ?? '';
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return 'no-such-host';
  if (code === 'ECONNREFUSED' || code === 'EHOSTUNREACH' || code === 'ENETUNREACH') return 'refused';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (/CERT|SSL|TLS|SELF_SIGNED/.test(code)) return 'not-secure';
  return 'broken';
}
