import { configFromEnv } from '@barnraise/server/config/config.ts';
import { readEnv } from '@barnraise/server/config/env.ts';
import { secretsFromEnv } from '@barnraise/server/config/secrets.ts';
import { type Context, type ContextOverrides, openContext } from '@barnraise/server/context.ts';
import { reachServer } from '@barnraise/server/database/connect.ts';
import { openPool } from '@barnraise/server/database/pool.ts';
import type { GroupToStart, StartedGroup } from '@barnraise/server/people/group-to-start.ts';
import { startGroup } from '@barnraise/server/people/start-group.ts';
import type pg from 'pg';
import type { BrowserContext } from 'playwright-core';

import { sessionCookie } from '../../web/src/lib/server/session-cookie.ts';
import type { RunningServer } from './server.ts';

/**
 * Works on the data of a running server through the same commands as its pages; `overrides` may set another clock. Does
 * not stop the server's database.
 */
export async function onServer<T>(
  server: RunningServer,
  work: (context: Context) => Promise<T>,
  overrides: ContextOverrides = {},
): Promise<T> {
  const { config, secrets } = settingsOf(server);
  const context = await openContext(config, { secrets, say: () => undefined, ...overrides });
  try {
    return await work(context);
  } finally {
    await context.close();
  }
}

/** Looks into the tables of a running server as their owner, who sees every group. */
export async function asOwner<T>(server: RunningServer, look: (owner: pg.Pool) => Promise<T>): Promise<T> {
  const { config, secrets } = settingsOf(server);
  const connection = await reachServer(config, secrets, () => undefined);
  if (!connection.owner) throw new Error('The owner of this database is not known.');
  const pool = openPool(connection.owner, 1);
  try {
    return await look(pool);
  } finally {
    await pool.end();
    await connection.stop();
  }
}

function settingsOf(server: RunningServer) {
  const env = readEnv({ ...process.env, DATA_DIR: server.dataDir, ORIGIN: server.origin });
  return { config: configFromEnv(env), secrets: secretsFromEnv(env) };
}

const harbor: GroupToStart = {
  ticks: ['pantry', 'rides'],
  name: 'Harbor Street Pantry',
  slug: 'harbor-street',
  areaLabel: 'Harbor Street',
  languages: ['en', 'es'],
  zone: 'America/New_York',
  country: 'US',
  steward: { handle: 'Rosa', phone: '304-555-0142', mail: 'rosa@example.org' },
};

/** A group as "Start your group" makes it, with its steward signed in under `sessionToken`. */
export function seedGroup(server: RunningServer, group: Partial<GroupToStart> = {}): Promise<StartedGroup> {
  return onServer(server, async (context) => {
    const started = await startGroup(context, { as: 'operator' }, { ...harbor, ...group });
    if (!started.ok) throw new Error(`The group was refused: ${started.refusal.code}`);
    return started.value;
  });
}

/** Lets a browser go on as whoever holds the session. */
export async function signInAs(browsing: BrowserContext, server: RunningServer, sessionToken: string): Promise<void> {
  await browsing.addCookies([{ name: sessionCookie, value: sessionToken, url: server.origin }]);
}
