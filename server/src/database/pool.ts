import { Pool, type PoolConfig as DriverPoolConfig } from 'pg';

import { columnTypes } from './column-types.ts';

/** How to connect: the part of node-postgres's settings that tells one database and role from another. */
export type PoolConfig = Pick<
  DriverPoolConfig,
  'host' | 'port' | 'user' | 'database' | 'connectionString' | 'pipeline'
>;

/**
 * A pool of connections whose values come back as this program writes them (see {@link columnTypes}).
 * A connection that breaks is dropped and replaced; without the handlers it would end the process.
 */
export function openPool(config: PoolConfig, connectionsMax: number, onError?: (error: Error) => void): Pool {
  const pool = new Pool({
    ...config,
    max: connectionsMax,
    types: columnTypes,
    application_name: 'barnraise',
    idleTimeoutMillis: 30_000,
    connectionTimeoutMillis: 15_000,
    keepAlive: true,
  });
  pool.on('error', (error) => {
    // While a pool is being closed its last connections may meet a server that is being stopped too.
    if (!pool.ending) onError?.(error);
  });
  // One that breaks between two queries of a transaction tells only its own listeners; the next query fails as it should.
  pool.on('connect', (client) => client.on('error', () => undefined));
  return pool;
}
