import { rmSync } from 'node:fs';

import type { TestProject } from 'vitest/node';

import { migrate } from '../../server/src/database/migrate.ts';
import { startEmbedded } from '../../server/src/database/embedded/start-embedded.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { dataFolder } from '../data-folder.ts';
import { type TestServer, testServerKey } from './test-server.ts';

/** One PostgreSQL for the whole run, without syncing, with one migrated database that each test file copies. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = dataFolder('test');
  const server = await startEmbedded({ dataDir, durable: false, say: () => undefined });
  const owner = openPool(server.owner, 3);
  await migrate(owner);
  await owner.end();
  project.provide(testServerKey, { admin: server.admin, template: 'barnraise' } satisfies TestServer);
  return async () => {
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  };
}
