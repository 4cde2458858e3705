import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import path from 'node:path';

import { type Kysely, sql } from 'kysely';
import { afterAll, expect, inject, test } from 'vitest';

import { appliedMigrations, migrate, requireCurrentSchema } from '../../server/src/database/migrate.ts';
import { migrations } from '../../server/src/database/migrations/index.ts';
import { openPool } from '../../server/src/database/pool.ts';

const { admin } = inject('barnraiseTestServer');
const adminPool = openPool(admin, 1);
const made: string[] = [];
const pools: ReturnType<typeof openPool>[] = [];
afterAll(async () => {
  await Promise.all(pools.map((pool) => pool.end()));
  for (const name of made) await adminPool.query(`drop database ${name} with (force)`);
  await adminPool.end();
});

async function emptyDatabase() {
  const name = `test_${randomBytes(6).toString('hex')}`;
  await adminPool.query(`create database ${name} owner barnraise_owner`);
  made.push(name);
  const config = { ...admin, user: 'barnraise_owner', database: name };
  const pool = openPool(config, 2);
  pools.push(pool);
  return { pool, config };
}

const step = (statement: string) => ({
  up: async (db: Kysely<unknown>) => void (await sql.raw(statement).execute(db)),
});

test('four processes that start at once migrate once', async () => {
  const { pool, config } = await emptyDatabase();
  const program = path.join(import.meta.dirname, 'migrate-program.ts');
  const exits = await Promise.all(
    Array.from({ length: 4 }, async () => {
      const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(config)]);
      const said: Buffer[] = [];
      child.stdout.on('data', (data: Buffer) => said.push(data));
      child.stderr.on('data', (data: Buffer) => said.push(data));
      const code = await new Promise((resolve) => child.on('exit', resolve));
      return { code, said: Buffer.concat(said).toString().trim() };
    }),
  );
  expect(exits.map(({ code }) => code)).toEqual([0, 0, 0, 0]);
  const all = Object.keys(migrations).join(' ');
  expect(exits.map(({ said }) => said).toSorted()).toEqual(['', '', '', all]);
  expect(await appliedMigrations(pool)).toEqual(Object.keys(migrations));
});

test('a failing migration leaves the database as it was', async () => {
  const { pool } = await emptyDatabase();
  const broken = {
    'a-first': step('create table first (id int)'),
    'b-second': step('create table second (id nonsense)'),
  };
  await expect(migrate(pool, { migrations: broken })).rejects.toThrow(
    'Migration b-second failed, and the database is as it was before',
  );
  const { rows } = await pool.query(`select to_regclass('first') is null as gone`);
  expect(rows).toEqual([{ gone: true }]);
});

test('a database of a newer version is refused, with what to do', async () => {
  const { pool } = await emptyDatabase();
  await migrate(pool, { migrations: { ...migrations, '9999-from-the-future': step('create table future (id int)') } });
  await expect(migrate(pool)).rejects.toThrow('migrated by a newer version of Barnraise (9999-from-the-future)');
  await expect(requireCurrentSchema(pool)).rejects.toThrow('newer version');
});

test('a database that is behind is said to be', async () => {
  const { pool } = await emptyDatabase();
  await expect(requireCurrentSchema(pool)).rejects.toThrow('Run "barnraise migrate"');
});

test('can stop at one migration and go on later', async () => {
  const { pool } = await emptyDatabase();
  const two = { a: step('create table one (id int)'), b: step('create table two (id int)') };
  expect(await migrate(pool, { migrations: two, to: 'a' })).toEqual(['a']);
  expect(await migrate(pool, { migrations: two })).toEqual(['b']);
});

test('hashes of people from before they were cut short find them still', async () => {
  const { pool } = await emptyDatabase();
  await migrate(pool, { to: '0006-work-orders' });
  const [group, person] = ['00000000-0000-7000-8000-000000000001', '00000000-0000-7000-8000-000000000002'];
  await pool.query(`insert into groups (id, slug, name, state) values ($1, 'creekside', 'Creekside', 'active')`, [
    group,
  ]);
  await pool.query(`insert into persons (group_id, id, sort) values ($1, $2, 'neighbor')`, [group, person]);
  await pool.query(
    `insert into vault_hashes values ($1, 'phone', sha256('one'), $2), ($1, 'name', sha256('two'), $2)`,
    [group, person],
  );
  await migrate(pool);
  const { rows } = await pool.query(
    `select field, hash = substring(sha256(what::bytea) for 8) as found
     from vault_hashes join (values ('phone', 'one'), ('name', 'two')) was (sort, what) on sort = field`,
  );
  expect(rows).toEqual([
    { field: 'phone', found: true },
    { field: 'name', found: true },
  ]);
});
