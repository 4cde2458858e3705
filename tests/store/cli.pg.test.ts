import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { configFromEnv } from '../../server/src/config/config.ts';
import { openContext } from '../../server/src/context.ts';
import { startEmbedded } from '../../server/src/database/embedded/start-embedded.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { dataFolder } from '../data-folder.ts';
import { anId } from './seed-ledger.ts';
import { awkwardTexts, seedLife } from './seed-life.ts';

const home = dataFolder('cli');
const dataDir = path.join(home, 'data');
afterAll(() => rmSync(home, { recursive: true, force: true }));

/** `barnraise …` as an operator types it, in the folder `home`. */
function barnraise(line: string, env: Readonly<Record<string, string>> = {}) {
  const program = path.resolve(import.meta.dirname, '../../server/src/cli/barnraise.ts');
  const run = spawnSync(process.execPath, ['--disable-warning=ExperimentalWarning', program, ...line.split(' ')], {
    cwd: home,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, ...env },
  });
  return { code: run.status, said: (run.stdout + run.stderr).trim() };
}

const groupId = anId<GroupId>();

async function asOwner(statement: string): Promise<void> {
  const server = await startEmbedded({ dataDir });
  const owner = openPool(server.owner, 1);
  await owner.query(statement);
  await owner.end();
  await server.stop();
}

beforeAll(async () => {
  const context = await openContext(configFromEnv({ dataDir }));
  const group = { id: groupId, slug: 'harbor-street', name: 'Harbor Street', state: 'active' } as const;
  await context.database.startGroup(group, context.vault.startGroup);
  await seedLife(context, groupId);
  await context.close();
});

describe('barnraise', () => {
  test('lists its commands and explains each', () => {
    const list = barnraise('--help');
    expect(list.code).toBe(0);
    for (const word of ['worker', 'migrate', 'doctor', 'backup', 'restore', 'verify']) {
      expect(list.said).toMatch(new RegExp(`^  ${word} `, 'm'));
    }
    const help = barnraise('backup --help');
    expect(help).toMatchObject({ code: 0, said: expect.stringContaining('Usage: barnraise backup FILE') });
  });

  test('answers a slip with a sentence and the usage', () => {
    expect(barnraise('bakcup x')).toEqual({ code: 2, said: 'There is no command "bakcup". Try: barnraise --help' });
    expect(barnraise('backup').said).toContain('Usage: barnraise backup FILE');
    expect(barnraise('backup --frobnicate x').said).toContain('Usage: barnraise backup FILE');
    expect(barnraise('verify', { PORT: 'abc' })).toEqual({
      code: 1,
      said: 'PORT is "abc". It must be a number from 0 to 65535.',
    });
  });
});

describe('doctor', () => {
  test('finds nothing wrong with what the program set up itself', () => {
    const { code, said } = barnraise('doctor');
    expect(said).not.toContain('WRONG');
    expect(code).toBe(0);
  });

  test('says what is wrong and what to run', async () => {
    await asOwner('alter table members no force row level security');
    const open = barnraise('doctor');
    expect(open).toMatchObject({
      code: 1,
      said: expect.stringContaining('alter table members enable row level security'),
    });
    await asOwner('alter table members force row level security');
    const otherKey = barnraise('doctor', { BARNRAISE_KEY: 'ab'.repeat(32) });
    expect(otherKey).toMatchObject({
      code: 1,
      said: expect.stringContaining('The key in BARNRAISE_KEY is another one.'),
    });
  });

  test('says that a server cannot be reached, and stops there', () => {
    const { code, said } = barnraise('doctor', { DATABASE_URL: 'postgres://barnraise_app@127.0.0.1:1/barnraise' });
    expect(code).toBe(1);
    expect(said.match(/WRONG/g)).toHaveLength(1);
  });

  test('prints the SQL for a hosted server when the role is wrong', async () => {
    const server = await startEmbedded({ dataDir });
    const url = `postgres://barnraise_owner@localhost/barnraise?host=${encodeURIComponent(server.app.host ?? '')}`;
    const { code, said } = barnraise('doctor', { DATABASE_URL: url });
    await server.stop();
    expect(code).toBe(1);
    expect(said).toContain('create role barnraise_app login');
    expect(said).toContain('could turn their protection off');
  });
});

test('verify names the group and the first link that was tampered with', async () => {
  expect(barnraise('verify')).toMatchObject({
    code: 0,
    said: expect.stringMatching(/^ok {6}harbor-street: \d+ sealed, 0 waiting, head [0-9a-f]{64}$/),
  });
  await asOwner('update events set quantity = quantity + 1');
  expect(barnraise('verify')).toMatchObject({
    code: 1,
    said: expect.stringMatching(/^BROKEN {2}harbor-street: link \d+ \(events /),
  });
  await asOwner('update events set quantity = quantity - 1');
});

test('export writes a list whole or not at all', async () => {
  await asOwner(
    `insert into group_settings (group_id) values ('${groupId}');
     insert into members (group_id, id, person_id, role, state)
       select group_id, id, id, 'member', 'active' from persons`,
  );
  expect(barnraise('export members --group harbor-street --private --out members.csv')).toEqual({ code: 0, said: '' });
  const text = readFileSync(path.join(home, 'members.csv'), 'utf8');
  expect(text).toMatch(/^\uFEFF"id","member","role"/);
  for (const written of awkwardTexts) expect(text).toContain(`"${written.replaceAll('"', '""')}"`);
  expect(existsSync(path.join(home, 'members.csv.part'))).toBe(false);
  expect(barnraise('export members --group harbor-street --language es').said).toContain('"Miembro"');

  expect(barnraise('export members --group harbor-street --out nowhere/members.csv').code).toBe(1);
  expect(barnraise('export everything --group harbor-street').said).toContain('Usage: barnraise export LIST');
  expect(barnraise('export members').said).toContain('Say which group.');
  expect(barnraise('export members --group mill-valley').said).toContain('There is no group "mill-valley"');
});

test('a backup goes to another machine and back to life with its keys, and not without', () => {
  expect(barnraise('backup monday.backup')).toMatchObject({
    code: 0,
    said: expect.stringContaining('monday.backup: '),
  });
  expect(barnraise('restore monday.backup')).toMatchObject({ code: 1, said: expect.stringContaining('not empty') });

  const away = { DATA_DIR: path.join(home, 'away') };
  mkdirSync(away.DATA_DIR);
  expect(barnraise('restore monday.backup', away)).toMatchObject({
    code: 1,
    said: expect.stringContaining('another server key'),
  });
  cpSync(path.join(dataDir, 'server.key'), path.join(away.DATA_DIR, 'server.key'));
  expect(barnraise('restore monday.backup --keys nowhere', away)).toMatchObject({
    code: 1,
    said: expect.stringContaining('--without-keys'),
  });
  const restored = barnraise('restore monday.backup', away);
  expect(restored).toMatchObject({ code: 0, said: expect.stringContaining('is back') });
  expect(restored.said).not.toContain('erased');
  const [there, here] = [barnraise('verify', away), barnraise('verify')];
  expect([there.code, there.said]).toEqual([0, here.said]);

  expect(existsSync(path.join(home, 'monday.backup.partial'))).toBe(false);
});
