import { readFileSync, readlinkSync, realpathSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/** A database server that runs, as its own pid file describes it. */
export type Postmaster = { readonly pid: number; readonly port: number; readonly socketFolder: string };

/** The server of this cluster, once it takes connections; undefined while there is none or it is still starting. */
export function readyPostmaster(clusterFolder: string): Postmaster | undefined {
  const lines = pidFile(clusterFolder);
  const pid = Number(lines?.[0]);
  if (!lines || !pid || lines[7]?.trim() !== 'ready' || !isPostmaster(pid, clusterFolder)) return undefined;
  return { pid, port: Number(lines[3]), socketFolder: (lines[4] ?? '').trim() };
}

/**
 * Removes a pid file whose number now belongs to another program. In a container numbers start over at each start, and
 * PostgreSQL alone would refuse for ever because "another server might be running".
 */
export function dropStalePidFile(clusterFolder: string): void {
  const pid = Number(pidFile(clusterFolder)?.[0]);
  if (pid && isAlive(pid) && !isPostmaster(pid, clusterFolder)) rmSync(path.join(clusterFolder, 'postmaster.pid'));
}

/** Asks for a fast shutdown (roll back what is open, checkpoint, end) and waits until the process is gone. */
export async function stopPostmaster(pid: number): Promise<void> {
  try {
    process.kill(pid, 'SIGINT');
  } catch {
    return;
  }
  while (isAlive(pid)) await sleep(10);
}

/** A process that ended but was not collected by its parent (a container without an init) is dead. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  return !/^State:\s+Z/m.test(readOrEmpty(`/proc/${pid}/status`));
}

function isPostmaster(pid: number, clusterFolder: string): boolean {
  if (!isAlive(pid)) return false;
  try {
    // PostgreSQL works in its data folder, by whatever path it was started.
    return readlinkSync(`/proc/${pid}/cwd`) === realpathSync(clusterFolder);
  } catch {
    // Without /proc (macOS), or when it is somebody else's, the pid file has to be believed.
    return true;
  }
}

function pidFile(clusterFolder: string): string[] | undefined {
  const text = readOrEmpty(path.join(clusterFolder, 'postmaster.pid'));
  return text === '' ? undefined : text.split('\n');
}

function readOrEmpty(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
