import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import readline from 'node:readline';

import type { AskServer } from './ask-server.ts';
import type { AskStatements } from './ask-statements.ts';
import type { ReplayOrder, ReplayResult } from './replay-statements.ts';

export interface Replay {
  /** Asks a second of bare statements. */
  readonly rate: (clientCount: number, seconds: number) => Promise<number>;
  readonly stop: () => Promise<void>;
}

/** A round goes in slices: what is prepared for one must not fill the memory of a process that is being measured. */
const sliceSeconds = 5;

/** Starts the baseline's process on the program's own database and group. */
export async function startReplay(server: AskServer, statements: AskStatements): Promise<Replay> {
  const file = path.join(server.dataDir, `statements-${randomUUID()}.json`);
  writeFileSync(file, JSON.stringify(statements));
  const child = spawn(
    process.execPath,
    [
      '--disable-warning=ExperimentalWarning',
      path.join(import.meta.dirname, 'replay-statements.ts'),
      file,
      JSON.stringify(server.connect),
    ],
    { stdio: ['pipe', 'pipe', 'inherit'] },
  );
  const ended = new Promise<never>((_, reject) =>
    child.once('exit', (code) => reject(new Error(`The baseline ended with code ${code}.`))),
  );
  ended.catch(() => undefined);
  const lines = readline.createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const runSlice = async (order: ReplayOrder): Promise<ReplayResult> => {
    child.stdin.write(`${JSON.stringify(order)}\n`);
    const line = await Promise.race([lines.next(), ended]);
    return JSON.parse(String(line.value)) as ReplayResult;
  };
  let fastest = 500;
  return {
    rate: async (clientCount, seconds) => {
      const total = { asks: 0, seconds: 0 };
      for (let left = seconds; left > 0; left -= sliceSeconds) {
        const slice = Math.min(left, sliceSeconds);
        const result = await runSlice({ clientCount, asks: Math.ceil(fastest * 1.5 * slice), seconds: slice });
        fastest = Math.max(fastest, result.asks / result.seconds);
        total.asks += result.asks;
        total.seconds += result.seconds;
      }
      return total.asks / total.seconds;
    },
    stop: async () => {
      child.stdin.end();
      await ended.catch(() => undefined);
    },
  };
}
