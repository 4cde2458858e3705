import { closeSync, createWriteStream, fsyncSync, openSync } from 'node:fs';
import { rename } from 'node:fs/promises';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

import { Client, type Pool } from 'pg';

import { appliedMigrations } from '../migrate.ts';
import { type BackupHeader, rowsEnd, tableSum } from './backup-format.ts';
import { copyOut } from './copy.ts';
import { type CopySource, backupSources, keyTables, sourcesOf } from './what-to-copy.ts';

export type BackupReport = { readonly tables: number; readonly rows: number; readonly keys: number };

/**
 * Writes the whole server's data into one file, as it was at one moment, while everything goes on; then the key file, in
 * each of its places. `owner` sees all groups. What is on the disk under the final names is always whole.
 */
export async function writeBackup(owner: Pool, file: string, keyFiles: readonly string[]): Promise<BackupReport> {
  return atOneMoment(owner, async (client) => {
    const written = await writeFile(file, client, 'barnraise-backup', await backupSources(client));
    const keys = await writeKeyFiles(client, keyFiles);
    return { ...written, keys };
  });
}

/**
 * Overwrites the key file with the keys of those who are here now: whoever was erased is in it no more. As the app role,
 * which is all that a worker has.
 */
export async function refreshKeyFiles(app: Pool, keyFiles: readonly string[]): Promise<number> {
  return atOneMoment(app, async (client) => {
    const { rows } = await client.query<{ id: string }>('select id from groups order by id');
    return writeKeyFiles(
      client,
      keyFiles,
      rows.map(({ id }) => id),
    );
  });
}

/** One place after the other, so that a crash spoils at most one. */
async function writeKeyFiles(
  client: Client,
  keyFiles: readonly string[],
  groupIds?: readonly string[],
): Promise<number> {
  const sources = (await sourcesOf(client, keyTables)).map((source) => ({ ...source, groupIds }));
  let keys = 0;
  for (const file of keyFiles) {
    ({ rows: keys } = await writeFile(file, client, 'barnraise-keys', sources));
  }
  return keys;
}

/**
 * One snapshot on a connection of its own: those of the app's pool may send several queries at a time, among which COPY
 * cannot be; and one that broke off in the middle of a COPY is of no use to anybody else.
 */
async function atOneMoment<T>(pool: Pool, work: (client: Client) => Promise<T>): Promise<T> {
  const { password } = pool.options;
  const client = new Client({ ...pool.options, password, pipeline: false });
  client.on('error', () => undefined);
  await client.connect();
  try {
    await client.query('begin isolation level repeatable read, read only');
    return await work(client);
  } finally {
    await client.end();
  }
}

type Written = { readonly tables: number; readonly rows: number };

async function writeFile(
  file: string,
  client: Client,
  format: BackupHeader['format'],
  sources: readonly CopySource[],
): Promise<Written> {
  const partial = `${file}.partial`;
  const header = await headerOf(client, format);
  const written = { tables: sources.length, rows: 0 };
  const pieces = Readable.from(piecesOf(client, header, sources, (rows) => (written.rows += rows)));
  await pipeline(pieces, createGzip({ level: 6 }), createWriteStream(partial, { mode: 0o600, flush: true }));
  await rename(partial, file);
  syncFolder(path.dirname(path.resolve(file)));
  return written;
}

/** A rename is on the disk only when its folder is. */
function syncFolder(folder: string): void {
  const handle = openSync(folder, 'r');
  fsyncSync(handle);
  closeSync(handle);
}

async function headerOf(client: Client, format: BackupHeader['format']): Promise<BackupHeader> {
  const { rows } = await client.query<{ postgres: string; check: string | null }>(
    `select current_setting('server_version') as postgres,
       (select value from server_values where name = 'server-key-check') as check`,
  );
  const { postgres = '', check = null } = rows[0] ?? {};
  const migrations = await appliedMigrations(client);
  return { format, formatVersion: 1, madeAt: new Date().toISOString(), migrations, postgres, serverKeyCheck: check };
}

async function* piecesOf(
  client: Client,
  header: BackupHeader,
  sources: readonly CopySource[],
  onTable: (rows: number) => void,
): AsyncGenerator<Buffer> {
  yield line(header);
  for (const { table, columns, select, groupIds } of sources) {
    yield line({ table, columns });
    const sum = tableSum();
    for (const groupId of groupIds ?? [undefined]) {
      if (groupId !== undefined) await client.query(`select set_config('barnraise.group_id', $1, true)`, [groupId]);
      for await (const piece of copyOut(client, `copy (${select}) to stdout`)) {
        sum.add(piece);
        yield piece;
      }
    }
    const end = sum.end();
    onTable(end.rows);
    yield Buffer.from(`${rowsEnd}\n`);
    yield line(end);
  }
  yield line({ end: true, tables: sources.length });
}

const line = (value: object): Buffer => Buffer.from(`${JSON.stringify(value)}\n`);
