import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const buildsKept = 3;
/** Sources that change while they are built: somebody is writing, or an update is being unpacked. */
const triesMax = 5;

export interface Shelf {
  /** The folder for a build of the sources as they are now; all builds lie beside each other. */
  readonly folderNow: () => string;
  /** Builds into the folder that is named for the sources. Throws when it fails. */
  readonly build: () => Promise<void>;
}

/**
 * Gives the folder of a whole build of the sources as they are now, which stays as long as this process runs. Processes
 * that start at once build once; whoever waits takes what the first one made.
 */
export async function takeBuild(shelf: Shelf): Promise<string> {
  for (let tries = 1; tries <= triesMax; tries += 1) {
    const folder = shelf.folderNow();
    if (isUsable(folder)) return folder;
    const builds = path.dirname(folder);
    mkdirSync(builds, { recursive: true });
    await takeLock(builds);
    try {
      if (!isUsable(folder)) await makeBuild(shelf, folder);
      if (isUsable(folder)) return folder;
    } finally {
      rmSync(lockOf(builds), { force: true });
    }
  }
  throw new Error('The sources of the pages changed all the while they were built. Please start again.');
}

/** Marks a build as used first and looks at it then, so that nobody takes it away in between. */
function isUsable(folder: string): boolean {
  try {
    // Pages are read from the folder as they are first asked for, so it must stay as long as this process runs.
    writeFileSync(path.join(folder, `used-by-${process.pid}`), '');
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
  return existsSync(wholeMark(folder));
}

// The adapter empties the folder first; this mark is written last.
const wholeMark = (folder: string): string => path.join(folder, 'whole');

async function makeBuild({ folderNow, build }: Shelf, folder: string): Promise<void> {
  await build();
  // Sources that changed meanwhile have another name, and what was built may be a mixture.
  if (folderNow() !== folder || !existsSync(folder)) return;
  writeFileSync(wholeMark(folder), '');
  removeOldBuilds(path.dirname(folder), folder);
}

const lockOf = (builds: string): string => path.join(builds, 'building');

async function takeLock(builds: string): Promise<void> {
  const lock = lockOf(builds);
  for (;;) {
    try {
      writeFileSync(lock, String(process.pid), { flag: 'wx' });
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned(lock)) rmSync(lock, { force: true });
    else await sleep(200);
  }
}

/** Between making the lock and writing into it lie microseconds; after so long, whoever made it has ended. */
const emptyMsMax = 10_000;

/** True when whoever holds the lock has ended. A lock that was given back meanwhile is not abandoned: just take it. */
function isAbandoned(lock: string): boolean {
  try {
    const holder = Number(readFileSync(lock, 'utf8'));
    return holder === 0 ? Date.now() - statSync(lock).mtimeMs > emptyMsMax : !isAlive(holder);
  } catch (error) {
    if (isMissing(error)) return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // Somebody else's process is alive too.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Takes away all but the newest builds and those that are still read from. Only while holding the lock. */
function removeOldBuilds(builds: string, newest: string): void {
  const newestFirst = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(builds, entry.name))
    .filter((folder) => folder !== newest)
    .sort((first, second) => statSync(second).mtimeMs - statSync(first).mtimeMs);
  for (const folder of newestFirst.slice(buildsKept - 1)) {
    if (!isUsed(folder)) rmSync(folder, { recursive: true, force: true });
  }
}

function isUsed(folder: string): boolean {
  return readdirSync(folder).some((name) => name.startsWith('used-by-') && isAlive(Number(name.slice(8))));
}

function isMissing(error: unknown): boolean {
  return (error as NodeJS.ErrnoException).code === 'ENOENT';
}
