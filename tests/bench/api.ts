import { readFileSync } from 'node:fs';

import { ApiClient, benchToken, callRate } from './api/api-client.ts';
import { temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { type AskServer, startAskServer } from './intake/ask-server.ts';
import { recordAskStatements, recordStatements, type RepeatedAct } from './intake/ask-statements.ts';
import { startReplay } from './intake/replay.ts';
import { median } from './quantile.ts';

// Calls a second through /api/v1, at 16 clients and at one, against the bare baseline of the bench `intake`: the
// statements that one ask through the web form sends, on the same database in the same minutes. Bringing a request writes
// what that form writes; reading one is far less, so it is also held against the bare statements of that very read.

const clientCount = 16;
const ratioMin = 0.5;
const growthMbMax = 100;

// Short slices in turn, and each against its neighbors: a machine that is busy for a while is busy for all of them.
const [rounds, seconds] = isQuick ? [2, 2] : [8, 3];
const folder = temporaryFolder();
progress('  recording what one ask, one call and one read send to the database');
const statements = {
  ask: await recordAskStatements(folder.path),
  write: await recordStatements(folder.path, (server) => repeat(server, (client) => client.create())),
  read: await recordStatements(folder.path, async (server) => {
    const id = await withClient(server, (client) => client.create());
    return repeat(server, (client) => client.read(`/requests/${id}`));
  }),
};
// Nobody is held back: what is measured is the way through, and the bucket is paid for all the same.
const server = await startAskServer({ dataDir: folder.path, env: { API_CALLS_PER_MINUTE: '100000000' } });
const token = await benchToken(server);
const replays = {
  ask: await startReplay(server, statements.ask),
  write: await startReplay(server, statements.write),
  read: await startReplay(server, statements.read),
};
const clients = Array.from({ length: clientCount }, () => new ApiClient(server.program.origin, token));
const first = clients.slice(0, 1);
const ids: string[] = [];
const create = async (client: ApiClient) => void ids.push(await client.create());
const read = (client: ApiClient) => client.read(`/requests/${ids[Math.floor(Math.random() * ids.length)]}`);
const list = (client: ApiClient) => client.read('/requests?limit=50&order=newest');
const rates = {
  write: [] as number[],
  bareAsk: [] as number[],
  bareWrite: [] as number[],
  read: [] as number[],
  bareRead: [] as number[],
  list: [] as number[],
  writeOneClient: [] as number[],
  bareAskOneClient: [] as number[],
  readOneClient: [] as number[],
  bareReadOneClient: [] as number[],
};
const memoryMb: number[] = [];
try {
  await callRate(clients, 3, create);
  await callRate(clients, 2, read);
  await callRate(clients, 2, list);
  for (const replay of Object.values(replays)) await replay.rate(clientCount, 2);
  for (let round = 1; round <= rounds; round += 1) {
    rates.write.push(await callRate(clients, seconds, create));
    rates.bareAsk.push(await replays.ask.rate(clientCount, seconds));
    rates.bareWrite.push(await replays.write.rate(clientCount, seconds));
    rates.read.push(await callRate(clients, seconds, read));
    rates.bareRead.push(await replays.read.rate(clientCount, seconds));
    rates.list.push(await callRate(clients, seconds / 2, list));
    rates.writeOneClient.push(await callRate(first, seconds / 2, create));
    rates.bareAskOneClient.push(await replays.ask.rate(1, seconds / 2));
    rates.readOneClient.push(await callRate(first, seconds / 2, read));
    rates.bareReadOneClient.push(await replays.read.rate(1, seconds / 2));
    memoryMb.push(memoryOf(server.program.process.pid ?? 0));
    const shown = Object.entries(rates).map(([name, all]) => `${name} ${all.at(-1)?.toFixed()}`);
    progress(`  round ${round}: ${shown.join(', ')} a second; ${memoryMb.at(-1)?.toFixed()} MB`);
  }
} finally {
  for (const client of clients) client.close();
  for (const replay of Object.values(replays)) await replay.stop();
  await server.stop();
  folder.remove();
}
const of = (name: keyof typeof rates): number => median(rates[name]);
const ratioOf = (one: keyof typeof rates, other: keyof typeof rates): number =>
  median(rates[one].map((rate, round) => rate / (rates[other][round] ?? rate)));
const writeRatio = ratioOf('write', 'bareAsk');
const readRatio = ratioOf('read', 'bareAsk');
const growthMb = (memoryMb.at(-1) ?? 0) - (memoryMb[0] ?? 0);
printResult({
  bench: 'api',
  value: rounded(of('write')),
  baseline: rounded(of('bareAsk')),
  ratio: rounded(writeRatio, 3),
  target: `writeRatio >= ${ratioMin}, readRatio >= ${ratioMin}, growthMb <= ${growthMbMax}`,
  met: writeRatio >= ratioMin && readRatio >= ratioMin && growthMb <= growthMbMax,
  parts: {
    writeRatio: rounded(writeRatio, 3),
    readRatio: rounded(readRatio, 3),
    // The same calls against their own statements, sent bare: stricter than the target.
    writeToOwnStatements: rounded(ratioOf('write', 'bareWrite'), 3),
    readToOwnStatements: rounded(ratioOf('read', 'bareRead'), 3),
    writeRatioOneClient: rounded(ratioOf('writeOneClient', 'bareAskOneClient'), 3),
    readToOwnStatementsOneClient: rounded(ratioOf('readOneClient', 'bareReadOneClient'), 3),
    ...Object.fromEntries(Object.keys(rates).map((name) => [`${name}PerSecond`, rounded(of(name as 'read'))])),
    statements: {
      ask: statements.ask.one.length,
      write: statements.write.one.length,
      read: statements.read.one.length,
    },
    growthMb: rounded(growthMb),
    memoryMb: memoryMb.map((each) => rounded(each)),
    requests: ids.length,
    roundsWrite: rates.write.map((rate) => rounded(rate)),
    roundsBareAsk: rates.bareAsk.map((rate) => rounded(rate)),
    clientCount,
    seconds,
  },
});

async function withClient<T>(on: AskServer, work: (client: ApiClient) => Promise<T>): Promise<T> {
  const client = new ApiClient(on.program.origin, await benchToken(on));
  try {
    return await work(client);
  } finally {
    client.close();
  }
}

async function repeat(on: AskServer, call: (client: ApiClient) => Promise<unknown>): Promise<RepeatedAct> {
  const client = new ApiClient(on.program.origin, await benchToken(on));
  return { act: async () => void (await call(client)), close: () => client.close() };
}

/** What the program's process holds in memory (Linux). */
function memoryOf(pid: number): number {
  const kb = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
  return Number(kb ?? 0) / 1024;
}
