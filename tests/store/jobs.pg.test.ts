import { randomBytes } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { newId } from '@barnraise/kernel/ids.ts';
import { refuse } from '@barnraise/kernel/outcome.ts';
import { afterAll, expect, test, vi } from 'vitest';

import type { JobHandlers } from '../../server/src/jobs/handlers.ts';
import { runSchedules } from '../../server/src/jobs/run-schedules.ts';
import { heartbeatSeconds } from '../../server/src/database/outbox/job-list.ts';
import { jobStore } from '../../server/src/database/outbox/job-store.ts';
import { startWorker, type Worker } from '../../server/src/jobs/start-worker.ts';
import { freshDatabase, seedGroups } from './database.ts';

const { context, database, owner } = await freshDatabase();
const { here } = await seedGroups(context);

const done: string[] = [];
const failures = new Map<string, number>();
const handlers: Partial<JobHandlers> = {
  'send-message': async (_, { groupId, messageId }) => {
    const left = failures.get(messageId) ?? 0;
    failures.set(messageId, left - 1);
    if (left > 0) throw new Error('the mail server is away');
    done.push(`${groupId} ${messageId}`);
  },
};
const workers: Worker[] = [];
afterAll(() => Promise.all(workers.map((worker) => worker.stop())));
const startOne = async () => {
  const worker = await startWorker(
    { ...context, report: () => undefined },
    { handlers, schedules: [], pollSeconds: 0.5 },
  );
  workers.push(worker);
};
const jobId = () => newId(Date.now(), randomBytes(10));
const jobsFor = async (messageId: string) => {
  const { rows } = await owner.query(`select name, data, state from pgboss.job where data->>'messageId' = $1`, [
    messageId,
  ]);
  return rows;
};

test('a job is there when its transaction commits, carrying ids only, and not when it rolls back', async () => {
  const [kept, refused, thrown] = [jobId(), jobId(), jobId()];
  await database.forGroup(here, (tx) => tx.enqueue('send-message', { messageId: kept }));
  await database.decide(here, async (tx) => {
    await tx.enqueue('send-message', { messageId: refused });
    return refuse({ code: 'no' });
  });
  const failing = database.forGroup(here, async (tx) => {
    await tx.enqueue('send-message', { messageId: thrown });
    throw new Error('no');
  });
  await expect(failing).rejects.toThrow('no');
  expect(await jobsFor(kept)).toEqual([
    { name: 'send-message', data: { groupId: here, messageId: kept }, state: 'created' },
  ]);
  expect([...(await jobsFor(refused)), ...(await jobsFor(thrown))]).toEqual([]);
});

test('what a killed worker had begun is begun anew once its heart stands still', async () => {
  const [beating, still] = [jobId(), jobId()];
  await database.forGroup(here, async (tx) => {
    for (const messageId of [beating, still]) await tx.enqueue('send-message', { messageId });
  });
  for (const [messageId, secondsAgo] of [
    [beating, heartbeatSeconds - 25],
    [still, heartbeatSeconds + 1],
  ]) {
    await owner.query(
      `update pgboss.job set state = 'active', started_on = now() - interval '1 minute',
        heartbeat_on = now() - make_interval(secs => $2) where data->>'messageId' = $1`,
      [messageId, secondsAgo],
    );
  }
  const store = jobStore(database.pools.app, 'work');
  await store.start();
  await vi.waitFor(async () => {
    await owner.query('update pgboss.queue set monitor_on = null');
    await store.supervise('send-message');
    expect(await jobsFor(still)).toMatchObject([{ state: 'retry' }]);
  }, 10_000);
  await store.stop({ graceful: false });
  expect(await jobsFor(beating)).toMatchObject([{ state: 'active' }]);
  await owner.query(`delete from pgboss.job where data->>'messageId' = any($1)`, [[beating, still]]);
});

test('two workers do each job once, and a failing one does not bring its neighbors back', async () => {
  const ids = Array.from({ length: 40 }, jobId);
  const [bad = ''] = ids;
  failures.set(bad, 1);
  await owner.query(`update pgboss.queue set retry_delay = 0, retry_backoff = false where name = 'send-message'`);
  await database.forGroup(here, async (tx) => {
    for (const messageId of ids) await tx.enqueue('send-message', { messageId });
  });
  await Promise.all([startOne(), startOne()]);
  const wanted = ids.map((id) => `${here} ${id}`).toSorted();
  await vi.waitFor(() => expect(done.filter((one) => wanted.includes(one)).toSorted()).toEqual(wanted), 20_000);
  expect(failures.get(bad)).toBe(-1);
});

test('a job waits for its time', async () => {
  const messageId = jobId();
  const startAfter = (await database.readGroup(here, async (tx) => tx.now)) + 2500;
  await database.forGroup(here, (tx) => tx.enqueue('send-message', { messageId }, { startAfter }));
  await sleep(1200);
  expect(done).not.toContain(`${here} ${messageId}`);
  await vi.waitFor(() => expect(done).toContain(`${here} ${messageId}`), 20_000);
});

test('a schedule runs once in its time over several processes', async () => {
  let runs = 0;
  const schedule = { name: 'test', everySeconds: 3600, run: async () => void (runs += 1) };
  const several = Array.from({ length: 4 }, () => runSchedules(context, [schedule]));
  await vi.waitFor(() => expect(runs).toBe(1), 10_000);
  await sleep(1500);
  await Promise.all(several.map((one) => one.stop()));
  expect(runs).toBe(1);
});

test('writing a job notifies nobody from inside the transaction', async () => {
  const { rows } = await owner.query('select name from pgboss.queue where notify');
  expect(rows).toEqual([]);
});
