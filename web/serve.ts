import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';

import { ConfigError } from '@barnraise/server/config/config-error.ts';
import { configFromEnv } from '@barnraise/server/config/config.ts';
import { readEnv } from '@barnraise/server/config/env.ts';
import { secretsFromEnv } from '@barnraise/server/config/secrets.ts';
import { type Context, openContext } from '@barnraise/server/context.ts';
import type { Database } from '@barnraise/server/database/database.ts';
import { makeDemo } from '@barnraise/server/demo/make-demo.ts';
import { startWorker } from '@barnraise/server/jobs/start-worker.ts';

import { ensureBuilt } from './build.ts';
import { openApiDoor } from './http/api-door.ts';
import { logError, logRequest } from './http/log.ts';
import { trueHeaders } from './http/true-request.ts';
import { makeWebServer, type PageHandler } from './http/web-server.ts';

/** The most that any form takes; what each takes stands in `lib/server/body-limit.ts`. A chat with its form is the largest. */
const bodyBytesMax = 21_000_000;
/** Room for a table, at the one address that takes them and keeps none of it in memory. */
const tableBytesMax = 72_000_000;
const takesTable = /^\/[^/?]+\/bring-in\/tables\/?(?:\?|$)/;

const { values: options } = parseArgs({
  options: {
    demo: { type: 'boolean', default: false },
    'no-worker': { type: 'boolean', default: false },
    'test-pages': { type: 'boolean', default: false },
  },
});

/** What runs already, in the order it was started; it is stopped the other way round. */
const running: (() => Promise<void>)[] = [];
let isStopping = false;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal);
try {
  await serve();
} catch (error) {
  // A start that is told to stop halfway fails somewhere; that is no failure.
  if (!isStopping) await stopAndExit(1, error);
}

/** Starts everything, top down: config, pages, database, door, worker. */
async function serve(): Promise<void> {
  const env = readEnv();
  const config = configFromEnv(env);
  const secrets = secretsFromEnv(env);
  const folder = await ensureBuilt();
  const context = await openContext(config, { secrets, say: console.log });
  running.push(() => context.close());
  if (options.demo) await makeDemo(context, console.log);
  const handed = { context, logRequest, logError, isTest: options['test-pages'] };
  const server = makeWebServer({
    front: config.http,
    pages: await loadPages(folder),
    handed,
    api: openApiDoor(handed),
    isReady: () => canReach(context.database),
  });
  await server.listen(config.http.port, config.http.host);
  running.push(() => server.close());
  console.log(`Barnraise is ready: ${config.http.origin}`);
  if (!options['no-worker']) await runWorker(context);
}

async function runWorker(context: Context): Promise<void> {
  const worker = await startWorker(context);
  running.push(() => worker.stop());
}

async function canReach(database: Database): Promise<boolean> {
  await database.pools.app.query('select 1');
  return true;
}

/** The built pages, once for forms and once for tables, which may be larger. */
async function loadPages(folder: string): Promise<PageHandler> {
  const ordinary = await loadHandler(folder, { bytesMax: bodyBytesMax });
  const forTables = await loadHandler(folder, { bytesMax: tableBytesMax, again: true });
  return (request, response, next) => {
    const isTable = request.method === 'POST' && takesTable.test(request.url ?? '');
    (isTable ? forTables : ordinary)(request, response, next);
  };
}

/** The adapter reads its settings from the environment at the moment it is loaded; under another name it is loaded again. */
async function loadHandler(
  folder: string,
  { bytesMax, again = false }: { readonly bytesMax: number; readonly again?: boolean },
): Promise<PageHandler> {
  process.env['PROTOCOL_HEADER'] = trueHeaders.protocol;
  process.env['HOST_HEADER'] = trueHeaders.host;
  process.env['ADDRESS_HEADER'] = trueHeaders.address;
  process.env['BODY_SIZE_LIMIT'] = String(bytesMax);
  const address = pathToFileURL(path.join(folder, 'handler.js')).href;
  const built = (await import(again ? `${address}?again` : address)) as { readonly handler: PageHandler };
  return built.handler;
}

/** Stops in order on the first signal; a second one ends at once. */
function onSignal(): void {
  if (isStopping) process.exit(1);
  console.log('Stopping.');
  void stopAndExit(0);
}

async function stopAndExit(code: number, reason?: unknown): Promise<never> {
  isStopping = true;
  if (reason !== undefined) console.error(plainReason(reason));
  try {
    for (const stop of running.splice(0).reverse()) await stop();
  } catch (error) {
    console.error(error);
    process.exit(1);
  }
  process.exit(code);
}

/** What the operator can do about it, where that is known. */
function plainReason(error: unknown): unknown {
  if (error instanceof ConfigError) return error.message;
  const { code, port } = error as { readonly code?: string; readonly port?: number };
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Choose one with PORT=${Number(port) + 1}.`;
  if (code === 'EACCES' && port) return `This user may not open port ${port}. Choose one above 1023 with PORT=8080.`;
  return error;
}
