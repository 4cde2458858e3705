import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import path from 'node:path';

import { dataFolder } from '../data-folder.ts';

export interface RunningServer {
  /** `http://localhost:PORT`, as a browser would have it. */
  readonly origin: string;
  readonly dataDir: string;
  readonly process: ChildProcess;
  /** Everything the program has printed so far. */
  printed(): string;
  /** Sends SIGTERM, waits for the end and gives the exit code. The data folder is removed unless it was passed in. */
  stop(): Promise<number | null>;
}

export interface ServerOptions {
  /** Flags of `npm start`, for example `--demo`. */
  readonly flags?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** Starts on a folder that is there already, and leaves it there. */
  readonly dataDir?: string;
}

const startMillisecondsMax = 120_000;

/** Starts the real program, with its own database, on a free port of this machine. */
export async function startServer({ flags = [], env = {}, dataDir }: ServerOptions = {}): Promise<RunningServer> {
  const port = await freePort();
  const folder = dataDir ?? dataFolder('e2e');
  const child = spawn(
    process.execPath,
    ['--disable-warning=ExperimentalWarning', path.resolve('web/serve.ts'), ...flags],
    {
      env: { ...process.env, PORT: String(port), HOST: '127.0.0.1', DATA_DIR: folder, ...env },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let printed = '';
  const ended = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const ready = new Promise<void>((resolve, reject) => {
    const giveUp = (why: string): void => reject(new Error(`The program did not start: ${why}\n${printed}`));
    const timer = setTimeout(() => giveUp('it took too long'), startMillisecondsMax);
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      if (!printed.includes('Barnraise is ready')) return;
      clearTimeout(timer);
      resolve();
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    void ended.then((code) => giveUp(`it ended with code ${code}`));
  });
  await ready;
  return {
    origin: `http://localhost:${port}`,
    dataDir: folder,
    process: child,
    printed: () => printed,
    stop: async () => {
      child.kill('SIGTERM');
      const code = await ended;
      if (!dataDir) rmSync(folder, { recursive: true, force: true });
      return code;
    },
  };
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject).listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => resolve(port));
    });
  });
}
