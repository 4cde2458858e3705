import http from 'node:http';
import type { AddressInfo } from 'node:net';

import type { Handed } from '../src/lib/server/handed.ts';
import type { ApiDoor } from './api-door.ts';
import { answerHealth } from './health.ts';
import { setSecurityHeaders } from './security-headers.ts';
import { markTruth, type Front } from './true-request.ts';

export type PageHandler = (request: http.IncomingMessage, response: http.ServerResponse, next: () => void) => void;

export interface WebServerSetup {
  readonly front: Front;
  readonly pages: PageHandler;
  readonly handed: Handed;
  /** Answers other programs; without it the pages see every request. */
  readonly api?: ApiDoor;
  readonly isReady: () => Promise<boolean>;
}

export interface WebServer {
  /** Resolves to the port, which the system chose when 0 was asked for. Rejects when the port is taken. */
  listen(port: number, host: string): Promise<number>;
  /** Takes no new request, lets those that run finish for up to ten seconds, then closes. */
  close(): Promise<void>;
}

const patienceMilliseconds = 10_000;

/** The program's only door for HTTP: what is true of every request is settled here, the pages do the rest. */
export function makeWebServer({ front, pages, handed, api, isReady }: WebServerSetup): WebServer {
  const server = http.createServer(
    // A phone on a bad line may take long to send a photo, but a client that only holds a connection open may not.
    // Idle connections are kept longer than proxies keep theirs (60 s is usual), or a proxy would use one that just closed.
    { headersTimeout: 20_000, requestTimeout: 120_000, keepAliveTimeout: 65_000, maxHeaderSize: 16_384 },
    (request, response) => {
      markTruth(request, front);
      setSecurityHeaders(request, response);
      if (answerHealth(request, response, isReady) || api?.(request, response)) return;
      request.barnraise = handed;
      pages(request, response, () => response.writeHead(404).end());
    },
  );
  return {
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject).listen(port, host, () => resolve((server.address() as AddressInfo).port));
      }),
    close: () =>
      new Promise((resolve) => {
        const impatient = setTimeout(() => server.closeAllConnections(), patienceMilliseconds);
        // A connection that is kept alive becomes idle only when its last answer is out.
        const sweeping = setInterval(() => server.closeIdleConnections(), 50);
        server.close(() => {
          clearTimeout(impatient);
          clearInterval(sweeping);
          resolve();
        });
      }),
  };
}
