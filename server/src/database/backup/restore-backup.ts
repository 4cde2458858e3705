import type { Migration } from 'kysely/migration';
import type { Pool, PoolClient } from 'pg';

import { appliedMigrations, migrate } from '../migrate.ts';
import { migrations as knownMigrations } from '../migrations/index.ts';
import { executorOver, jobStore } from '../outbox/job-store.ts';
import { tables } from '../tables.ts';
import { BackupError, type BackupHeader, quoted } from './backup-format.ts';
import { copyIn } from './copy.ts';
import { type BackupTable, readBackup } from './read-backup.ts';
import { jobsTable, keyTables } from './what-to-copy.ts';

export type RestoreOptions = {
  readonly file: string;
  /** The newest whole one of these is taken. Absent: every private detail in the backup is lost, and taken out. */
  readonly keyFiles?: readonly string[];
  /** Refuses before anything is touched, for instance when the server's key is not the backup's. */
  readonly approve?: (header: BackupHeader) => void;
  /** Other migrations than the program's, for tests of what comes later. */
  readonly migrations?: Readonly<Record<string, Migration>>;
};

export type RestoreReport = {
  readonly madeAt: string;
  readonly rows: number;
  readonly jobs: number;
  /** People of the backup who have no key any more: erased since, or lost with the key file. */
  readonly erased: number;
};

/**
 * Reads a backup into an empty database, at the level of migrations it was written at, and migrates from there. Whoever
 * was erased since the backup is gone: their key is not in the newest key file, so their details are taken out and they
 * are marked as erased. If anything fails the database is empty again.
 */
export async function restoreBackup(owner: Pool, options: RestoreOptions): Promise<RestoreReport> {
  const backup = await readBackup(options.file, 'barnraise-backup');
  const migrations = options.migrations ?? knownMigrations;
  refuseNewer(backup.header, migrations);
  options.approve?.(backup.header);
  const keyFile = options.keyFiles && (await newestKeyFile(options.keyFiles));
  await refuseUsed(owner);
  try {
    await emptySchema(owner);
    await migrate(owner, { migrations, to: backup.header.migrations.at(-1) });
    const read = await readIn(owner, backup.tables, keyFile);
    await migrate(owner, { migrations });
    return { madeAt: backup.header.madeAt, ...read };
  } catch (error) {
    await emptySchema(owner);
    throw error;
  } finally {
    backup.close();
  }
}

function refuseNewer(header: BackupHeader, known: Readonly<Record<string, Migration>>): void {
  const unknown = header.migrations.filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new BackupError(
    `The backup was made by a newer version of Barnraise (${unknown.join(', ')}). Restore it with that version.`,
  );
}

async function refuseUsed(owner: Pool): Promise<void> {
  if ((await appliedMigrations(owner)).length === 0) return;
  const { rows } = await owner.query<{ is_used: boolean }>('select exists (select from groups) as is_used');
  if (rows[0]?.is_used) {
    throw new BackupError(
      'The database is not empty. A backup is restored into an empty one, so that nothing is mixed up.',
    );
  }
}

/** A database that was started once has tables, but nothing in them. */
async function emptySchema(owner: Pool): Promise<void> {
  await owner.query('drop schema if exists pgboss cascade; drop schema public cascade; create schema public');
}

/** The newest file that is whole. */
async function newestKeyFile(files: readonly string[]): Promise<string> {
  const whole: { file: string; madeAt: string }[] = [];
  for (const file of files) {
    const madeAt = await wholeSince(file);
    if (madeAt !== undefined) whole.push({ file, madeAt });
  }
  const newest = whole.toSorted((a, b) => (a.madeAt < b.madeAt ? 1 : -1))[0];
  if (newest) return newest.file;
  throw new BackupError(
    `There is no whole key file in ${files.join(' or ')}. Put it there, or give up every private detail with --without-keys.`,
  );
}

async function wholeSince(file: string): Promise<string | undefined> {
  try {
    const keys = await readBackup(file, 'barnraise-keys');
    for await (const { rows } of keys.tables) for await (const _ of rows);
    return keys.header.madeAt;
  } catch {
    return undefined;
  }
}

