import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';

import type { Config } from '../config/config.ts';
import type { Secrets } from '../config/secrets.ts';
import { startSealer } from './chain/start-sealer.ts';
import { type Database, openDatabase } from './database.ts';
import { startEmbedded } from './embedded/start-embedded.ts';
import { type Live, openLive } from './live.ts';
import { migrate, requireCurrentSchema } from './migrate.ts';
import { openOutbox } from './outbox/open-outbox.ts';
import { openPool, type PoolConfig } from './pool.ts';
import { requireAppRole } from './roles.ts';
import { serverKey } from './vault/server-key.ts';

/** Where the two roles connect, and how to let go of the server behind them. */
export type Connection = {
  readonly app: PoolConfig;
  /** Absent on a hosted server whose owner's address was not given. */
  readonly owner?: PoolConfig;
  readonly stop: () => Promise<void>;
};

export type ConnectOptions = {
  readonly say?: (line: string) => void;
  readonly clock?: () => Instant;
  readonly onError?: (error: unknown) => void;
};

/**
 * Web processes on one server share its 80 or 100 connections. Ten keep 16 concurrent requests busy: most of a
 * request's time is not spent in the database.
 */
export const appConnectionsMax = 10;

/** The server named by DATABASE_URL, or else the one that comes with the program, started. */
export async function reachServer(config: Config, secrets: Secrets, say?: (line: string) => void): Promise<Connection> {
  if (secrets.databaseUrl !== undefined) {
    const owner = secrets.databaseOwnerUrl === undefined ? undefined : { connectionString: secrets.databaseOwnerUrl };
    return { app: { connectionString: secrets.databaseUrl }, owner, stop: async () => undefined };
  }
  return startEmbedded({ dataDir: config.dataDir, say });
}

/**
 * Gets a server ready to be used: the right role, the right tables, the right key; gives the key. The owner's connections
 * are closed again before anything else starts. Throws a sentence for the operator when something is not as it must be.
 */
export async function prepareServer(
  connection: Connection,
  keys: { readonly dataDir: string; readonly given?: Buffer },
): Promise<Buffer> {
  const app = openPool(connection.app, 1);
  const owner = connection.owner && openPool(connection.owner, 2);
  try {
    await requireAppRole(app);
    if (owner) await migrate(owner);
    else await requireCurrentSchema(app);
    return await serverKey({ app, owner, ...keys });
  } finally {
    await Promise.all([app.end(), owner?.end()]);
  }
}

export type Connected = { readonly database: Database; readonly live: Live };

/** Opens the handles on a prepared server, as the app role: it is all that web and worker hold. */
export async function connectDatabase(
  connection: Connection,
  namedStatements: boolean,
  options: ConnectOptions = {},
): Promise<Connected> {
  const { onError = () => undefined, clock } = options;
  const app = openPool({ ...connection.app, pipeline: true }, appConnectionsMax, onError);
  const pools = { app };
  try {
    const outbox = await openOutbox(app, namedStatements, onError);
    const live = openLive({ app, connect: connection.app, onError });
    // The sealer's own commits must not wake the sealer again.
    const sealer = startSealer(openDatabase({ pools, namedStatements, onError }), onError);
    const onCommit = (groupId: GroupId, hasChanges: boolean): void => {
      sealer.note(groupId);
      if (hasChanges) live.announce(groupId);
    };
    const database = openDatabase({ pools, namedStatements, writeJobs: outbox.write, onCommit, onError, clock });
    const close = async (): Promise<void> => {
      await Promise.all([sealer.stop(), live.close(), outbox.close()]);
      await database.close();
    };
    return { database: { ...database, close }, live };
  } catch (error) {
    await app.end();
    throw error;
  }
}
