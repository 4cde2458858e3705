import { createHash } from 'node:crypto';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import type pg from 'pg';

import type { JobName, OutgoingJob } from './job-list.ts';
import { executorOver, jobStore } from './job-store.ts';

/** Writes jobs beside the data they belong to. */
export type Outbox = {
  readonly write: (client: pg.ClientBase, groupId: GroupId, jobs: readonly OutgoingJob[]) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Opens the writing side of the jobs over the app role's pool. */
export async function openOutbox(
  pool: pg.Pool,
  namedStatements: boolean,
  onError: (error: unknown) => void = () => undefined,
): Promise<Outbox> {
  const store = jobStore(pool, 'send');
  store.on('error', onError);
  await store.start();
  const nameOf = namedStatements ? (text: string) => createHash('md5').update(text).digest('base64url') : undefined;
  return {
    write: async (client, groupId, jobs) => {
      const db = executorOver(client, nameOf);
      for (const [name, batch] of byName(jobs)) {
        await store.insert(
          name,
          batch.map(({ data, options }) => ({
            data: { groupId, ...data },
            startAfter: options.startAfter === undefined ? undefined : new Date(options.startAfter),
            singletonKey: options.singletonKey,
          })),
          { db },
        );
      }
    },
    close: () => store.stop({ graceful: false }),
  };
}

function byName(jobs: readonly OutgoingJob[]): Map<JobName, OutgoingJob[]> {
  return Map.groupBy(jobs, (job) => job.name);
}
