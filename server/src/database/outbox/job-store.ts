import { type ClientBase, type Pool, type QueryResult, types } from 'pg';
import { type Db, PgBoss } from 'pg-boss';

/** Where the jobs lie: a schema of its own, since its tables belong to the job library. */
export const jobSchema = 'pgboss';

export type JobStoreRole = 'install' | 'send' | 'work';

/**
 * The job library over one of our pools. It reads dates as dates, so its queries go with the driver's own types.
 * Nothing notifies: a NOTIFY inside a writing transaction makes all commits wait for one another.
 */
export function jobStore(pool: Pool, role: JobStoreRole): PgBoss {
  return new PgBoss({
    db: executorOver(pool),
    schema: jobSchema,
    migrate: role === 'install',
    supervise: role === 'work',
    schedule: false,
    registerInstance: false,
    useListenNotify: false,
    monitorVacuum: false,
    reindex: false,
  });
}

/** The few words the job library needs of a connection or a pool. */
export function executorOver(client: Pool | ClientBase, name?: (text: string) => string | undefined): Db {
  return {
    executeSql: async (text, values) => {
      const query = { name: name?.(text), text, values, types };
      const answer = (await client.query(query)) as QueryResult | QueryResult[];
      return Array.isArray(answer) ? { rows: answer.flatMap((part) => part.rows as unknown[]) } : { rows: answer.rows };
    },
  };
}
