import { createHmac, randomUUID } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import type pg from 'pg';

import { newKey } from './sealed-box.ts';

/** The key of this program and the key of this database do not belong together, or one is missing. */
export class ServerKeyError extends Error {
  override readonly name = 'ServerKeyError';
}

export type ServerKeySource = {
  readonly app: pg.Pool;
  readonly owner?: pg.Pool;
  readonly dataDir: string;
  /** BARNRAISE_KEY, when the operator keeps it elsewhere. */
  readonly given?: Buffer;
};

const checkName = 'server-key-check';

/**
 * The key that wraps every group's key. It is made only when the database has none yet; the database keeps a check value
 * (no help in finding the key), and a program with another key refuses to start: what it wrote could never be read again.
 */
export async function serverKey(source: ServerKeySource): Promise<Buffer> {
  // First what the database has: another program may be making both right now, and it makes the file first.
  const check = await storedCheck(source.app);
  const { key, place } = availableKey(source.dataDir, source.given);
  if (check === undefined) return adoptKey(source, key ?? makeKey(place));
  if (!key) {
    throw new ServerKeyError(
      `The database was set up with a key that is not here. Put it back as ${place} or set BARNRAISE_KEY; without it the private details cannot be read.`,
    );
  }
  if (checkOf(key) === check) return key;
  throw new ServerKeyError(
    `The key in ${place} is not the one that this database was set up with. Barnraise does not start, since nothing it wrote could be read with the right key.`,
  );
}

/** The key that this program has, and where it lies or would lie. */
export function availableKey(dataDir: string, given?: Buffer): { readonly key?: Buffer; readonly place: string } {
  const file = path.join(dataDir, 'server.key');
  return given ? { key: given, place: 'BARNRAISE_KEY' } : { key: readKey(file), place: file };
}

/** A new database takes this key. Of two programs that start at once with different keys, one finds the other's check. */
async function adoptKey(source: ServerKeySource, key: Buffer): Promise<Buffer> {
  if (!source.owner) {
    throw new ServerKeyError('The database has no key yet. Set DATABASE_OWNER_URL and run "barnraise migrate" once.');
  }
  await source.owner.query('insert into server_values (name, value) values ($1, $2) on conflict do nothing', [
    checkName,
    checkOf(key),
  ]);
  if ((await storedCheck(source.app)) === checkOf(key)) return key;
  throw new ServerKeyError('Another program set this database up with another key at the same moment. Start again.');
}

/** The check value that the database keeps; undefined while it has no key. */
export async function storedCheck(pool: pg.Pool): Promise<string | undefined> {
  const { rows } = await pool.query<{ value: string }>('select value from server_values where name = $1', [checkName]);
  return rows[0]?.value;
}

/** What a database keeps to tell its key from another. */
export function checkOf(key: Buffer): string {
  return createHmac('sha256', key).update('barnraise server key check').digest('hex');
}

function readKey(file: string): Buffer | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
  if (/^[0-9a-f]{64}$/.test(text)) return Buffer.from(text, 'hex');
  throw new ServerKeyError(`${file} does not hold a key (64 hexadecimal digits).`);
}

/**
 * On the disk before it is used: a key that a power cut takes away takes everybody's details with it. It appears under its
 * name at once and whole, or another program's is there already.
 */
function makeKey(file: string): Buffer {
  mkdirSync(path.dirname(file), { recursive: true });
  const key = newKey();
  const draft = `${file}.${randomUUID()}`;
  writeFileSync(draft, `${key.toString('hex')}\n`, { mode: 0o600, flag: 'wx', flush: true });
  try {
    linkSync(draft, file);
    return key;
  } catch (error) {
    const other = readKey(file);
    if (other) return other;
    throw error;
  } finally {
    rmSync(draft);
  }
}
