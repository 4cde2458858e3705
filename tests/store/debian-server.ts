import { spawn, spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { databaseAccount } from '../../server/src/database/embedded/account.ts';
import { readyPostmaster, stopPostmaster } from '../../server/src/database/embedded/postmaster.ts';
import type { PoolConfig } from '../../server/src/database/pool.ts';

/** Where Debian's packages put the versions that the program must also run on, the oldest first. */
const folders = ['15', '16', '17'].map((version) => `/usr/lib/postgresql/${version}/bin`);

/** The oldest PostgreSQL that this machine has from its distribution, or undefined. */
export const debianBinaries = folders.find((folder) => existsSync(path.join(folder, 'initdb')));

export type DebianServer = { readonly admin: PoolConfig; readonly stop: () => Promise<void> };

/** Starts it on a folder of its own, as an operator's server that the program did not set up. */
export async function startDebianServer(binaries: string): Promise<DebianServer> {
  const home = mkdtempSync(path.join(os.tmpdir(), 'barnraise-debian-'));
  const account = databaseAccount(home);
  if (account) chownSync(home, account.uid, account.gid);
  const folder = path.join(home, 'data');
  const run = spawnSync(
    path.join(binaries, 'initdb'),
    ['-D', folder, '-U', 'postgres', '--auth=trust', '--no-sync', '-E', 'UTF8', '--locale=C'],
    {
      ...account,
      cwd: '/',
      encoding: 'utf8',
    },
  );
  if (run.status !== 0) throw new Error(run.stderr);
  const settings = ['fsync=off', 'listen_addresses='].flatMap((setting) => ['-c', setting]);
  const child = spawn(path.join(binaries, 'postgres'), ['-D', folder, '-k', home, ...settings], {
    ...account,
    cwd: '/',
    stdio: 'ignore',
  });
  while (!readyPostmaster(folder)) {
    if (child.exitCode !== null) throw new Error(`${binaries}/postgres did not start`);
    await sleep(20);
  }
  return {
    admin: { host: home, port: 5432, user: 'postgres', database: 'postgres' },
    stop: async () => {
      await stopPostmaster(child.pid ?? 0);
      rmSync(home, { recursive: true, force: true });
    },
  };
}
