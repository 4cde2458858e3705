import { spawn } from 'node:child_process';
import path from 'node:path';
import { Readable } from 'node:stream';

import { expect, test } from 'vitest';

import { importReport } from '../../server/src/requests/import/import-report.ts';
import { layDownTable } from '../../server/src/requests/import/lay-down-table.ts';
import { readMapping } from '../../server/src/requests/import/mapping.ts';
import { chooseMapping, startImport } from '../../server/src/requests/import/start-import.ts';
import { undoImport } from '../../server/src/requests/import/undo-import.ts';
import { seedMember } from '../seed/people-and-needs.ts';
import { freshDatabase, seedGroups, testServerSecret } from './database.ts';
import type { ImportOrder } from './import-program.ts';

const rows = process.env['BARNRAISE_LONG'] === '1' ? 6000 : 1300;
const { context, owner, connect } = await freshDatabase();
const { here } = await seedGroups(context);
const lead = await seedMember(context, here, { name: 'Wren', role: 'coordinator' });
const program = path.join(import.meta.dirname, 'import-program.ts');

/** Runs the program on an import, and kills it as soon as it has done enough; true when it came to its end before. */
async function runUntil(
  importId: string,
  work: ImportOrder['work'],
  enough?: () => Promise<boolean>,
): Promise<boolean> {
  const order: ImportOrder = { connect, serverKey: testServerSecret.toString('hex'), groupId: here, importId, work };
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', program, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let printed = '';
  child.stdout.on('data', (data: Buffer) => (printed += data.toString()));
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  if (enough) {
    await until(async () => child.exitCode !== null || (await enough()));
    child.kill('SIGKILL');
  }
  await ended;
  return printed.includes('ended');
}

async function until(reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached()));
}

const doneRows = async (importId: string): Promise<number> => {
  const { rows: found } = await owner.query<{ n: number }>(`select rows_done as n from imports where id = $1`, [
    importId,
  ]);
  return found[0]?.n ?? 0;
};

const made = async (): Promise<number> =>
  (await owner.query(`select from requests where group_id = $1 and source = 'killed'`, [here])).rowCount ?? -1;

test('an import that is killed goes on where it was, and so does taking it back', async () => {
  const text = ['no,who,needs', ...Array.from({ length: rows }, (_, index) => `${index},Person ${index},milk`)].join(
    '\n',
  );
  const bytes = Readable.from([Buffer.from(text)]);
  const laid = await layDownTable(context, lead, { fileName: 'k.csv', source: 'killed', subject: 'requests', bytes });
  if (!laid.ok) throw new Error(laid.refusal.code);
  const importId = laid.value;
  const columns = { name: 'who', needs: 'needs' };
  await chooseMapping(context, lead, {
    importId,
    mapping: readMapping(JSON.stringify({ source: 'killed', key: 'no', columns })),
  });
  await startImport(context, lead, importId);

  let kills = 0;
  for (let from = 0; ; kills += 1) {
    const before = from;
    const isOver = await runUntil(importId, 'run', async () => (await doneRows(importId)) > before);
    from = await doneRows(importId);
    // Whole transactions are done, and nothing of the one that was cut off.
    expect(await made()).toBe(from);
    if (isOver || from === rows) break;
  }
  expect(kills).toBeGreaterThan(0);
  await runUntil(importId, 'run');
  expect(await importReport(context, lead, importId)).toMatchObject({ state: 'done', rowsIn: rows, made: rows });

  await undoImport(context, lead, importId);
  await runUntil(importId, 'undo', async () => (await doneRows(importId)) > 0);
  expect(await made()).toBe(rows - 1000 * Math.round((rows - (await made())) / 1000));
  await runUntil(importId, 'undo');
  expect(await importReport(context, lead, importId)).toMatchObject({ state: 'undone', left: 0 });
  expect(await made()).toBe(0);
});
