import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterAll, expect, test } from 'vitest';

import { serverKey } from '../../server/src/database/vault/server-key.ts';
import { freshDatabase } from './database.ts';

const { owner, database } = await freshDatabase();
const { app } = database.pools;
const dataDir = mkdtempSync(path.join(os.tmpdir(), 'barnraise-key-'));
const file = path.join(dataDir, 'server.key');
afterAll(() => rmSync(dataDir, { recursive: true }));

const forget = () => owner.query('delete from server_values');

test('is made once, only when the database has none, in a file that only its owner may read', async () => {
  await forget();
  const made = await serverKey({ app, owner, dataDir });
  expect(made).toHaveLength(32);
  expect(readFileSync(file, 'utf8').trim()).toBe(made.toString('hex'));
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(await serverKey({ app, owner, dataDir })).toEqual(made);
  expect(await serverKey({ app, dataDir })).toEqual(made);
});

test('the database keeps a check value that is not the key', async () => {
  const key = await serverKey({ app, owner, dataDir });
  const { rows } = await owner.query<{ value: string }>('select value from server_values');
  expect(rows).toHaveLength(1);
  expect(rows[0]?.value).not.toContain(key.toString('hex'));
});

test('another key is refused, and a missing one is not replaced', async () => {
  await expect(serverKey({ app, owner, dataDir, given: Buffer.alloc(32, 1) })).rejects.toThrow(
    'BARNRAISE_KEY is not the one',
  );
  const kept = readFileSync(file);
  rmSync(file);
  await expect(serverKey({ app, owner, dataDir })).rejects.toThrow('set up with a key that is not here');
  writeFileSync(file, 'scrambled');
  await expect(serverKey({ app, owner, dataDir })).rejects.toThrow('does not hold a key');
  writeFileSync(file, kept);
});

test('two programs that start at once end up with one key', async () => {
  await forget();
  rmSync(file);
  const keys = await Promise.all([serverKey({ app, owner, dataDir }), serverKey({ app, owner, dataDir })]);
  expect(keys[0]).toEqual(keys[1]);
});

test('a hosted server without its owner’s address is not given a key behind its back', async () => {
  await forget();
  await expect(serverKey({ app, dataDir })).rejects.toThrow('DATABASE_OWNER_URL');
});
