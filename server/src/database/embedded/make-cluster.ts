import { spawnSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';

import type { Account } from './account.ts';
import { isAlive } from './postmaster.ts';

/** The superuser that exists only inside the embedded server; the program uses it to make the two roles, then never again. */
export const superuser = 'barnraise_admin';

export type ClusterMaking = {
  readonly initdb: string;
  readonly account: Account | undefined;
  /** False only for tests: a cluster that a power cut may spoil. */
  readonly durable: boolean;
};

/**
 * Makes the cluster if there is none. It is made beside its place and moved there in one step, so a crash leaves no
 * half-made cluster, and of two programs that start at once the second finds the first one's.
 */
export function makeCluster(folder: string, { initdb, account, durable }: ClusterMaking): void {
  const parent = path.dirname(folder);
  mkdirSync(parent, { recursive: true, mode: 0o755 });
  removeLeftovers(folder);
  if (existsSync(path.join(folder, 'PG_VERSION'))) return;
  const half = `${folder}.init-${process.pid}`;
  mkdirSync(half, { mode: 0o700 });
  if (account) chownSync(half, account.uid, account.gid);
  const run = spawnSync(
    initdb,
    ['-D', half, '-U', superuser, '--auth=trust', '--encoding=UTF8', '--locale-provider=builtin'].concat(
      ['--builtin-locale=C.UTF-8', '--no-instructions'],
      durable ? [] : ['--no-sync'],
    ),
    { ...account, cwd: '/', encoding: 'utf8', env: serverEnvironment },
  );
  if (run.status !== 0) {
    rmSync(half, { recursive: true, force: true });
    throw new Error(`The database could not be made in ${folder}: ${run.error?.message ?? run.stderr.trim()}`);
  }
  moveIntoPlace(half, folder);
}

/** What the server's processes see of the environment: nothing of the operator's, least of all their keys. */
export const serverEnvironment = { LC_ALL: 'C', PATH: '/usr/bin:/bin', TZ: 'UTC' };

function moveIntoPlace(half: string, folder: string): void {
  try {
    renameSync(half, folder);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(path.join(folder, 'PG_VERSION'))) throw error;
  }
}

/** Half-made clusters of programs that are no more. */
function removeLeftovers(folder: string): void {
  const prefix = `${path.basename(folder)}.init-`;
  for (const name of readdirSync(path.dirname(folder))) {
    if (!name.startsWith(prefix) || isAlive(Number(name.slice(prefix.length)))) continue;
    rmSync(path.join(path.dirname(folder), name), { recursive: true, force: true });
  }
}
