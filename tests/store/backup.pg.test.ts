import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

import { type Kysely, sql } from 'kysely';
import type pg from 'pg';
import { afterAll, describe, expect, inject, test } from 'vitest';

import { refreshKnownKeyFiles, rememberKeyPlaces } from '../../server/src/database/backup/key-places.ts';
import { readBackup } from '../../server/src/database/backup/read-backup.ts';
import { type RestoreOptions, restoreBackup } from '../../server/src/database/backup/restore-backup.ts';
import { refreshKeyFiles, writeBackup } from '../../server/src/database/backup/write-backup.ts';
import { sealAllGroups } from '../../server/src/database/chain/start-sealer.ts';
import { verifyGroup } from '../../server/src/database/chain/verify-group.ts';
import { openDatabase } from '../../server/src/database/database.ts';
import { appliedMigrations } from '../../server/src/database/migrate.ts';
import { migrations } from '../../server/src/database/migrations/index.ts';
import { openOutbox } from '../../server/src/database/outbox/open-outbox.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { freshDatabase, seedGroups } from './database.ts';
import { emptyDatabase } from './empty-database.ts';
import { awkwardTexts, seedLife, seedSession } from './seed-life.ts';

const { context, owner } = await freshDatabase();
const { vault } = context;
const outbox = await openOutbox(context.database.pools.app, false);
// Without the sealer that every context has, so that nothing changes between the backup and the look at it.
const database = openDatabase({ pools: context.database.pools, writeJobs: outbox.write });
const { here, there } = await seedGroups({ database, vault });
const people = await seedLife({ database, vault }, here);
await seedLife({ database, vault }, there);
await seedSession(context);

const { admin } = inject('barnraiseTestServer');
const target = await emptyDatabase(admin);
const other = await emptyDatabase(admin);
const targetApp = openPool(target.app, 2);
const folder = mkdtempSync(path.join(os.tmpdir(), 'barnraise-backup-'));
const file = path.join(folder, 'monday.backup');
const keyFiles = [path.join(folder, 'keys-1'), path.join(folder, 'keys-2')];
afterAll(async () => {
  await Promise.all([targetApp.end(), outbox.close()]);
  rmSync(folder, { recursive: true });
});

const everything = async (pool: pg.Pool, table: string): Promise<unknown> => {
  const { rows } = await pool.query(
    `select coalesce(jsonb_agg(row order by row::text), '[]') as rows from (select to_jsonb(t) - 'xid' as row from ${table} t) as all_rows`,
  );
  return rows[0].rows;
};
const restore = async (options: Partial<RestoreOptions> = {}) => {
  await target.owner.query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
  return restoreBackup(target.owner, { file, keyFiles, ...options });
};
const namesIn = async (pool: pg.Pool) => {
  const restored = openDatabase({ pools: { app: pool } });
  const opened = await restored.readGroup(here, (tx) => vault.open(tx, { personIds: people, fields: ['name'] }));
  return opened.map(({ value }) => value).toSorted();
};

