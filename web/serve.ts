import { randomInt } from 'node:crypto';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { ConfigError } from '@barnraise/server/config/config-error.ts';
import { configFromEnv, type Config } from '@barnraise/server/config/config.ts';
import { readEnv } from '@barnraise/server/config/env.ts';
import { secretsFromEnv } from '@barnraise/server/config/secrets.ts';
import { openContext } from '@barnraise/server/context.ts';
import type { Database } from '@barnraise/server/database/database.ts';
import { startWorker } from '@barnraise/server/jobs/start-worker.ts';

import { ensureBuilt } from './build.ts';
import { trueHeaders } from './http/true-request.ts';
import { makeWebServer, type PageHandler } from './http/web-server.ts';
import type { Handed } from './src/lib/server/handed.ts';

const bodyBytesMax = 8_000_000;

const { values: options } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    'no-worker': { type: 'boolean', default: false },
    'test-pages': { type: 'boolean', default: false },
  },
});

try {
  await serve();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}

/** Starts everything, top down: config, pages, database, worker, door. */
async function serve(): Promise<void> {
  const env = readEnv();
  const config = configFromEnv(env);
  const secrets = secretsFromEnv(env);
  const folder = await ensureBuilt();
  const context = await openContext(config, { secrets, say: console.log });
  const handed: Handed = {
    context,
    logRequest: ({ method, page, status, milliseconds }) =>
      console.log(`${new Date().toISOString()} ${method} ${page} ${status} ${milliseconds} ms`),
    logError,
    isTest: options['test-pages'],
  };
  const pages = await loadPages(folder);
  const server = makeWebServer({ front: config.http, pages, handed, isReady: () => canReach(context.database) });
  const port = await server.listen(config.http.port, config.http.host);
  console.log(`Barnraise is ready: ${addressOf(config, port)}`);
  const worker = options['no-worker'] ? undefined : await startWorker(context);
  stopOnSignal(async () => {
    await server.close();
    await worker?.stop();
    await context.close();
  });
}

async function canReach(database: Database): Promise<boolean> {
  await database.pools.app.query('select 1');
  return true;
}

/** The built pages. The adapter reads its settings from the environment at the moment it is loaded. */
async function loadPages(folder: string): Promise<PageHandler> {
  process.env['PROTOCOL_HEADER'] = trueHeaders.protocol;
  process.env['HOST_HEADER'] = trueHeaders.host;
  process.env['ADDRESS_HEADER'] = trueHeaders.address;
  process.env['BODY_SIZE_LIMIT'] = String(bodyBytesMax);
  const built = (await import(path.join(folder, 'handler.js'))) as { readonly handler: PageHandler };
  return built.handler;
}

function logError(error: unknown, page: string): string {
  const reference = String(randomInt(100_000, 1_000_000));
  console.error(`${new Date().toISOString()} error ${reference} on ${page}`, error);
  return reference;
}

function addressOf(config: Config, port: number): string {
  const origin = new URL(config.http.origin);
  if (config.http.port === 0) origin.port = String(port);
  return origin.origin;
}

/** Stops in order on the first signal; a second one ends at once. */
function stopOnSignal(stop: () => Promise<void>): void {
  let stopping = false;
  const onSignal = (): void => {
    if (stopping) process.exit(1);
    stopping = true;
    console.log('Stopping.');
    stop().then(
      () => process.exit(0),
      (error: unknown) => {
        console.error(error);
        process.exit(1);
      },
    );
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, onSignal);
}
