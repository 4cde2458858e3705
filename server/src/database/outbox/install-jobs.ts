import { createHash } from 'node:crypto';

import type pg from 'pg';
import { getConstructionPlans } from 'pg-boss';

import { heartbeatSeconds, jobList } from './job-list.ts';
import { jobSchema, jobStore } from './job-store.ts';

/**
 * Makes or updates the job tables and the queue of each job, as the owner, and lets the app role use them: the app role
 * writes rows there, and can neither make nor change a table.
 */
export async function installJobs(ownerPool: pg.Pool): Promise<void> {
  if (await isInstalled(ownerPool)) return;
  const store = jobStore(ownerPool, 'install');
  store.on('error', () => undefined);
  await store.start();
  try {
    const made = new Set((await store.getQueues()).map((queue) => queue.name));
    for (const [name, { policy, retryLimit, retryDelaySeconds }] of Object.entries(jobList)) {
      const again = { retryLimit, retryDelay: retryDelaySeconds, retryBackoff: true, retryDelayMax: 3600 };
      const retry = { ...again, heartbeatSeconds };
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
  await rememberInstalled(ownerPool);
}

/** What the job tables and queues must look like, as one short text: the library's own plan, and our list. */
const fingerprint = createHash('sha256')
  .update(getConstructionPlans(jobSchema))
  .update(JSON.stringify([jobList, heartbeatSeconds]))
  .digest('hex');
const fingerprintName = 'job-tables';

/** Looking whether all is there takes a tenth of a second, and every process does it when it starts. */
async function isInstalled(ownerPool: pg.Pool): Promise<boolean> {
  if (!(await hasServerValues(ownerPool))) return false;
  const { rowCount } = await ownerPool.query(
    `select from server_values where name = $1 and value = $2 and to_regnamespace('${jobSchema}') is not null`,
    [fingerprintName, fingerprint],
  );
  return rowCount === 1;
}

async function rememberInstalled(ownerPool: pg.Pool): Promise<void> {
  if (!(await hasServerValues(ownerPool))) return;
  await ownerPool.query(
    `insert into server_values (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value`,
    [fingerprintName, fingerprint],
  );
}

/** Tests migrate to schemas that have no such table. */
async function hasServerValues(ownerPool: pg.Pool): Promise<boolean> {
  const { rowCount } = await ownerPool.query(`select where to_regclass('public.server_values') is not null`);
  return rowCount === 1;
}