describe('a backup', () => {
  test('is read back with everything that belongs in it, to the last byte', async () => {
    const written = await writeBackup(owner, file, keyFiles);
    expect(written.keys).toBe(4 * awkwardTexts.length);
    const report = await restore();
    expect(report).toMatchObject({ rows: written.rows - report.jobs, jobs: 2, erased: 0 });
    const header = gunzipSync(readFileSync(file)).toString();
    const names = [...header.matchAll(/^\{"table":"([a-z_]+)"/gm)]
      .map((match) => match[1] ?? '')
      .filter((name) => name !== 'waiting_jobs');
    expect(names.length).toBeGreaterThan(30);
    for (const table of [...names, 'person_keys', 'vault_hashes']) {
      expect(await everything(target.owner, table), table).toEqual(await everything(owner, table));
    }
    expect(await namesIn(targetApp)).toEqual(awkwardTexts.toSorted());
    const jobs = `select name, data, start_after from pgboss.job where name = 'send-message' order by data::text`;
    expect((await target.owner.query(jobs)).rows).toEqual((await owner.query(jobs)).rows);
  });

  test('holds neither a person’s key nor hash, no session, and may be read by its owner only', () => {
    const text = gunzipSync(readFileSync(file)).toString();
    for (const table of ['person_keys', 'vault_hashes', 'sessions', 'sign_in_links', 'rate_limits']) {
      expect(text).not.toContain(`{"table":"${table}"`);
    }
    for (const each of [file, ...keyFiles]) expect(statSync(each).mode & 0o777).toBe(0o600);
  });

  test('leaves the chain whole, and what was not sealed yet is sealed on the new server', async () => {
    const restored = openDatabase({ pools: { app: targetApp } });
    expect(await verifyGroup(restored, here)).toMatchObject({ broken: undefined, unsealed: 1 });
    await sealAllGroups(restored);
    expect(await verifyGroup(restored, here)).toMatchObject({ broken: undefined, unsealed: 0 });
  });

  test('leaves row-level security in force', async () => {
    const { rows } = await target.owner.query(
      `select count(*) filter (where relforcerowsecurity and relrowsecurity) as secured, count(*) filter (where relrowsecurity) as enabled
       from pg_class where relnamespace = 'public'::regnamespace`,
    );
    expect(rows[0].secured).toBe(rows[0].enabled);
    expect(rows[0].secured).toBeGreaterThan(30);
  });
});

describe('an old backup', () => {
  test('has lost who was erased since', async () => {
    const [gone, ...stay] = people;
    if (!gone) throw new Error('nobody');
    await database.forGroup(here, (tx) => vault.erasePerson(tx, gone));
    await refreshKeyFiles(database.pools.app, keyFiles);
    expect(await restore()).toMatchObject({ erased: 1 });
    expect(await namesIn(targetApp)).toEqual(awkwardTexts.slice(1).toSorted());
    const { rows } = await target.owner.query(
      `select (select count(*) from vault_entries where person_id = $1) as details,
         (select count(*) from vault_hashes where person_id = $1) as hashes,
         (select count(*) from persons where id = $1 and erased_at is not null) as marked,
         (select count(*) from persons where id = any($2) and erased_at is null) as others`,
      [gone, stay],
    );
    expect(rows).toEqual([{ details: 0, hashes: 0, marked: 1, others: stay.length }]);
  });

  test('is overtaken each hour: the copies of the key file that are in reach are written again', async () => {
    const [, erased] = people;
    if (!erased) throw new Error('nobody');
    const unplugged = path.join(folder, 'unplugged');
    await rememberKeyPlaces(owner, [...keyFiles, unplugged]);
    await database.forGroup(here, (tx) => vault.erasePerson(tx, erased));
    expect(await refreshKnownKeyFiles(database.pools.app)).toEqual(keyFiles);
    for (const each of keyFiles) expect(gunzipSync(readFileSync(each)).toString()).not.toContain(erased);
    expect(existsSync(unplugged)).toBe(false);
  });

  test('takes the newest key file that is whole', async () => {
    const [first = '', second = ''] = keyFiles;
    writeFileSync(first, 'half written');
    expect(await restore()).toMatchObject({ erased: 2 });
    writeFileSync(second, '');
    await expect(restore()).rejects.toThrow('There is no whole key file');
    expect(await restore({ keyFiles: undefined })).toMatchObject({ erased: 2 * awkwardTexts.length });
    await refreshKeyFiles(database.pools.app, keyFiles);
  });

  test('is read in at its own level, then migrated', async () => {
    const later = {
      ...migrations,
      '9999-later': {
        up: async (db: Kysely<unknown>) => {
          await sql`alter table teams add column motto text not null default 'none'`.execute(db);
          await sql`alter table teams rename column name to title`.execute(db);
        },
      },
    };
    await restore({ migrations: later });
    expect(await appliedMigrations(target.owner)).toEqual(Object.keys(later));
    const { rows } = await target.owner.query('select distinct title, motto from teams order by title');
    expect(rows.map((row) => String(row.title)).toSorted((a, b) => (a < b ? -1 : 1))).toEqual(awkwardTexts.toSorted());
    await writeBackup(target.owner, path.join(folder, 'later.backup'), []);
    await expect(restore({ file: path.join(folder, 'later.backup') })).rejects.toThrow(
      'newer version of Barnraise (9999-later)',
    );
  });
});

describe('a restore that cannot be', () => {
  const spoiled = (name: string, change: (text: string) => string): string => {
    const to = path.join(folder, name);
    writeFileSync(to, gzipSync(change(gunzipSync(readFileSync(file)).toString())));
    return to;
  };

  test('is refused into a database that is in use', async () => {
    await expect(restoreBackup(owner, { file, keyFiles })).rejects.toThrow('The database is not empty');
    expect((await owner.query('select count(*) as n from groups')).rows).toEqual([{ n: 2 }]);
  });

  test.each([
    ['another value', (text: string) => text.replace('harbor-street', 'harbor-strait'), 'is spoiled: the table groups'],
    ['a lost row', (text: string) => text.replace(/^.*mill-valley.*\n/m, ''), 'is spoiled: the table groups'],
    [
      'a lost table',
      (text: string) => text.replace(/\{"table":"acts"[^]*?"sha256":"[0-9a-f]+"\}\n/, ''),
      'lacks a table',
    ],
    ['a cut', (text: string) => text.slice(0, text.length / 2), /middle of a table|not a whole backup/],
    ['a cut between tables', (text: string) => text.slice(0, text.indexOf('{"table":"kinds"')), 'not a whole backup'],
  ])('after %s leaves the database empty', async (name, change, message) => {
    await expect(restore({ file: spoiled(name, change) })).rejects.toThrow(message);
    expect(await appliedMigrations(target.owner)).toEqual([]);
  });

  test('is refused for a cut gzip file, a key file, or no backup at all', async () => {
    const cut = path.join(folder, 'cut');
    writeFileSync(cut, readFileSync(file).subarray(0, 3000));
    await expect(restore({ file: cut })).rejects.toThrow(/end of file|middle of a table|not a whole backup/);
    await expect(restore({ file: keyFiles[0] })).rejects.toThrow('not a file of the kind');
    writeFileSync(cut, 'hello');
    await expect(restore({ file: cut })).rejects.toThrow(/not a whole backup|incorrect header/);
  });
});

test('a backup shows one moment while everything goes on', async () => {
  const busy = path.join(folder, 'busy.backup');
  const writing = new AbortController();
  let count = 0;
  const written = (async () => {
    for (; !writing.signal.aborted; count += 1) {
      await database.forGroup(here, async (tx) => {
        const name = `pair ${count}`;
        await sql`insert into teams (group_id, id, name) values (${here}, gen_random_uuid(), ${name})`.execute(tx.db);
        await sql`insert into partners (group_id, id, name) values (${here}, gen_random_uuid(), ${name})`.execute(
          tx.db,
        );
      });
    }
  })();
  await writeBackup(owner, busy, []);
  writing.abort();
  await written;
  const { tables } = await readBackup(busy, 'barnraise-backup');
  const pairs = new Map<string, number>();
  for await (const { table, rows } of tables) {
    let text = '';
    for await (const piece of rows) text += piece.toString();
    pairs.set(table, [...text.matchAll(/pair \d+/g)].length);
  }
  expect(count).toBeGreaterThan(2);
  expect(pairs.get('teams')).toBe(pairs.get('partners'));
});

test('a million bytes in one row and a hundred thousand rows pass through', async () => {
  const long = 'x'.repeat(1_000_000);
  await owner.query(`insert into teams (group_id, id, name) values ($1, gen_random_uuid(), $2)`, [there, long]);
  await owner.query(
    `insert into teams (group_id, id, name) select $1, gen_random_uuid(), 'many' from generate_series(1, 100000)`,
    [there],
  );
  const big = path.join(folder, 'big.backup');
  await writeBackup(owner, big, []);
  await restoreBackup(other.owner, { file: big, keyFiles });
  const { rows } = await other.owner.query(
    `select count(*) filter (where name = 'many') as many, max(length(name)) as longest from teams where group_id = $1`,
    [there],
  );
  expect(rows).toEqual([{ many: 100_000, longest: 1_000_000 }]);
});
