import { Client } from 'pg';

import { superuser } from './make-cluster.ts';
import { type Postmaster, stopPostmaster } from './postmaster.ts';

/** This program's share in a running server, until `release`. */
export type Hold = {
  readonly postmaster: Postmaster;
  /** Lets go; whoever is the last to do so stops the server, whoever started it. */
  release(): Promise<void>;
  /** Called once when the server goes away under us, or at once when it has gone already. */
  onLost(react: () => void): void;
};

/** Any fixed number: the advisory lock in the database `postgres` that counts who uses the server. */
const holdLock = 7_046_029;

/**
 * Takes a share in the server, or gives undefined when it is just being stopped.
 *
 * Every program that uses the server holds one advisory lock in shared mode on a connection of its own. The last one out
 * gets it in exclusive mode and may stop the server; a program killed with -9 drops its share with its connection, so
 * nothing is ever counted twice or forgotten. A program that comes while the server is being stopped waits for the lock,
 * loses its connection, and starts the server anew.
 */
export async function takeHold(postmaster: Postmaster): Promise<Hold | undefined> {
  const client = new Client({
    host: postmaster.socketFolder,
    port: postmaster.port,
    user: superuser,
    database: 'postgres',
    application_name: 'barnraise hold',
  });
  let react: (() => void) | undefined;
  let state: 'held' | 'lost' | 'released' = 'held';
  const loseOnce = (): void => {
    if (state !== 'held') return;
    state = 'lost';
    react?.();
  };
  client.on('error', loseOnce);
  client.on('end', loseOnce);
  try {
    await client.connect();
    await client.query('select pg_advisory_lock_shared($1)', [holdLock]);
  } catch {
    await client.end().catch(() => undefined);
    return undefined;
  }
  return {
    postmaster,
    onLost: (reaction) => {
      react = reaction;
      if (state === 'lost') reaction();
    },
    release: async () => {
      state = 'released';
      if (await isLastOut(client)) await stopPostmaster(postmaster.pid);
      await client.end().catch(() => undefined);
    },
  };
}

async function isLastOut(client: Client): Promise<boolean> {
  try {
    await client.query('select pg_advisory_unlock_shared($1)', [holdLock]);
    const { rows } = await client.query<{ got: boolean }>('select pg_try_advisory_lock($1) as got', [holdLock]);
    return rows[0]?.got === true;
  } catch {
    return false;
  }
}
