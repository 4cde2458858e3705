import { spawn } from 'node:child_process';
import { closeSync, existsSync, openSync, readFileSync, renameSync, statSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import type { Account } from './account.ts';
import { serverEnvironment } from './make-cluster.ts';
import { dropStalePidFile, readyPostmaster } from './postmaster.ts';

export type Launch = {
  readonly clusterFolder: string;
  readonly socketFolder: string;
  readonly postgres: string;
  readonly account: Account | undefined;
  readonly durable: boolean;
};

const logBytesMax = 1_000_000;

/**
 * Sized for a machine shared with everything else (35 to 45 MB with ten connections), and quiet: error logs carry
 * neither statements nor row contents, since those may hold what belongs to people.
 */
const settings = [
  'listen_addresses=',
  'unix_socket_permissions=0700',
  'shared_buffers=32MB',
  // A thirty-second part of the buffers is soon full when a table comes in, and its writer waits for the disk.
  'wal_buffers=8MB',
  'max_connections=80',
  'work_mem=8MB',
  'maintenance_work_mem=32MB',
  'effective_cache_size=256MB',
  'random_page_cost=1.1',
  'jit=off',
  'io_method=sync',
  'max_logical_replication_workers=0',
  'autovacuum_max_workers=2',
  // Until a table is first analyzed, connections keep plans that were made for it while it was empty. A new group that
  // many ask on its first day should not wait a whole minute for better ones.
  'autovacuum_naptime=15s',
  'log_min_messages=log',
  'log_error_verbosity=terse',
  'log_min_error_statement=panic',
  'log_checkpoints=off',
  'timezone=UTC',
];

/** For tests only: a crash of the machine may lose or spoil everything. */
const careless = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off', 'max_connections=200'];

/**
 * Starts the server process and waits until it takes connections. True when it does; false when an earlier server is
 * still on its way out (its backends keep the shared memory for a moment after a kill) or another program was faster:
 * the caller looks again. Anything else throws with the last lines of the server's log.
 */
export async function launchPostmaster(launch: Launch): Promise<boolean> {
  dropStalePidFile(launch.clusterFolder);
  const logFile = `${launch.clusterFolder}.log`;
  const log = openLog(logFile);
  const logStartsAt = statSync(logFile).size;
  const options = [...settings, ...(launch.durable ? [] : careless)].flatMap((setting) => ['-c', setting]);
  const child = spawn(launch.postgres, ['-D', launch.clusterFolder, '-k', launch.socketFolder, ...options], {
    ...launch.account,
    cwd: '/',
    // A file, not a pipe: the server outlives this program after a kill, and a full or broken pipe would stop it.
    stdio: ['ignore', log, log],
    detached: true,
    env: serverEnvironment,
  });
  closeSync(log);
  const failures: Error[] = [];
  child.on('error', (error) => void failures.push(error));
  while (child.exitCode === null && child.signalCode === null && failures.length === 0) {
    if (readyPostmaster(launch.clusterFolder)?.pid === child.pid) {
      child.unref();
      return true;
    }
    await sleep(5);
  }
  if (failures[0]) throw new Error(`The database program could not be started: ${failures[0].message}`);
  const said = readFileSync(logFile, 'utf8').slice(logStartsAt);
  // An empty lock file is one that another server is just writing.
  if (/lock file .* (already exists|is empty)|still in use|already in use/.test(said)) return false;
  throw new Error(`The database did not start. Its log (${logFile}) ends with: ${said.slice(-800).trim()}`);
}

function openLog(file: string): number {
  if (existsSync(file) && statSync(file).size > logBytesMax) renameSync(file, `${path.resolve(file)}.1`);
  return openSync(file, 'a', 0o600);
}
