import { mkdirSync, realpathSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

import type { PoolConfig } from '../pool.ts';
import { databaseAccount } from './account.ts';
import { findBinaries } from './binaries.ts';
import { clusterFolderOf, reachableClusterFolder, socketFolder } from './folders.ts';
import { type Hold, takeHold } from './hold.ts';
import { type Launch, launchPostmaster } from './launch-postmaster.ts';
import { makeCluster, superuser } from './make-cluster.ts';
import { makeRoles } from './make-roles.ts';
import { readyPostmaster } from './postmaster.ts';

export type EmbeddedServer = {
  readonly app: PoolConfig;
  readonly owner: PoolConfig;
  /** Only tests and their template databases use it. */
  readonly admin: PoolConfig;
  /** The server's process. It changes when the server had to be started again. */
  readonly pid: () => number;
  /** Lets go of the server, and stops it when no other program uses it. Close the pools first. */
  readonly stop: () => Promise<void>;
};

export type EmbeddedOptions = {
  /** Absolute folder; the cluster is made below it. */
  readonly dataDir: string;
  /** False turns syncing off: for tests only. */
  readonly durable?: boolean;
  /** Gets whole lines about what an operator should know. */
  readonly say?: (line: string) => void;
};

const patienceMs = 60_000;

/**
 * Starts the PostgreSQL that comes with the program, or joins the one that already runs on this data folder (of another
 * process, or left over after a crash). Never as root. The server listens on a unix socket in a private folder only.
 * When the server dies under a running program, it is started again.
 */
export async function startEmbedded(options: EmbeddedOptions): Promise<EmbeddedServer> {
  const say = options.say ?? ((line: string) => process.stderr.write(`${line}\n`));
  const durable = options.durable ?? true;
  mkdirSync(options.dataDir, { recursive: true });
  const account = databaseAccount(clusterFolderOf(options.dataDir));
  const clusterFolder = reachableClusterFolder(options.dataDir, account, say);
  const binaries = findBinaries(account, say);
  makeCluster(clusterFolder, { initdb: binaries.initdb, account, durable });
  const launch = {
    clusterFolder,
    socketFolder: socketFolder(realpathSync(clusterFolder), account),
    postgres: binaries.postgres,
    account,
    durable,
  };

  let hold = await holdServer(launch);
  let isStopping = false;
  let reviving: Promise<void> | undefined;
  const revive = async (): Promise<void> => {
    try {
      hold = await holdServer(launch);
      hold.onLost(watch);
    } catch (error) {
      say(`The database stopped and could not be started again: ${(error as Error).message}`);
    }
  };
  const watch = (): void => {
    if (!isStopping) reviving = revive();
  };
  hold.onLost(watch);

  const { socketFolder: host, port } = hold.postmaster;
  const admin = { host, port, user: superuser, database: 'postgres' };
  try {
    await makeRoles(admin);
  } catch (error) {
    isStopping = true;
    await hold.release();
    throw error;
  }
  return {
    app: { host, port, user: 'barnraise_app', database: 'barnraise' },
    owner: { host, port, user: 'barnraise_owner', database: 'barnraise' },
    admin,
    pid: () => hold.postmaster.pid,
    stop: async () => {
      if (isStopping) return;
      isStopping = true;
      await reviving;
      await hold.release();
    },
  };
}

async function holdServer(launch: Launch): Promise<Hold> {
  const giveUpAt = performance.now() + patienceMs;
  while (performance.now() < giveUpAt) {
    const running = readyPostmaster(launch.clusterFolder);
    const hold = running ? await takeHold(running) : undefined;
    if (hold) return hold;
    const isLaunched = !running && (await launchPostmaster(launch));
    // An old server needs up to a few seconds to leave.
    if (!isLaunched) await sleep(50);
  }
  throw new Error(
    `The database in ${launch.clusterFolder} did not become ready within ${patienceMs / 1000} seconds. Its log is ${launch.clusterFolder}.log.`,
  );
}
