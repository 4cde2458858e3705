import { spawn } from 'node:child_process';
import {
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';

import { buildFolder } from './build-folder.ts';

const web = import.meta.dirname;
const lockFile = path.join(web, 'build', 'building');
const buildsKept = 3;

/**
 * Makes sure that the pages are built as their sources are now, and gives the folder. Takes a few seconds the first
 * time and shows that something happens; afterwards it only compares. Two processes that start at once build once.
 * Runs the build as a process of its own, whose memory is given back.
 */
export async function ensureBuilt(): Promise<string> {
  const folder = buildFolder();
  if (isWhole(folder)) return markUsed(folder);
  mkdirSync(path.dirname(lockFile), { recursive: true });
  await takeLock();
  try {
    if (!isWhole(folder)) await build(folder);
  } finally {
    rmSync(lockFile, { force: true });
  }
  return markUsed(folder);
}

/** Pages are read from the folder as they are first asked for, so it must stay as long as this process runs. */
function markUsed(folder: string): string {
  writeFileSync(path.join(folder, `used-by-${process.pid}`), '');
  return folder;
}

// The adapter empties the folder first; this mark is written last.
const markOf = (folder: string): string => path.join(folder, 'whole');
const isWhole = (folder: string): boolean => existsSync(markOf(folder));

async function build(folder: string): Promise<void> {
  const startedAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedAt) / 1000);
  console.log('Building the pages. This happens once, and again after an update.');
  const ticking = setInterval(() => console.log(`  still building, ${seconds()} s`), 3_000);
  const code = await runVite().finally(() => clearInterval(ticking));
  if (code !== 0) throw new Error('The pages could not be built; the lines above say why.');
  writeFileSync(markOf(folder), '');
  markUsed(folder);
  removeOldBuilds();
  console.log(`Built the pages in ${seconds()} s.`);
}

function runVite(): Promise<number | null> {
  const vite = path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  // The adapter reads package.json from the folder the build runs in.
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', vite, 'build', '--logLevel', 'warn'],
    {
      cwd: web,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
}

async function takeLock(): Promise<void> {
  for (;;) {
    try {
      const file = openSync(lockFile, 'wx');
      writeFileSync(file, String(process.pid));
      closeSync(file);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
    if (isAbandoned()) rmSync(lockFile, { force: true });
    else await sleep(200);
  }
}

function isAbandoned(): boolean {
  const holder = existsSync(lockFile) ? Number(readFileSync(lockFile, 'utf8')) : 0;
  return holder !== 0 && !isAlive(holder);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}

function isUsed(folder: string): boolean {
  return readdirSync(folder).some((name) => name.startsWith('used-by-') && isAlive(Number(name.slice(8))));
}

function removeOldBuilds(): void {
  const builds = path.dirname(lockFile);
  const newestFirst = readdirSync(builds, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => path.join(builds, entry.name))
    .sort((first, second) => statSync(second).mtimeMs - statSync(first).mtimeMs);
  const old = newestFirst.slice(buildsKept).filter((folder) => !isUsed(folder));
  for (const folder of old) rmSync(folder, { recursive: true, force: true });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
