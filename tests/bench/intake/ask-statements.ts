import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { pathToFileURL } from 'node:url';

import { temporaryFolder } from '../bench-group.ts';
import { nextAskNo } from './ask-rate.ts';
import { AskClient, type AskServer, startAskServer } from './ask-server.ts';
import type { Recorded } from './recorded.ts';

/** What two asks of different people cost, from the same running program: what differs between them is each one's own. */
export interface AskStatements {
  readonly one: readonly Recorded[];
  readonly other: readonly Recorded[];
}

/** The sealer and the notice about changes come up to this long after an ask, for many asks together. */
const quietMs = 2_500;

/** One act that is sent again and again: an ask, a call. */
export interface RepeatedAct {
  readonly act: () => Promise<void>;
  readonly close: () => void;
}

/** What one ask makes the program send. */
export async function recordAskStatements(dataDir: string): Promise<AskStatements> {
  return recordStatements(dataDir, async ({ program }) => {
    const client = new AskClient(program.origin);
    return { act: async () => void (await client.ask(nextAskNo())), close: () => client.close() };
  });
}

/**
 * Starts the program on the data folder once with the recorder loaded, without its worker, and writes down what one act
 * makes it send. The group that it acts in stays there.
 */
export async function recordStatements(
  dataDir: string,
  prepare: (server: AskServer) => Promise<RepeatedAct>,
): Promise<AskStatements> {
  const folder = temporaryFolder();
  const recorder = pathToFileURL(path.join(import.meta.dirname, 'record-statements.ts')).href;
  const server = await startAskServer({
    dataDir,
    flags: ['--no-worker'],
    env: { NODE_OPTIONS: `--import=${recorder}`, BENCH_RECORD_FOLDER: folder.path },
  });
  try {
    const repeated = await prepare(server);
    // What is read once and kept (keys, the first use of a statement) is not what an act costs.
    for (let warm = 0; warm < 20; warm += 1) await repeated.act();
    const one = await recordOne(repeated, folder.path);
    const other = await recordOne(repeated, folder.path);
    repeated.close();
    return { one, other };
  } finally {
    await server.stop();
    folder.remove();
  }
}

async function recordOne({ act }: RepeatedAct, folder: string): Promise<readonly Recorded[]> {
  await sleep(quietMs);
  writeFileSync(path.join(folder, 'record'), '');
  await act();
  rmSync(path.join(folder, 'record'));
  const statements = JSON.parse(readFileSync(path.join(folder, 'statements.json'), 'utf8')) as Recorded[];
  // Between the two recordings the recorder forgets at its next query.
  await act();
  return statements;
}
