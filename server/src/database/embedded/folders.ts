import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { type Account, canReach } from './account.ts';

/** A path to a unix socket holds at most 107 bytes on Linux and 103 on macOS, `/.s.PGSQL.5432` included. */
const socketPathBytesMax = 103;
const socketName = '/.s.PGSQL.5432';

/**
 * Where the cluster lies: `DATA_DIR/postgresql`. When root starts the program in a place that the database's user cannot
 * reach, it lies in the system's own folder instead, and DATA_DIR keeps a note of where, so that it is found again.
 */
export function clusterFolderOf(dataDir: string): string {
  const note = path.join(dataDir, 'postgresql.location');
  return existsSync(note) ? readFileSync(note, 'utf8').trim() : path.join(dataDir, 'postgresql');
}

/** Moves a cluster that is not made yet to where the account can reach it; says so in one line. */
export function reachableClusterFolder(
  dataDir: string,
  account: Account | undefined,
  say: (line: string) => void,
): string {
  const wanted = clusterFolderOf(dataDir);
  if (canReach(path.dirname(wanted), account)) return wanted;
  if (existsSync(wanted)) throw new Error(`The database's user may not enter ${path.dirname(wanted)}.`);
  // A data folder below the temporary folder is a try-out or a test: what it leaves behind should go the same way.
  const isTryOut = dataDir.startsWith(os.tmpdir() + path.sep);
  const home = isTryOut
    ? mkdtempSync(path.join(os.tmpdir(), 'barnraise-'))
    : path.join('/var/lib/barnraise', randomBytes(6).toString('hex'));
  if (isTryOut) chmodSync(home, 0o755);
  const folder = path.join(home, 'postgresql');
  mkdirSync(dataDir, { recursive: true });
  writeFileSync(path.join(dataDir, 'postgresql.location'), `${folder}\n`);
  say(`The database lies in ${folder}, because its own user may not enter ${dataDir}.`);
  return folder;
}

/** A short private folder for the socket: whoever can enter it may connect, so its owner and mode are checked. */
export function socketFolder(clusterFolder: string, account: Account | undefined): string {
  const name = createHash('sha256').update(clusterFolder).digest('hex').slice(0, 12);
  const uid = process.getuid?.() ?? 0;
  const bases = [uid === 0 ? '/run' : `/run/user/${uid}`, os.tmpdir(), '/tmp'].filter((base) => existsSync(base));
  for (const base of bases) {
    const mine = path.join(base, `barnraise-${uid}`);
    const folder = path.join(mine, name);
    if (Buffer.byteLength(folder + socketName) > socketPathBytesMax || !canReach(base, account)) continue;
    privateFolder(mine, uid, account ? 0o711 : 0o700);
    privateFolder(folder, account?.uid ?? uid, 0o700, account);
    return folder;
  }
  throw new Error('No folder is short enough for the database socket. Set TMPDIR to a short path.');
}

function privateFolder(folder: string, owner: number, mode: number, account?: Account): void {
  if (!existsSync(folder)) {
    mkdirSync(folder, { recursive: true, mode });
    chmodSync(folder, mode);
    if (account) chownSync(folder, account.uid, account.gid);
  }
  const found = lstatSync(folder);
  if (!found.isDirectory() || found.uid !== owner || (found.mode & 0o777) !== mode) {
    throw new Error(`${folder} exists but is not a private folder of user ${owner}. Remove it and start again.`);
  }
}
