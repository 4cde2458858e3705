#!/usr/bin/env node
// The command line of the package. Plain JavaScript, because Node 20 runs it too; the rest comes built from dist/.
import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const entry = path.join(folder, 'dist', 'cli', 'main.js');

/** Newest change below a folder, in milliseconds. */
function newestIn(directory) {
  let newest = 0;
  for (const each of readdirSync(directory, { recursive: true })) {
    const { mtimeMs } = statSync(path.join(directory, each));
    if (mtimeMs > newest) newest = mtimeMs;
  }
  return newest;
}

// The published package has no src/ and is never built here; a working copy is, when something has changed.
const source = path.join(folder, 'src');
if (existsSync(source) && (!existsSync(entry) || newestIn(source) > statSync(entry).mtimeMs)) {
  const build = spawnSync(process.execPath, [path.join(folder, 'build.mjs')], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (build.status !== 0 && !existsSync(entry)) process.exit(4);
}

const { main } = await import(pathToFileURL(entry).href);
await main(process.argv.slice(2));
