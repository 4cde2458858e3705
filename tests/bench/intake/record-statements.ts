// Preloaded into the program (NODE_OPTIONS=--import) to learn which statements one ask costs. While a file named
// "record" lies in BENCH_RECORD_FOLDER, each query that the driver is given is written down there with its values.
import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { Client } from 'pg';

import { packValue, type Recorded } from './recorded.ts';

const folder = process.env['BENCH_RECORD_FOLDER'] ?? '.';
let statements: Recorded[] = [];

type Given = string | { readonly text: string; readonly name?: string; readonly values?: readonly unknown[] };
type Query = (this: Client, given: Given, ...rest: unknown[]) => unknown;

const prototype = Client.prototype as unknown as { query: Query };
const query = prototype.query;
/** How many queries each connection has been given and not yet answered. */
const unanswered = new WeakMap<Client, number>();

prototype.query = function recordingQuery(given, ...rest) {
  const before = unanswered.get(this) ?? 0;
  if (existsSync(path.join(folder, 'record'))) note(this, given, rest[0], before > 0);
  else statements = [];
  const answer = query.call(this, given, ...rest);
  if (!(answer instanceof Promise)) return answer;
  unanswered.set(this, before + 1);
  const answered = (): void => void unanswered.set(this, (unanswered.get(this) ?? 1) - 1);
  answer.then(answered, answered);
  return answer;
};

function note(client: Client, given: Given, second: unknown, inSamePacket: boolean): void {
  const { text, name, values } = typeof given === 'string' ? { text: given } : given;
  const all = Array.isArray(second) ? second : values;
  const { processID: connection } = client as unknown as { readonly processID: number };
  statements.push({ connection, text, name, values: all?.map(packValue), inSamePacket });
  writeFileSync(path.join(folder, 'statements.json'), JSON.stringify(statements));
}
