import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Job, JobResult, PgBoss } from 'pg-boss';

import type { Context } from '../context.ts';
import { jobList, type JobName } from '../database/outbox/job-list.ts';
import { jobStore } from '../database/outbox/job-store.ts';
import { handlers as allHandlers, type JobHandler, type JobHandlers } from './handlers.ts';
import { type RunningSchedules, runSchedules } from './run-schedules.ts';
import { type Schedule, schedules as allSchedules } from './schedules.ts';

export type Worker = {
  /** Lets running jobs end (they are not many and short), takes no new ones, and returns when all is quiet. */
  readonly stop: () => Promise<void>;
};

export type WorkerOptions = {
  readonly handlers?: Partial<JobHandlers>;
  readonly schedules?: readonly Schedule[];
  /** How long a job may lie before it is looked for. Nothing wakes the worker: see the note on NOTIFY in `jobStore`. */
  readonly pollSeconds?: number;
};

/** Jobs taken at once of one name. They run side by side, over a pool of ten connections. */
const batchSize = 8;

/** Starts doing jobs and schedules in this process. Any number of processes may, and each job is done by one of them. */
export async function startWorker(context: Context, options: WorkerOptions = {}): Promise<Worker> {
  const { schedules = allSchedules, pollSeconds = 1 } = options;
  const handlers: Partial<JobHandlers> = options.handlers ?? allHandlers;
  const store = jobStore(context.database.pools.app, 'work');
  store.on('error', context.report);
  await store.start();
  for (const name of Object.keys(jobList) as JobName[]) {
    const handler = handlers[name] as JobHandler<JobName> | undefined;
    if (handler) await workOn(store, context, { name, handler, pollSeconds });
  }
  const running: RunningSchedules = runSchedules(context, schedules);
  return {
    stop: async () => {
      await running.stop();
      await store.stop({ graceful: true, timeout: 10_000 });
    },
  };
}

type Work = { readonly name: JobName; readonly handler: JobHandler<JobName>; readonly pollSeconds: number };

async function workOn(store: PgBoss, context: Context, { name, handler, pollSeconds }: Work): Promise<void> {
  const settings = { batchSize, pollingIntervalSeconds: pollSeconds, burstWhenBatchFull: true } as const;
  await store.work<JobData, JobResult, typeof settings & { perJobResults: true }>(
    name,
    { ...settings, perJobResults: true },
    // Each job of a batch has its own outcome: one that fails must not bring its neighbors back.
    async (jobs) => Promise.all(jobs.map((job) => runOne(context, name, handler, job))),
  );
}

type JobData = { readonly groupId: GroupId } & Record<string, never>;

async function runOne(
  context: Context,
  name: JobName,
  handler: JobHandler<JobName>,
  job: Job<JobData>,
): Promise<JobResult> {
  try {
    await handler(context, job.data);
    return { id: job.id, status: 'completed' };
  } catch (error) {
    context.report(new Error(`The job ${name} ${job.id} failed and will be tried again.`, { cause: error }));
    return { id: job.id, status: 'failed', output: { error: (error as Error).name } };
  }
}
