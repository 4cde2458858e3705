import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { temporaryFolder } from './bench-group.ts';
import { printResult, progress, rounded } from './bench-result.ts';
import { allProcesses, databaseOf, familyOf, type ProcessLine, pssMb } from './processes.ts';

// From a clone of what is committed to the first page that reads the database, as somebody does who tries the program
// out: `npm ci`, `npm start`. Packages that npm has in its cache may come from there. Then a second start, and what the
// program takes when nobody uses it: all its processes with the launcher, but without npm, since a service unit starts
// `node launch.mjs start` itself; npm's own part is told beside it.

const limits = { firstStartSeconds: 60, secondStartSeconds: 2, idleMb: 250 };
const idleMs = 10_000;
const startMsMax = 240_000;

const root = path.resolve(import.meta.dirname, '../..');
const folder = temporaryFolder();
const clone = path.join(folder.path, 'barnraise');
const dataDir = path.join(folder.path, 'data');
const port = 3350 + (process.pid % 50);
const env = cleanEnvironment();

try {
  const cloneSeconds = timed(() => execFileSync('git', ['clone', '--quiet', '--no-hardlinks', root, clone]));
  progress(`  cloned in ${cloneSeconds} s`);
  const installSeconds = timed(() => execFileSync('npm', ['ci', '--no-audit', '--no-fund'], { cwd: clone, env }));
  progress(`  installed in ${installSeconds} s`);
  const first = await started('npm', ['start']);
  const firstStartSeconds = rounded(cloneSeconds + installSeconds + first.seconds);
  progress(`  first page ${firstStartSeconds} s after the clone began`);
  await stop(first.process);
  const second = await started('npm', ['start']);
  progress(`  second start in ${second.seconds} s`);
  await sleep(idleMs);
  const npmMb = rounded(pssMb(familyOf(second.pid).filter(isNpm)));
  await stop(second.process);
  const memory = await idleMemory();
  printResult({
    bench: 'start',
    value: firstStartSeconds,
    baseline: null,
    ratio: null,
    target: `firstStartSeconds <= ${limits.firstStartSeconds}, secondStartSeconds <= ${limits.secondStartSeconds}, idleMb <= ${limits.idleMb}`,
    met:
      firstStartSeconds <= limits.firstStartSeconds &&
      second.seconds <= limits.secondStartSeconds &&
      memory.idleMb <= limits.idleMb,
    parts: {
      firstStartSeconds,
      cloneSeconds,
      installSeconds,
      npmStartSeconds: first.seconds,
      secondStartSeconds: second.seconds,
      ...memory,
      npmMbNotCounted: npmMb,
    },
  });
} finally {
  folder.remove();
}

/** Summed proportional set sizes, ten seconds after the first page, of everything that `node launch.mjs start` runs. */
async function idleMemory() {
  const { process: launcher, pid } = await started(process.execPath, ['launch.mjs', 'start']);
  await sleep(idleMs);
  const family = familyOf(pid).filter((one) => !isPostgres(one));
  const [own, ...others] = family;
  const database = databaseOf(dataDir);
  const [launcherMb, programMb, databaseMb] = [own ? [own] : [], others, database].map((part) => rounded(pssMb(part)));
  await stop(launcher);
  const idleMb = rounded((launcherMb ?? 0) + (programMb ?? 0) + (databaseMb ?? 0));
  progress(`  idle: ${idleMb} MB`);
  return { idleMb, launcherMb, programMb, databaseMb, processes: family.length + database.length };
}

/** Starts the program and waits for its first page. */
async function started(command: string, args: readonly string[]) {
  const startedAt = performance.now();
  const child = spawn(command, args, { cwd: clone, env, stdio: ['ignore', 'ignore', 'inherit'] });
  if (child.pid === undefined) throw new Error(`${command} could not be started.`);
  let hasEnded = false;
  child.once('exit', () => (hasEnded = true));
  while (!(await showsPage())) {
    if (hasEnded || performance.now() - startedAt > startMsMax) throw new Error(`${command} ${args.join(' ')} failed.`);
    await sleep(20);
  }
  return { process: child, pid: child.pid, seconds: rounded((performance.now() - startedAt) / 1000) };
}

/** The front page asks the database which groups there are. */
async function showsPage(): Promise<boolean> {
  try {
    const answer = await fetch(`http://127.0.0.1:${port}/`);
    await answer.text();
    return answer.ok;
  } catch {
    return false;
  }
}

/** Stops what listens, and waits for the database too: the next start must not find it running. */
async function stop(child: ChildProcess): Promise<void> {
  const program = familyOf(child.pid ?? 0).map((one) => one.pid);
  const database = databaseOf(dataDir).map((one) => one.pid);
  child.kill('SIGTERM');
  const gone = (): boolean => !allProcesses().some(({ pid }) => program.includes(pid) || database.includes(pid));
  for (let tries = 0; !gone(); tries += 1) {
    if (tries > 1000) throw new Error('The program did not stop within 20 seconds.');
    await sleep(20);
  }
}

function isNpm({ command }: ProcessLine): boolean {
  return /^npm |\bnpm-cli\.js|^sh -c /.test(command);
}

function isPostgres({ command }: ProcessLine): boolean {
  return /^postgres:|\/postgres /.test(command);
}

/** As a newcomer's shell: nothing set, and Node and npm as the machine has them. */
function cleanEnvironment(): NodeJS.ProcessEnv {
  const searched = (process.env['PATH'] ?? '').split(path.delimiter).filter((one) => !one.includes('node_modules'));
  const { HOME, USER, LANG } = process.env;
  return { HOME, USER, LANG, PATH: searched.join(path.delimiter), PORT: String(port), DATA_DIR: dataDir };
}

function timed(work: () => unknown): number {
  const startedAt = performance.now();
  work();
  return rounded((performance.now() - startedAt) / 1000);
}
