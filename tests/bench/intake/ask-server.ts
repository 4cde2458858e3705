import http from 'node:http';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Context } from '@barnraise/server/context.ts';
import type { PoolConfig } from '@barnraise/server/database/pool.ts';
import { findGroup } from '@barnraise/server/people/find-group.ts';

import { type RunningServer, type ServerOptions, startServer } from '../../e2e/server.ts';
import { openBenchDatabase, startBenchGroup, temporaryFolder } from '../bench-group.ts';
import { askForm } from './ask-form.ts';

/** The real program with one group in it, and a look behind its back. */
export interface AskServer {
  readonly groupId: GroupId;
  readonly program: RunningServer;
  readonly context: Context;
  readonly connect: PoolConfig;
  readonly dataDir: string;
  readonly stop: () => Promise<void>;
}

const slug = 'juniper-flats';

/**
 * Starts the program as behind a proxy (TRUST_PROXY, see the operator's guide), so that every ask can come from an
 * address of its own, as the asks of a town do. The limit for one address stays on and is paid for; it holds nobody back.
 */
export async function startAskServer({ dataDir, env, ...rest }: ServerOptions = {}): Promise<AskServer> {
  const folder = dataDir === undefined ? temporaryFolder() : { path: dataDir, remove: () => undefined };
  const program = await startServer({ dataDir: folder.path, env: { TRUST_PROXY: 'yes', ...env }, ...rest });
  const { context, connect, close } = await openBenchDatabase(folder.path);
  const groupId = (await findGroup(context, slug))?.id ?? (await startBenchGroup(context, slug));
  return {
    groupId,
    program,
    context,
    connect: connect.app,
    dataDir: folder.path,
    stop: async () => {
      await close();
      await program.stop();
      folder.remove();
    },
  };
}

export type Answer = { readonly status: number; readonly location: string };

/** One neighbor's browser: one kept-alive connection, one form after the other. */
export class AskClient {
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  readonly #origin: URL;

  constructor(origin: string) {
    this.#origin = new URL(origin);
  }

  /** Posts the form and reads the answer to its end. */
  async ask(no: number, formKey?: string): Promise<Answer> {
    const { port, host } = this.#origin;
    const body = askForm(no, formKey).toString();
    return new Promise((resolve, reject) => {
      const request = http.request({
        agent: this.#agent,
        // The program listens there only; a name would be looked up again for each connection.
        host: '127.0.0.1',
        port,
        method: 'POST',
        path: `/${slug}/ask/goods.food.box`,
        headers: {
          host,
          origin: this.#origin.origin,
          'content-type': 'application/x-www-form-urlencoded',
          'content-length': Buffer.byteLength(body),
          accept: 'text/html',
          'accept-language': 'en',
          'x-forwarded-for': addressOf(no),
        },
      });
      request.once('error', reject);
      request.once('response', (response) => {
        response.resume();
        response.once('error', reject);
        response.once('end', () =>
          resolve({ status: response.statusCode ?? 0, location: response.headers.location ?? '' }),
        );
      });
      request.end(body);
    });
  }

  close(): void {
    this.#agent.destroy();
  }
}

/** An address from 198.18.0.0/15, which is set aside for measuring (RFC 2544). */
function addressOf(no: number): string {
  return `198.${18 + ((no >> 16) & 1)}.${(no >> 8) & 255}.${no & 255}`;
}
