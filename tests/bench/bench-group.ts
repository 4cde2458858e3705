import { rmSync } from 'node:fs';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import { configFromEnv } from '@barnraise/server/config/config.ts';
import { readEnv } from '@barnraise/server/config/env.ts';
import { type Context, openContext } from '@barnraise/server/context.ts';
import { type EmbeddedServer, startEmbedded } from '@barnraise/server/database/embedded/start-embedded.ts';
import { startGroup } from '@barnraise/server/people/start-group.ts';

import { dataFolder } from '../data-folder.ts';

/** A data folder, and how to take it away. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const folder = dataFolder('bench');
  return { path: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

export interface BenchDatabase {
  readonly context: Context;
  /** How each role connects. */
  readonly connect: Pick<EmbeddedServer, 'app' | 'owner'>;
  readonly close: () => Promise<void>;
}

/**
 * The program's own context on a data folder: its embedded database with its real durability, and the app role's pool.
 * Where the program runs on that folder, it is that program's database.
 */
export async function openBenchDatabase(dataDir: string): Promise<BenchDatabase> {
  const say = (): void => undefined;
  const connect = await startEmbedded({ dataDir, say });
  const context = await openContext(configFromEnv(readEnv({ DATA_DIR: dataDir })), { connection: connect, say });
  return {
    context,
    connect,
    close: async () => {
      await context.close();
      await connect.stop();
    },
  };
}

/** A group as the first visit to an empty server makes it, with what a pantry that also gives rides needs. */
export async function startBenchGroup(context: Context, slug: string): Promise<GroupId> {
  const started = await startGroup(
    context,
    { as: 'operator' },
    {
      ticks: ['pantry', 'rides'],
      name: 'Juniper Flats Mutual Aid',
      slug,
      areaLabel: 'Juniper Flats',
      languages: ['en', 'es'],
      zone: 'America/Denver',
      country: 'US',
      steward: { handle: 'Wren', phone: '', mail: '' },
    },
  );
  if (!started.ok) throw new Error(`The group could not be started: ${started.refusal.code}`);
  return started.value.groupId;
}
