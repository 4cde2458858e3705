import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { exportList } from '@barnraise/server/export/export-list.ts';
import { openPool } from '@barnraise/server/database/pool.ts';
import { wordsFor } from '@barnraise/server/words/words.ts';

import { openBenchDatabase, startBenchGroup, temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { seedOpenRequests } from './seed-open-requests.ts';

// A long list as a table, line by line, as the page and the shell send it. What grows with the length of the list would be
// seen in the memory of the process: what is still held after each tenth of it is compared with what was held after the first.

setFlagsFromString('--expose-gc');
const giveBack = runInNewContext('gc') as () => void;

const size = isQuick ? 10_000 : 100_000;
const secondsMax = 60;
const growthMbMax = 30;

const folder = temporaryFolder();
const { context, connect, close } = await openBenchDatabase(folder.path);
const owner = openPool(connect.owner, 1);
try {
  const groupId = await startBenchGroup(context, 'long-list');
  await seedOpenRequests(owner, groupId, size);
  // As the program writes times, or the cursor of a list would find its last row again.
  await owner.query(`update requests set asked_at = date_trunc('milliseconds', asked_at)`);
  await owner.query('vacuum full analyze');
  progress(`  wrote ${size} open requests`);
  const caller = { groupId, actor: { kind: 'system' } } as const;
  const startedAt = performance.now();
  const lines = await exportList(context, caller, {
    list: 'requests',
    query: new URLSearchParams(),
    isPrivate: false,
    t: wordsFor('en'),
    style: 'words',
    zone: 'America/Denver',
  });
  if (!lines.ok) throw new Error(lines.refusal.code);
  const held: number[] = [];
  let rows = -1;
  let bytes = 0;
  for await (const text of lines.value) {
    bytes += Buffer.byteLength(text);
    rows += text.split('\r\n').length - 1;
    if (rows >= ((held.length + 1) * size) / 10) held.push(heldMb());
  }
  const seconds = rounded((performance.now() - startedAt) / 1000);
  const growthMb = rounded(Math.max(...held) - (held[0] ?? 0));
  printResult({
    bench: 'export',
    value: seconds,
    baseline: null,
    ratio: null,
    target: `seconds <= ${secondsMax}, growthMb <= ${growthMbMax}, no row twice or missing`,
    met: seconds <= secondsMax && growthMb <= growthMbMax && rows === size,
    parts: { rows, seconds, rowsPerSecond: Math.round(rows / seconds), bytes, growthMb, heldMb: held },
  });
} finally {
  await owner.end();
  await close();
  folder.remove();
}

/** What is in use, after whatever can be given back was given back. */
function heldMb(): number {
  giveBack();
  return rounded(process.memoryUsage().heapUsed / 1e6);
}
