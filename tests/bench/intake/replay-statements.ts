// The baseline, in a process of its own: the statements of an ask, on the program's own driver, pool and settings, by so
// many loops as there are clients; without HTTP, forms, validation, keys and encryption. Their values are made before
// the clock starts. Talks in lines of JSON: `{ clientCount, asks, seconds }` in, `{ asks, seconds }` out.
import { readFileSync } from 'node:fs';
import readline from 'node:readline';

import { appConnectionsMax } from '@barnraise/server/database/connect.ts';
import { openPool, type PoolConfig } from '@barnraise/server/database/pool.ts';
import { inOnePacket } from '@barnraise/server/database/statements.ts';
import type { DatabaseError, Pool, QueryConfig } from 'pg';

import type { AskStatements } from './ask-statements.ts';
import { askTemplate } from './ask-template.ts';
import type { Packed } from './recorded.ts';

/** One round of the baseline. */
export interface ReplayOrder {
  readonly clientCount: number;
  /** As many as are prepared; the round ends early when they are used up. */
  readonly asks: number;
  readonly seconds: number;
}

export interface ReplayResult {
  readonly asks: number;
  readonly seconds: number;
}

const [statementsFile = '', connection = '{}'] = process.argv.slice(2);
const nextAsk = askTemplate(JSON.parse(readFileSync(statementsFile, 'utf8')) as AskStatements);
const pool = openPool({ ...(JSON.parse(connection) as PoolConfig), pipeline: true }, appConnectionsMax);

for await (const line of readline.createInterface({ input: process.stdin })) {
  process.stdout.write(`${JSON.stringify(await replay(JSON.parse(line) as ReplayOrder))}\n`);
}
await pool.end();

async function replay({ clientCount, asks, seconds }: ReplayOrder): Promise<ReplayResult> {
  const prepared = Array.from({ length: asks }, prepare);
  let done = 0;
  const startedAt = performance.now();
  const loop = async (): Promise<void> => {
    while (performance.now() - startedAt < seconds * 1000) {
      const batches = prepared.pop();
      if (!batches) return;
      try {
        for (const batch of batches) await send(pool, batch);
        done += 1;
      } catch (error) {
        // Two rows drew one short code, which the program tries again; here it is one ask less.
        if (!(error as DatabaseError).constraint?.endsWith('_code_key')) throw error;
      }
    }
  };
  await Promise.all(Array.from({ length: clientCount }, loop));
  return { asks: done, seconds: (performance.now() - startedAt) / 1000 };
}

type Query = QueryConfig | string;
/** The queries of one transaction, in the packets in which they go out. */
type Sendable = readonly (readonly Query[])[];

function prepare(): readonly Sendable[] {
  return nextAsk().map((batch) => {
    const packets: Query[][] = [];
    for (const { text, name, values, inSamePacket } of batch) {
      const query = values ? { text, name, values: values.map(unpackValue) } : text;
      if (inSamePacket) packets.at(-1)?.push(query);
      else packets.push([query]);
    }
    return packets;
  });
}

function unpackValue(value: Packed): unknown {
  if (value === null || typeof value !== 'object') return value;
  return 'hex' in value ? Buffer.from(value.hex, 'hex') : value.map(unpackValue);
}

async function send(from: Pool, packets: Sendable): Promise<void> {
  const client = await from.connect();
  try {
    for (const packet of packets) await Promise.all(inOnePacket(client, packet));
  } catch (error) {
    await client.query('rollback');
    throw error;
  } finally {
    client.release();
  }
}
