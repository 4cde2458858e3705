// `npm run bench -- NAME …` runs benches, without a name all of them, one after the other: each is a program of its own
// that prints one line of JSON on standard output, and progress on standard error. Ends with 1 when a target was missed.
// `--quick` makes rounds short, for trying a change. `--write` puts the results on the page docs/benchmarks.md.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

import { type BenchResult, progress } from './bench-result.ts';
import { writeResult } from './write-results.ts';

const root = path.resolve(import.meta.dirname, '../..');

const benches: Readonly<Record<string, string>> = {
  start: 'tests/bench/start.ts',
  weight: 'tests/bench/weight.ts',
  intake: 'tests/bench/intake.ts',
  api: 'tests/bench/api.ts',
  burst: 'tests/bench/burst.ts',
  claim: 'tests/bench/claim.ts',
  authorise: 'tests/bench/authorise.ts',
  import: 'tests/bench/import.ts',
  'free-text': 'tests/bench/free-text.ts',
  export: 'tests/bench/export.ts',
  paper: 'tests/bench/paper.ts',
  dispatch: 'dispatch/bench/dispatch.ts',
  assign: 'dispatch/bench/assign.ts',
};

const words = process.argv.slice(2);
const flags = words.filter((word) => word.startsWith('--'));
const named = words.filter((word) => !word.startsWith('--'));
const present = Object.keys(benches).filter((name) => existsSync(path.join(root, benches[name] ?? '')));
const unknown = named.filter((name) => !present.includes(name));
if (unknown.length > 0) {
  progress(`There is no bench "${unknown.join('", "')}". One of: ${present.join(', ')}.`);
  process.exit(2);
}

let areAllMet = true;
for (const name of named.length > 0 ? named : present) {
  progress(`Bench ${name}`);
  const line = await lastLineOf(path.join(root, benches[name] ?? ''));
  const isMet = line !== undefined && (JSON.parse(line) as BenchResult).met;
  if (line === undefined) progress(`Bench ${name} printed no result.`);
  else process.stdout.write(`${line}\n`);
  if (line !== undefined && flags.includes('--write')) writeResult(line);
  areAllMet &&= isMet;
}
process.exit(areAllMet ? 0 : 1);

/** Runs one bench and gives its result. */
async function lastLineOf(file: string): Promise<string | undefined> {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...flags], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (chunk: Buffer) => (printed += chunk.toString()));
  await new Promise((resolve) => child.once('close', resolve));
  const last = printed.trim().split('\n').at(-1);
  return last?.startsWith('{') ? last : undefined;
}
