// A program that takes a build as `npm start` does, for tests/build-shelf.test.ts: the sources are one file, and
// building copies it. It prints what it did, and goes on until it is told to stop.
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

import { takeBuild } from '../web/build-shelf.ts';

const [root = '', goesOn = ''] = process.argv.slice(2);
const sources = path.join(root, 'sources');
const folderNow = (): string => path.join(root, 'build', readFileSync(sources, 'utf8'));

async function build(): Promise<void> {
  const folder = folderNow();
  appendFileSync(path.join(root, 'built'), `${path.basename(folder)}\n`);
  mkdirSync(folder, { recursive: true });
  await sleep(100);
  writeFileSync(path.join(folder, 'handler.js'), '');
}

const folder = await takeBuild({ folderNow, build });
readFileSync(path.join(folder, 'handler.js'));
console.log(`took ${path.basename(folder)}`);
if (goesOn !== '') setInterval(() => undefined, 1000);
