import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { afterAll, describe, expect, test } from 'vitest';

import { sealAllGroups } from '../../server/src/database/chain/start-sealer.ts';
import { verifyGroup } from '../../server/src/database/chain/verify-group.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { canReach } from '../../server/src/database/embedded/account.ts';
import { startEmbedded } from '../../server/src/database/embedded/start-embedded.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { dataFolder } from '../data-folder.ts';

const rounds = process.env.BARNRAISE_LONG === '1' ? 40 : 3;
const modes = ['program', 'database', 'both'] as const;
const program = path.join(import.meta.dirname, 'writer-program.ts');
const nobody = { uid: 65_534, gid: 65_534 };
/** Root can play an ordinary user where that user may read the program. */
const canPlayNobody =
  process.getuid?.() === 0 && canReach(import.meta.dirname, nobody) && canReach(path.dirname(process.execPath), nobody);
if (!canPlayNobody) console.log('Not run as another user: only root can, in a clone that everybody may read.');
const folders: string[] = [];
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

type Writer = {
  readonly child: ChildProcess;
  readonly databasePid: number;
  readonly acknowledged: () => readonly string[];
};

async function startWriter(dataDir: string, uid?: number): Promise<Writer> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, dataDir], {
    uid,
    gid: uid,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let text = '';
  let errors = '';
  child.stdout.on('data', (data: Buffer) => (text += data.toString()));
  child.stderr.on('data', (data: Buffer) => (errors += data.toString()));
  // A line that was cut off by the kill was not acknowledged to anybody.
  const lines = (): string[] => text.split('\n').slice(0, -1);
  while (!lines().some((line) => line.startsWith('ready'))) {
    if (child.exitCode !== null) throw new Error(`The writer ended: ${errors}`);
    await sleep(10);
  }
  const databasePid = Number(lines()[0]?.split(' ')[1]);
  return { child, databasePid, acknowledged: () => lines().filter((line) => /^[0-9a-f-]{36}$/.test(line)) };
}

const hasEnded = async (child: ChildProcess): Promise<void> => {
  while (child.exitCode === null && child.signalCode === null) await sleep(5);
};

const enough = async (writer: Writer, more: number): Promise<void> => {
  const target = writer.acknowledged().length + more;
  while (writer.acknowledged().length < target) {
    if (writer.child.exitCode !== null) throw new Error('The writer ended by itself.');
    await sleep(5);
  }
};

/** One round: write, kill, and give what had been acknowledged. */
async function killOnce(dataDir: string, mode: (typeof modes)[number], uid?: number): Promise<readonly string[]> {
  const writer = await startWriter(dataDir, uid);
  await enough(writer, 50 + Math.floor(Math.random() * 200));
  if (mode !== 'program') process.kill(writer.databasePid, 'SIGKILL');
  if (mode === 'database') {
    // The program must get its database back by itself, and go on.
    await enough(writer, 50);
    writer.child.kill('SIGTERM');
  } else {
    writer.child.kill('SIGKILL');
  }
  await hasEnded(writer.child);
  return writer.acknowledged();
}

/** Everything acknowledged is there, with its job and its change, and indexes and tables agree with each other. */
async function expectWhole(dataDir: string, acknowledged: readonly string[]): Promise<void> {
  const server = await startEmbedded({ dataDir });
  const owner = openPool(server.owner, 1);
  const admin = openPool({ ...server.admin, database: 'barnraise' }, 1);
  const app = openPool(server.app, 2);
  try {
    const { rows } = await owner.query(
      `select (select count(*) from unnest($1::uuid[]) as a (id) where not exists (select from events e where e.id = a.id)) as lost_events,
         (select count(*) from unnest($1::uuid[]) as a (id) where not exists (select from changes c where c.row_id = a.id)) as lost_changes,
         (select count(*) from events e where not exists (select from changes c where c.row_id = e.id)) as half_written,
         (select count(*) from events) - (select count(*) from pgboss.job where name = 'send-message') as jobs_missing`,
      [acknowledged],
    );
    expect(rows).toEqual([{ lost_events: 0, lost_changes: 0, half_written: 0, jobs_missing: 0 }]);
    await admin.query('create extension if not exists amcheck');
    await admin.query(
      `select bt_index_check(indexrelid, true) from pg_index i join pg_class c on c.oid = indexrelid join pg_am a on a.oid = relam
       where amname = 'btree' and relnamespace = 'public'::regnamespace`,
    );
    const database = openDatabase({ pools: { app } });
    await sealAllGroups(database);
    const groups = await database.onServer((tx) => tx.db.selectFrom('groups').select('id').execute());
    for (const { id } of groups)
      expect(await verifyGroup(database, id)).toMatchObject({ unsealed: 0, broken: undefined });
  } finally {
    await Promise.all([owner.end(), admin.end(), app.end()]);
    await server.stop();
  }
}

async function killAgainAndAgain(uid?: number): Promise<void> {
  const dataDir = dataFolder('kill');
  folders.push(dataDir);
  if (uid !== undefined) execFileSync('chown', [String(uid), dataDir]);
  const acknowledged: string[] = [];
  for (let round = 0; round < rounds; round += 1) {
    acknowledged.push(...(await killOnce(dataDir, modes[round % modes.length] ?? 'both', uid)));
  }
  expect(acknowledged.length).toBeGreaterThan(rounds * 50);
  // Root starts what belongs to an ordinary user as that user.
  await expectWhole(dataDir, acknowledged);
}

describe(`kill -9 of the program, of the database and of both, ${rounds} rounds`, () => {
  test('no acknowledged write is lost, and the next start heals', () => killAgainAndAgain(), rounds * 40_000);

  test.skipIf(!canPlayNobody)('as an ordinary user too', () => killAgainAndAgain(nobody.uid), rounds * 40_000);
});
