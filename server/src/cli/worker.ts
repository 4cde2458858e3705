import { once } from 'node:events';

import { openContextFromEnv } from '../context.ts';
import { startWorker } from '../jobs/start-worker.ts';
import type { Command } from './command.ts';

export const worker: Command = {
  usage: '',
  summary: 'Does the jobs that wait, until it is stopped.',
  details:
    'Any number may run, on any machine that reaches the database. The web server does the jobs itself unless it is told not to.',
  run: async () => {
    const context = await openContextFromEnv();
    const running = await startWorker(context);
    console.log('The worker is at work. Stop it with Ctrl-C.');
    await Promise.race([once(process, 'SIGTERM'), once(process, 'SIGINT')]);
    await running.stop();
    await context.close();
    return 0;
  },
};
