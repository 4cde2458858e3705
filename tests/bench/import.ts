import path from 'node:path';

import { importFile } from '@barnraise/server/requests/import/import-file.ts';
import { importReport } from '@barnraise/server/requests/import/import-report.ts';
import type { ImportId } from '@barnraise/server/requests/import/import-table.ts';
import { readMapping } from '@barnraise/server/requests/import/mapping.ts';
import { runUndoImport, undoImport } from '@barnraise/server/requests/import/undo-import.ts';
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { Client } from 'pg';

import { type BenchDatabase, openBenchDatabase, startBenchGroup, temporaryFolder } from './bench-group.ts';
import { isQuick, printResult, progress, rounded } from './bench-result.ts';
import { callSheetMapping, writeCallSheet } from './import-rows.ts';

// A call sheet of 100,000 rows comes in, comes in again, and is taken back.
//
// The baseline is the least that keeping such a sheet can cost: the same file is read by the same library, and its cells
// are written as they stand into a table with a primary key, some hundred rows a transaction, on the same database. What
// the program does beyond that: a person with a key of their own, every private cell sealed, hashes to be found by,
// a request with its needs read from the words, a place, and the note of what the row made.

const rows = isQuick ? 10_000 : 100_000;
const targets = { firstSeconds: 60, growthMb: 100, secondSeconds: 20, undoSeconds: 60 } as const;

const folder = temporaryFolder();
const database = await openBenchDatabase(folder.path);
try {
  printResult(await measure(database));
} finally {
  await database.close();
  folder.remove();
}

async function measure(bench: BenchDatabase) {
  const { context } = bench;
  const groupId = await startBenchGroup(context, 'juniper-flats');
  const caller = { groupId, actor: { kind: 'system' } } as const;
  const mapping = readMapping(JSON.stringify(callSheetMapping));
  const tenth = await sheetOf(rows / 10);
  const whole = await sheetOf(rows);
  const bring = (file: string, source: string): Promise<ImportId> =>
    importFile(context, caller, file, { ...mapping, source });

  progress('  warming up');
  await timed(() => bring(tenth, 'warm-up'));
  const baselineSeconds = (await timed(() => copyPlainly(bench, whole))).seconds;
  progress(`  plain rows: ${rounded(baselineSeconds)} s`);
  const few = await timed(() => bring(tenth, 'tenth'));
  const before = await rowsThere(bench);
  const memory = watchMemory();
  const first = await timed(() => bring(whole, 'call-sheet'));
  const growthMb = memory.stop();
  progress(`  first: ${rounded(first.seconds)} s, grew by ${rounded(growthMb)} MB`);
  const between = await rowsThere(bench);
  const second = await timed(() => bring(whole, 'call-sheet'));
  const wrote = (await rowsThere(bench)) - between;
  progress(`  again: ${rounded(second.seconds)} s, ${wrote} rows written`);
  const undo = await timed(async () => {
    await undoImport(context, caller, first.value);
    await runUndoImport(context, { groupId, importId: first.value });
  });
  const left = (await rowsThere(bench)) - before;
  progress(`  undo: ${rounded(undo.seconds)} s, ${left} rows left`);
  const report = await importReport(context, caller, second.value);
  if (report?.same !== rows) throw new Error(`The second reading knew ${report?.same} of ${rows} rows.`);
  const parts = {
    rows,
    firstSeconds: rounded(first.seconds),
    rowsPerSecond: rounded(rows / first.seconds),
    growthMb: rounded(growthMb),
    secondSeconds: rounded(second.seconds),
    secondRowsWritten: wrote,
    undoSeconds: rounded(undo.seconds),
    rowsLeft: left,
    baselineSeconds: rounded(baselineSeconds),
    // Seconds a row at the full size, over those at a tenth: 1 is linear.
    growthTenfold: rounded(first.seconds / 10 / few.seconds, 3),
  };
  const met =
    first.seconds <= targets.firstSeconds &&
    growthMb <= targets.growthMb &&
    second.seconds <= targets.secondSeconds &&
    undo.seconds <= targets.undoSeconds &&
    wrote === 0 &&
    left === 0;
  return {
    bench: 'import',
    value: rounded(first.seconds),
    baseline: rounded(baselineSeconds),
    ratio: rounded(first.seconds / baselineSeconds, 3),
    target:
      'firstSeconds <= 60, growthMb <= 100, secondSeconds <= 20 and writes nothing, undoSeconds <= 60 and leaves nothing',
    met,
    parts,
  };
}

async function sheetOf(count: number): Promise<string> {
  const file = path.join(folder.path, `sheet-${count}.csv`);
  await writeCallSheet(file, count);
  return file;
}

async function timed<T>(work: () => Promise<T>): Promise<{ readonly value: T; readonly seconds: number }> {
  const startedAt = performance.now();
  const value = await work();
  return { value, seconds: (performance.now() - startedAt) / 1000 };
}

/** The most that this process took beyond what it had at the start, in megabytes of resident memory. */
function watchMemory(): { readonly stop: () => number } {
  const before = process.memoryUsage.rss();
  let most = before;
  const watching = setInterval(() => (most = Math.max(most, process.memoryUsage.rss())), 50);
  return {
    stop: () => {
      clearInterval(watching);
      return (most - before) / 1e6;
    },
  };
}

/** All rows of everything that an import writes, but for the note of the import itself. */
async function rowsThere({ connect }: BenchDatabase): Promise<number> {
  const client = new Client(connect.owner);
  await client.connect();
  const tables = [
    'persons',
    'person_keys',
    'vault_entries',
    'vault_hashes',
    'requests',
    'needs',
    'places',
    'import_rows',
    'import_pieces',
    'import_refusals',
  ];
  const counts = tables.map((table) => `(select count(*) from ${table})`).join(' + ');
  const { rows: found } = await client.query<{ n: string }>(`select ${counts} as n`);
  await client.end();
  return Number(found[0]?.n);
}

async function copyPlainly({ connect }: BenchDatabase, file: string): Promise<void> {
  const client = new Client(connect.owner);
  await client.connect();
  await client.query('create table plain_rows (id text primary key, cells text[] not null)');
  let batch: string[][] = [];
  const write = async (): Promise<void> => {
    const values = batch.map((_, index) => `($${index * 2 + 1}, $${index * 2 + 2})`).join(', ');
    await client.query(
      `insert into plain_rows values ${values}`,
      batch.flatMap((cells) => [cells[0], cells]),
    );
    batch = [];
  };
  const lines = createReadStream(file).pipe(parse({ fromLine: 2 })) as AsyncIterable<string[]>;
  for await (const cells of lines) if (batch.push(cells) === 500) await write();
  if (batch.length > 0) await write();
  await client.query('drop table plain_rows');
  await client.end();
}
