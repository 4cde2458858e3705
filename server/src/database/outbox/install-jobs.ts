import type pg from 'pg';

import { jobList } from './job-list.ts';
import { jobSchema, jobStore } from './job-store.ts';

/**
 * Makes or updates the job tables and the queue of each job, as the owner, and lets the app role use them: the app role
 * writes rows there, and can neither make nor change a table.
 */
export async function installJobs(ownerPool: pg.Pool): Promise<void> {
  const store = jobStore(ownerPool, 'install');
  store.on('error', () => undefined);
  await store.start();
  try {
    const made = new Set((await store.getQueues()).map((queue) => queue.name));
    for (const [name, { policy, retryLimit, retryDelaySeconds }] of Object.entries(jobList)) {
      const retry = { retryLimit, retryDelay: retryDelaySeconds, retryBackoff: true, retryDelayMax: 3600 };
      if (made.has(name)) await store.updateQueue(name, retry);
      else await store.createQueue(name, { policy, notify: false, ...retry });
    }
  } finally {
    await store.stop({ graceful: false });
  }
  await ownerPool.query(`
    grant usage on schema ${jobSchema} to barnraise_app;
    grant select, insert, update, delete on all tables in schema ${jobSchema} to barnraise_app;
    grant execute on all functions in schema ${jobSchema} to barnraise_app`);
}
