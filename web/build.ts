import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { buildFolder } from './build-folder.ts';
import { takeBuild } from './build-shelf.ts';

/**
 * Makes sure that the pages are built as their sources are now, and gives the folder. Takes a few seconds the first
 * time and shows that something happens; afterwards it only compares. Runs the build as a process of its own, whose
 * memory is given back.
 */
export function ensureBuilt(): Promise<string> {
  return takeBuild({ folderNow: buildFolder, build });
}

async function build(): Promise<void> {
  const startedAt = performance.now();
  const seconds = (): number => Math.round((performance.now() - startedAt) / 1000);
  console.log('Building the pages. This happens once, and again after an update.');
  const ticking = setInterval(() => console.log(`  still building, ${seconds()} s`), 3_000);
  const code = await runVite().finally(() => clearInterval(ticking));
  if (code !== 0) throw new Error('The pages could not be built; the lines above say why.');
  console.log(`Built the pages in ${seconds()} s.`);
}

function runVite(): Promise<number | null> {
  const vite = path.join(path.dirname(createRequire(import.meta.url).resolve('vite/package.json')), 'bin/vite.js');
  // The adapter reads package.json from the folder the build runs in.
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', vite, 'build', '--logLevel', 'warn'],
    {
      cwd: import.meta.dirname,
      stdio: ['ignore', 'ignore', 'inherit'],
    },
  );
  return new Promise((resolve, reject) => child.on('exit', resolve).on('error', reject));
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureBuilt();
