import { execFileSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import path from 'node:path';

/** The system account that the database server runs as. */
export type Account = { readonly uid: number; readonly gid: number };

/**
 * PostgreSQL refuses to run as root. An ordinary user runs it as themselves (`undefined`: nothing to change); root hands
 * it to `postgres`, else to `nobody`. A cluster that exists keeps its owner, since its files can be read by nobody else:
 * installing a package that brings a `postgres` user must not lock the data out.
 */
export function databaseAccount(clusterFolder: string): Account | undefined {
  if (process.getuid?.() !== 0) return undefined;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (account) return account;
  throw new Error(
    'The database may not run as root, and this machine has no user "postgres" or "nobody". Start Barnraise as an ordinary user.',
  );
}

function accountNamed(name: string): Account | undefined {
  const id = (flag: string): number => Number(execFileSync('id', [flag, name], { stdio: 'pipe', encoding: 'utf8' }));
  try {
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/** Whether the account may go down to this folder (or, when it does not exist yet, to its nearest existing parent). */
export function canReach(folder: string, account: Account | undefined): boolean {
  if (!account) return true;
  for (let step = path.resolve(folder); ; step = path.dirname(step)) {
    if (existsSync(step) && !mayEnter(step, account)) return false;
    if (step === path.dirname(step)) return true;
  }
}

function mayEnter(folder: string, account: Account): boolean {
  const { uid, gid, mode } = statSync(folder);
  if (uid === account.uid) return (mode & 0o100) !== 0;
  if (gid === account.gid) return (mode & 0o010) !== 0;
  return (mode & 0o001) !== 0;
}
