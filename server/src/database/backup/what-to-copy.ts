import type { ClientBase } from 'pg';

import { tables } from '../tables.ts';
import { quoted, type TableHeader } from './backup-format.ts';

/**
 * What a backup leaves out.
 * `person_keys`, `vault_hashes`: go into the key file, so that an old backup has lost who was erased since.
 * `sessions`, `sign_in_links`: a restored backup must not open doors that were shut; people sign in again.
 * `rate_limits`, `changes`: mean nothing on another server.
 */
const leftOut = new Set(['person_keys', 'vault_hashes', 'sessions', 'sign_in_links', 'rate_limits', 'changes']);

/** What dies with a person. */
export const keyTables = ['person_keys', 'vault_hashes'];

/** Numbers of one server's transactions; on another they would lie in the future. The default gives the reading one. */
const columnsLeftOut = new Set(['xid']);

/** One table as it is copied: from where, and into which columns. */
export type CopySource = TableHeader & {
  readonly select: string;
  /** For the app role: it sees one group after the other. The owner sees all at once. */
  readonly groupIds?: readonly string[];
};

/** The tables of a backup in the order in which they can be read in, and the jobs that still wait. */
export async function backupSources(client: ClientBase): Promise<readonly CopySource[]> {
  const names = Object.keys(tables).filter((table) => !leftOut.has(table));
  return [...(await sourcesOf(client, names)), waitingJobs];
}

export async function sourcesOf(client: ClientBase, names: readonly string[]): Promise<readonly CopySource[]> {
  const { rows } = await client.query<{ table: string; columns: string[] }>(
    `select table_name as table, array_agg(column_name::text order by ordinal_position) as columns
     from information_schema.columns
     where table_schema = 'public' and table_name = any($1) and is_generated = 'NEVER'
     group by table_name`,
    [names],
  );
  return names.flatMap((table) => {
    const columns = rows.find((row) => row.table === table)?.columns.filter((column) => !columnsLeftOut.has(column));
    return columns
      ? [{ table, columns, select: `select ${columns.map(quoted).join(', ')} from ${quoted(table)}` }]
      : [];
  });
}

/** Read in as new jobs: the job tables themselves belong to the job library and its version. */
export const jobsTable = 'waiting_jobs';
const waitingJobs: CopySource = {
  table: jobsTable,
  columns: ['name', 'data', 'start_after', 'singleton_key'],
  select: `select name, data, start_after, singleton_key from pgboss.job where state in ('created', 'retry', 'active')`,
};
