import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';

import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { AskClient, startAskServer } from './intake/ask-server.ts';
import { quantile } from './quantile.ts';

// Fifty asks a second for a minute, whether or not the program keeps up: each is sent when its moment comes, and its time
// counts from that moment, so waiting for a free connection is part of it. Every fifth is sent twice with the same form's
// key, half of those at once (two taps) and half a little later (the phone tried again).

const asksPerSecond = 50;
const seconds = isQuick ? 10 : 60;
const p99MsMax = 250;
const clientCount = 100;
const repeatAfterMs = 400;

const server = await startAskServer();
const clients = Array.from({ length: clientCount }, () => new AskClient(server.program.origin));
const waitedMs: number[] = [];
const linkOf = new Map<string, string>();
let posts = 0;
let problems = 0;

try {
  await Promise.all(clients.map((client, index) => client.ask(1_000_000 + index)));
  const before = await requestCount();
  const startedAt = performance.now();
  const sent: Promise<void>[] = [];
  const askCount = asksPerSecond * seconds;
  for (let no = 0; no < askCount; no += 1) {
    const dueAt = startedAt + (no * 1000) / asksPerSecond;
    await sleep(Math.max(0, dueAt - performance.now()));
    const key = randomUUID();
    sent.push(send(no, key, dueAt));
    if (no % 5 === 0) sent.push(send(no, key, no % 10 === 0 ? dueAt : dueAt + repeatAfterMs));
  }
  await Promise.all(sent);
  const written = (await requestCount()) - before;
  const links = new Set(linkOf.values()).size;
  const p99Ms = rounded(quantile(waitedMs, 0.99), 1);
  progress(`  ${written} of ${askCount} kept, p99 ${p99Ms} ms`);
  printResult({
    bench: 'burst',
    value: p99Ms,
    baseline: null,
    ratio: null,
    target: `p99Ms <= ${p99MsMax}, lost 0, doubled 0`,
    met: p99Ms <= p99MsMax && written === askCount && links === askCount && problems === 0,
    parts: {
      p99Ms,
      p50Ms: rounded(quantile(waitedMs, 0.5), 1),
      mostMs: rounded(Math.max(...waitedMs), 1),
      asks: askCount,
      posts,
      written,
      lost: Math.max(0, askCount - Math.min(written, links)),
      doubled: Math.max(0, written - askCount),
      problems,
    },
  });
} finally {
  for (const client of clients) client.close();
  await server.stop();
}

/** Posts a form at its moment. Both posts of one form must lead to one request: they get the same private link. */
async function send(no: number, key: string, dueAt: number): Promise<void> {
  await sleep(Math.max(0, dueAt - performance.now()));
  posts += 1;
  try {
    const { status, location } = await clientFor(posts).ask(no, key);
    waitedMs.push(performance.now() - dueAt);
    const link = linkOf.get(key) ?? location;
    linkOf.set(key, link);
    if (status !== 303 || !location.includes('/r/') || link !== location) problems += 1;
  } catch {
    problems += 1;
  }
}

function clientFor(post: number): AskClient {
  const client = clients[post % clientCount];
  if (!client) throw new RangeError('There are no clients.');
  return client;
}

async function requestCount(): Promise<number> {
  return server.context.database.readGroup(server.groupId, async (tx) => {
    const row = await tx.db
      .selectFrom('requests')
      .select((eb) => eb.fn.countAll<number>().as('count'))
      .where('group_id', '=', tx.groupId)
      .executeTakeFirstOrThrow();
    return row.count;
  });
}
