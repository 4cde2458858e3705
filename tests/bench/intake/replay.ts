import { spawn } from 'node:child_process';
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

/** More than this machine class ever answered in a second; what is prepared and not used costs nothing but memory. */
const asksPerSecondMax = 1500;

/** Starts the baseline's process on the program's own database and group. */
export async function startReplay(server: AskServer, statements: AskStatements): Promise<Replay> {
  const file = path.join(server.dataDir, 'statements.json');
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
  return {
    rate: async (clientCount, seconds) => {
      const order: ReplayOrder = { clientCount, asks: asksPerSecondMax * seconds, seconds };
      child.stdin.write(`${JSON.stringify(order)}\n`);
      const line = await Promise.race([lines.next(), ended]);
      const result = JSON.parse(String(line.value)) as ReplayResult;
      return result.asks / result.seconds;
    },
    stop: async () => {
      child.stdin.end();
      await ended.catch(() => undefined);
    },
  };
}
