import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const web = import.meta.dirname;

/**
 * The folder for a build of the pages as they are now: its name is a hash of all that goes in. A start with changed
 * sources therefore finds no build and makes one, and a program that is still running keeps the files it came with.
 */
export function buildFolder(): string {
  const hash = createHash('sha256');
  const named = ['vite.config.ts', 'package.json', '../package-lock.json'];
  for (const file of [...named, ...filesBelow('src'), ...filesBelow('static')]) {
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(web, file)))
      .update('\0');
  }
  return path.join(web, 'build', hash.digest('hex').slice(0, 16));
}

function filesBelow(folder: string): string[] {
  return readdirSync(path.join(web, folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(path.relative(web, entry.parentPath), entry.name))
    .sort();
}
