import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

import { afterEach, beforeEach, expect, it } from 'vitest';

import { takeBuild } from '../web/build-shelf.ts';

let root: string;
const running: ChildProcess[] = [];

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'barnraise-builds-'));
});

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
  rmSync(root, { recursive: true, force: true });
});

/** Another process that takes a build of the sources as they are; with `goesOn` it reads from it until it is ended. */
function start(goesOn = false): { readonly child: ChildProcess; readonly printed: Promise<string> } {
  const program = path.join(import.meta.dirname, 'build-program.ts');
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, root, goesOn ? 'on' : ''], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.push(child);
  let text = '';
  const printed = new Promise<string>((resolve) => {
    const read = (chunk: Buffer): void => {
      text += chunk.toString();
      if (goesOn && text.includes('took')) resolve(text);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('close', () => resolve(text));
  });
  return { child, printed };
}

const change = (sources: string): void => writeFileSync(path.join(root, 'sources'), sources);
const folders = (): string[] => readdirSync(path.join(root, 'build')).sort();
const built = (): string[] => readFileSync(path.join(root, 'built'), 'utf8').trim().split('\n');

it('many that start at once build once, and nobody fails', async () => {
  change('v1');
  const printed = await Promise.all(Array.from({ length: 6 }, () => start().printed));
  expect(printed).toEqual(Array.from({ length: 6 }, () => 'took v1\n'));
  expect(built()).toEqual(['v1']);
  expect(folders()).toEqual(['v1']);
});

it('a running server keeps its build while newer ones are made beside it, and not a day longer', async () => {
  change('v1');
  const server = start(true);
  expect(await server.printed).toBe('took v1\n');
  for (const version of ['v2', 'v3', 'v4', 'v5', 'v6']) {
    change(version);
    expect(await start().printed).toBe(`took ${version}\n`);
  }
  expect(folders()).toEqual(['v1', 'v4', 'v5', 'v6']);
  const ended = new Promise((resolve) => server.child.once('exit', resolve));
  server.child.kill('SIGKILL');
  await ended;
  change('v7');
  await start().printed;
  expect(folders()).toEqual(['v5', 'v6', 'v7']);
});

it('takes over from a builder that was killed in the middle', async () => {
  change('v1');
  mkdirSync(path.join(root, 'build', 'v1'), { recursive: true });
  const dead = start();
  await dead.printed;
  rmSync(path.join(root, 'build', 'v1', 'whole'));
  writeFileSync(path.join(root, 'build', 'building'), String(dead.child.pid));
  expect(await start().printed).toBe('took v1\n');
  expect(existsSync(path.join(root, 'build', 'building'))).toBe(false);
});

it('builds again what changed while it was built', async () => {
  const folder = (version: string): string => path.join(root, 'build', version);
  let sources = 'v1';
  const tries: string[] = [];
  const build = async (): Promise<void> => {
    tries.push(sources);
    if (sources === 'v1') sources = 'v2';
    mkdirSync(folder(sources), { recursive: true });
  };
  expect(await takeBuild({ folderNow: () => folder(sources), build })).toBe(folder('v2'));
  expect(tries).toEqual(['v1', 'v2']);
});

it('gives the lock back when a build fails', async () => {
  const folder = path.join(root, 'build', 'v1');
  const failing = { folderNow: () => folder, build: async () => Promise.reject(new Error('It does not compile.')) };
  await expect(takeBuild(failing)).rejects.toThrow('It does not compile.');
  expect(folders()).toEqual([]);
});
