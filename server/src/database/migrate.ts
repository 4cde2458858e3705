import { Kysely, PostgresDialect } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import type pg from 'pg';

import { migrations as allMigrations } from './migrations/index.ts';
import { installJobs } from './outbox/install-jobs.ts';

/** The database was written by a newer version of the program, or by another one. */
export class SchemaError extends Error {
  override readonly name = 'SchemaError';
}

export type MigrateOptions = {
  readonly migrations?: Readonly<Record<string, Migration>>;
  /** Stop after this migration: a backup is read in at the level it was written at. */
  readonly to?: string;
};

/** Any fixed number: of several programs that start at once, one migrates and the others wait and find it done. */
const migrateLock = 7_046_031;

/**
 * Brings the schema up to date as its owner, all or nothing, and gives the names of the migrations that ran.
 * Refuses a database that a newer version has migrated, since old code may not write to it.
 */
export async function migrate(ownerPool: pg.Pool, options: MigrateOptions = {}): Promise<readonly string[]> {
  const migrations = options.migrations ?? allMigrations;
  const guard = await ownerPool.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [migrateLock]);
    refuseUnknown(await appliedMigrations(guard), migrations);
    const ran = await runMigrations(ownerPool, migrations, options.to);
    await ownerPool.query('grant select on kysely_migration to barnraise_app');
    await installJobs(ownerPool);
    return ran;
  } finally {
    await guard.query('select pg_advisory_unlock($1)', [migrateLock]).catch(() => undefined);
    guard.release();
  }
}

/** Throws unless the schema is exactly the one that this version knows; changes nothing. */
export async function requireCurrentSchema(pool: pg.Pool): Promise<void> {
  const applied = await appliedMigrations(pool);
  refuseUnknown(applied, allMigrations);
  const missing = Object.keys(allMigrations).filter((name) => !applied.includes(name));
  if (missing.length === 0) return;
  throw new SchemaError(
    `The database is ${missing.length} migration(s) behind. Run "barnraise migrate" (on a server of your own with DATABASE_OWNER_URL set).`,
  );
}

/** The migrations that a database has had, in order; none for an empty one. */
export async function appliedMigrations(client: pg.Pool | pg.ClientBase): Promise<readonly string[]> {
  const { rows } = await client.query<{ exists: boolean }>(
    `select to_regclass('public.kysely_migration') is not null as exists`,
  );
  if (!rows[0]?.exists) return [];
  const applied = await client.query<{ name: string }>('select name from kysely_migration order by name');
  return applied.rows.map((row) => row.name);
}

function refuseUnknown(applied: readonly string[], known: Readonly<Record<string, Migration>>): void {
  const unknown = applied.filter((name) => !(name in known));
  if (unknown.length === 0) return;
  throw new SchemaError(
    `The database was migrated by a newer version of Barnraise (${unknown.join(', ')}). Start that version again, or restore a backup into an empty database.`,
  );
}

async function runMigrations(pool: pg.Pool, migrations: Readonly<Record<string, Migration>>, to?: string) {
  // Not destroyed: it would end the pool, which belongs to the caller.
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  const migrator = new Migrator({ db, provider: { getMigrations: async () => ({ ...migrations }) } });
  const { error, results = [] } = to === undefined ? await migrator.migrateToLatest() : await migrator.migrateTo(to);
  const failed = results.find((result) => result.status === 'Error');
  if (error !== undefined) {
    const where = failed ? `Migration ${failed.migrationName} failed` : 'The migrations could not be run';
    throw new SchemaError(`${where}, and the database is as it was before: ${(error as Error).message}`, {
      cause: error,
    });
  }
  return results.map((result) => result.migrationName);
}
