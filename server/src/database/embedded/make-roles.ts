import { Client, type Pool } from 'pg';

import type { PoolConfig } from '../pool.ts';

/** Any fixed number: one program at a time makes roles and database. */
const setUpLock = 7_046_030;

/**
 * Makes the database and its two login roles where they are missing. The superuser is used for nothing else: row-level
 * security is void for superusers, so neither web nor worker may hold one.
 */
export async function makeRoles(admin: PoolConfig): Promise<void> {
  const client = new Client(admin);
  await client.connect();
  try {
    await client.query('select pg_advisory_lock($1)', [setUpLock]);
    for (const role of ['barnraise_owner', 'barnraise_app']) {
      if (await isThere(client, 'select from pg_roles where rolname = $1', role)) continue;
      await client.query(`create role ${role} login nosuperuser nocreatedb nocreaterole noreplication nobypassrls`);
    }
    if (await isThere(client, 'select from pg_database where datname = $1', 'barnraise')) return;
    await createDatabase(client, 'barnraise');
  } finally {
    await client.end();
  }
}

/** An empty database, or a copy of another, that nobody but the two roles may enter. */
export async function createDatabase(client: Client | Pool, name: string, template?: string): Promise<void> {
  const copy = template === undefined ? '' : ` template ${template} strategy file_copy`;
  await client.query(`create database ${name}${copy} owner barnraise_owner`);
  await client.query(`revoke connect, temporary on database ${name} from public`);
  await client.query(`grant connect on database ${name} to barnraise_app`);
}

async function isThere(client: Client, question: string, name: string): Promise<boolean> {
  const { rowCount } = await client.query(question, [name]);
  return rowCount !== 0;
}
