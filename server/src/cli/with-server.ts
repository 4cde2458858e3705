import type pg from 'pg';

import { type Config, configFromEnv } from '../config/config.ts';
import { readEnv } from '../config/env.ts';
import { type Secrets, secretsFromEnv } from '../config/secrets.ts';
import { reachServer } from '../database/connect.ts';
import { openPool } from '../database/pool.ts';

/** A server that was reached, before anything on it was checked, migrated or given a key. */
export type ReachedServer = {
  readonly config: Config;
  readonly secrets: Secrets;
  readonly app: pg.Pool;
  readonly owner?: pg.Pool;
};

/** Reaches the server that the environment names, hands it on, and lets go of it in any case. */
export async function withServer<T>(work: (server: ReachedServer) => Promise<T>): Promise<T> {
  const env = readEnv();
  const config = configFromEnv(env);
  const secrets = secretsFromEnv(env);
  const connection = await reachServer(config, secrets);
  const app = openPool(connection.app, 2);
  const owner = connection.owner && openPool(connection.owner, 4);
  try {
    return await work({ config, secrets, app, owner });
  } finally {
    await Promise.all([app.end(), owner?.end()]);
    await connection.stop();
  }
}

/** The owner's pool, or the sentence that says what is missing. */
export function requireOwner({ owner }: ReachedServer): pg.Pool {
  if (owner) return owner;
  throw new Error('This needs the role barnraise_owner. Set DATABASE_OWNER_URL.');
}
