import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import type { TeamId } from '@barnraise/kernel/ids.ts';
import { accept } from '@barnraise/kernel/outcome.ts';
import { sql } from 'kysely';
import type pg from 'pg';
import { afterAll, beforeAll, describe, expect, inject, test, vi } from 'vitest';

import { configFromEnv } from '../../server/src/config/config.ts';
import { type Context, openContext } from '../../server/src/context.ts';
import { restoreBackup } from '../../server/src/database/backup/restore-backup.ts';
import { writeBackup } from '../../server/src/database/backup/write-backup.ts';
import { sealAllGroups } from '../../server/src/database/chain/start-sealer.ts';
import { verifyGroup } from '../../server/src/database/chain/verify-group.ts';
import { changesAfter, currentCursor } from '../../server/src/database/changes.ts';
import { once } from '../../server/src/database/idempotency.ts';
import { takeTicket } from '../../server/src/database/limits.ts';
import { openPool, type PoolConfig } from '../../server/src/database/pool.ts';
import { hostedServerSql } from '../../server/src/database/roles.ts';
import { startWorker } from '../../server/src/jobs/start-worker.ts';
import { seedGroups, testServerSecret } from './database.ts';
import { debianBinaries, type DebianServer, startDebianServer } from './debian-server.ts';
import { emptyDatabase } from './empty-database.ts';
import { anId } from './seed-ledger.ts';
import { awkwardTexts, seedLife } from './seed-life.ts';

if (!debianBinaries)
  console.log('Not run: this machine has no PostgreSQL 15, 16 or 17 of its distribution (apt-get install postgresql).');

describe.skipIf(!debianBinaries)(`on ${debianBinaries}, set up by the SQL that the program prints`, async () => {
  const newest = await emptyDatabase(inject('barnraiseTestServer').admin);
  const folder = mkdtempSync(path.join(os.tmpdir(), 'barnraise-both-'));
  let server: DebianServer;
  let context: Context;
  let owner: pg.Pool;
  let here: Awaited<ReturnType<typeof seedGroups>>['here'];
  let there: typeof here;
  const as = (user: string): PoolConfig => ({ ...server.admin, user, database: 'barnraise' });

  beforeAll(async () => {
    server = await startDebianServer(debianBinaries ?? '');
    const admin = openPool(server.admin, 1);
    for (const statement of hostedServerSql.replaceAll(/^--.*$/gm, '').split(';')) await admin.query(statement);
    await admin.end();
    const connection = { app: as('barnraise_app'), owner: as('barnraise_owner'), stop: async () => undefined };
    context = await openContext(configFromEnv({}), { connection, secrets: { serverKey: testServerSecret } });
    owner = openPool(as('barnraise_owner'), 2);
    ({ here, there } = await seedGroups(context));
    await seedLife(context, here);
    await seedLife(context, there);
  });
  afterAll(async () => {
    await context?.close();
    await owner?.end();
    await server?.stop();
    rmSync(folder, { recursive: true });
  });

  test('one group sees nothing of another, and no named group is an error', async () => {
    const { database } = context;
    const seen = await database.readGroup(here, (tx) =>
      tx.db.selectFrom('persons').select('group_id').distinct().execute(),
    );
    expect(seen).toEqual([{ group_id: here }]);
    await expect(database.onServer((tx) => sql`select * from persons`.execute(tx.db))).rejects.toThrow();
  });

  test('details open, hashes find, the chain holds', async () => {
    const { database, vault } = context;
    const [personId] = await database.readGroup(there, (tx) => vault.find(tx, [{ field: 'phone', text: '5550' }]));
    if (!personId) throw new Error('nobody found');
    const opened = await database.readGroup(there, (tx) => vault.open(tx, { personIds: [personId] }));
    expect(opened.map(({ value }) => value)).toContain(awkwardTexts[0]);
    await sealAllGroups(database);
    expect(await verifyGroup(database, there)).toMatchObject({ broken: undefined, unsealed: 0 });
  });

  test('a key works once, also for ten at once; changes and tickets are counted', async () => {
    const { database } = context;
    const cursor = await database.readGroup(here, currentCursor);
    const ids = await Promise.all(
      Array.from({ length: 10 }, () =>
        database.decide(here, (tx) =>
          once(tx, 'key', 'add-team', async () => {
            const id = anId<TeamId>();
            await tx.db.insertInto('teams').values({ group_id: here, id, name: 'Once' }).execute();
            tx.changed('teams', id);
            return accept(id);
          }),
        ),
      ),
    );
    expect(new Set(ids.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
    const page = await database.readGroup(here, (tx) => changesAfter(tx, cursor));
    expect(page?.changes).toHaveLength(1);
    expect(await takeTicket(database, 'x', 1, { capacity: 1, refillPerMinute: 1 })).toMatchObject({ ok: true });
    expect(await takeTicket(database, 'x', 1, { capacity: 1, refillPerMinute: 1 })).toMatchObject({ ok: false });
  });

  test('a job is done', async () => {
    const done: string[] = [];
    const handlers = {
      'send-message': async (_: Context, { messageId }: { messageId: string }) => void done.push(messageId),
    };
    const worker = await startWorker(context, { handlers, schedules: [], pollSeconds: 0.5 });
    const messageId = anId();
    await context.database.forGroup(here, (tx) => tx.enqueue('send-message', { messageId }));
    await vi.waitFor(() => expect(done).toEqual([messageId]), 20_000);
    await worker.stop();
  });

  test('a backup goes from here to the newest version, and back again', async () => {
    await sealAllGroups(context.database);
    const count = async (pool: pg.Pool) =>
      (
        await pool.query(`select (select count(*) from persons) as persons, (select count(*) from chain_links) as links,
        (select md5(string_agg(hash::text, '' order by group_id, no)) from chain_links) as chain`)
      ).rows;
    const [file, back, keys] = ['here.backup', 'back.backup', 'keys'].map((name) => path.join(folder, name));
    if (!file || !back || !keys) throw new Error('unreachable');
    await writeBackup(owner, file, [keys]);
    await restoreBackup(newest.owner, { file, keyFiles: [keys] });
    expect(await count(newest.owner)).toEqual(await count(owner));

    await writeBackup(newest.owner, back, [keys]);
    const admin = openPool(server.admin, 1);
    await admin.query('create database again owner barnraise_owner');
    await admin.end();
    const again = openPool({ ...as('barnraise_owner'), database: 'again' }, 3);
    await restoreBackup(again, { file: back, keyFiles: [keys] });
    expect(await count(again)).toEqual(await count(owner));
    await again.end();
  });
});