type ReadIn = { rows: number; jobs: number; erased: number };

async function readIn(owner: Pool, backupTables: AsyncIterable<BackupTable>, keyFile?: string): Promise<ReadIn> {
  const client = await owner.connect();
  const report: ReadIn = { rows: 0, jobs: 0, erased: 0 };
  try {
    await client.query('begin');
    // Forced row-level security refuses COPY FROM even to the owner. Back in force before anybody sees the tables.
    const protectedTables = await forcedTables(client);
    for (const table of protectedTables) await client.query(`alter table ${quoted(table)} no force row level security`);
    // What the migrations have just noted about this server comes with the backup, too.
    await client.query('delete from server_values');
    for await (const table of backupTables) {
      if (table.table === jobsTable) report.jobs = await readJobs(client, owner, table);
      else report.rows += await copyTable(client, table, table.table);
    }
    if (keyFile !== undefined) await readKeys(client, keyFile);
    report.erased = await eraseKeyless(client);
    for (const table of protectedTables) await client.query(`alter table ${quoted(table)} force row level security`);
    await client.query('commit');
    client.release();
    return report;
  } catch (error) {
    client.release(true);
    throw error;
  }
}

async function forcedTables(client: PoolClient): Promise<readonly string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relforcerowsecurity`,
  );
  return rows.map((row) => row.name);
}

async function copyTable(client: PoolClient, { columns, rows, table }: BackupTable, into: string): Promise<number> {
  if (!(table in tables) && table !== jobsTable) throw new BackupError(`The backup has an unknown table "${table}".`);
  return copyIn(client, `copy ${quoted(into)} (${columns.map(quoted).join(', ')}) from stdin`, rows);
}

async function readKeys(client: PoolClient, keyFile: string): Promise<void> {
  const keys = await readBackup(keyFile, 'barnraise-keys');
  for await (const table of keys.tables) {
    if (!keyTables.includes(table.table)) throw new BackupError(`${keyFile} has an unknown table "${table.table}".`);
    const columns = table.columns.map(quoted).join(', ');
    await client.query(`create temporary table read_in (like ${quoted(table.table)}) on commit drop`);
    await copyTable(client, table, 'read_in');
    // The key file may be newer than the backup, and know people whom the backup does not.
    await client.query(
      `insert into ${quoted(table.table)} (${columns}) select ${columns} from read_in r
       where exists (select from persons p where p.group_id = r.group_id and p.id = r.person_id)`,
    );
    await client.query('drop table read_in');
  }
}

async function eraseKeyless(client: PoolClient): Promise<number> {
  const keyless = (alias: string, id: string): string =>
    `not exists (select from person_keys k where k.group_id = ${alias}.group_id and k.person_id = ${alias}.${id})`;
  const { rowCount } = await client.query(
    `update persons p set erased_at = now()
     where p.erased_at is null and ${keyless('p', 'id')}
       and exists (select from vault_entries e where e.group_id = p.group_id and e.person_id = p.id)`,
  );
  await client.query(`delete from vault_entries e where ${keyless('e', 'person_id')}`);
  return rowCount ?? 0;
}

type WaitingJob = { name: string; data: object; start_after: number; singleton_key: string | null };

async function readJobs(client: PoolClient, owner: Pool, table: BackupTable): Promise<number> {
  await client.query(
    'create temporary table waiting_jobs (name text, data jsonb, start_after timestamptz, singleton_key text) on commit drop',
  );
  await copyTable(client, table, jobsTable);
  const { rows } = await client.query<WaitingJob>('select name, data, start_after, singleton_key from waiting_jobs');
  const store = jobStore(owner, 'send');
  store.on('error', () => undefined);
  await store.start();
  const known = new Set((await store.getQueues()).map((queue) => queue.name));
  for (const [name, jobs] of Map.groupBy(rows, (row) => row.name)) {
    if (!known.has(name)) continue;
    const fresh = jobs.map((job) => ({
      data: job.data,
      startAfter: new Date(job.start_after),
      singletonKey: job.singleton_key ?? undefined,
    }));
    await store.insert(name, fresh, { db: executorOver(client) });
  }
  await store.stop({ graceful: false });
  return rows.length;
}
