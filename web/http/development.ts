import { openContextFromEnv } from '@barnraise/server/context.ts';
import { startWorker } from '@barnraise/server/jobs/start-worker.ts';

import type { Handed } from '../src/lib/server/handed.ts';

/** What the pages are handed by `npm run dev`: the same context as in earnest, every test page, errors on the screen. */
export async function openDevelopment(): Promise<Handed> {
  const context = await openContextFromEnv();
  const worker = await startWorker(context);
  process.once('SIGINT', () => {
    void worker
      .stop()
      .then(context.close)
      .finally(() => process.exit(0));
  });
  return {
    context,
    isTest: true,
    logRequest: () => undefined,
    logError: (error) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      return 'development';
    },
  };
}
