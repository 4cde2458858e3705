import type { GroupId } from '@barnraise/kernel/ids.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { waitForRowsAtMost, withoutSync } from '../../database/transaction-settings.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { changeImport, type ImportId, type ImportRow, lockImport, readImport } from './import-table.ts';
import { importMapping } from './mapping.ts';
import { openPieces } from './pieces.ts';
import { readTable } from './read/read-table.ts';
import { TableError, type TableFormat, type TableRow } from './read/table-row.ts';
import { mappingPrint, nameRow, type RowNaming } from './rows/name-rows.ts';
import { surveyWithoutCells } from './survey-import.ts';
import { type NamedRow, type RowsWritten, writeRows, type WritingRun } from './write/write-rows.ts';
import { writerOf } from './write/writer-of.ts';

/** Rows of one transaction: a kill loses at most so many, and going on brings them in. */
const rowsPerTransaction = 1000;
/** Two transactions could wait for each other here and in the database, which then sees no deadlock. */
const secondsForRows = 5;
/** After so long a job hands over to the next, so that no job lies in the worker for hours. */
const jobMs = 60_000;

type ImportJob = {
  readonly groupId: GroupId;
  readonly importId: string;
  /** True unless whoever runs it stays until the end: a job gives way to another after a while. */
  readonly handsOver?: boolean;
};

interface OpenRun extends WritingRun {
  readonly groupId: GroupId;
  readonly format: TableFormat;
  readonly naming: Omit<RowNaming, 'names'>;
  /** Rows below the columns' names that were dealt with before. */
  readonly rowsDone: number;
  readonly handsOver: boolean;
}

/**
 * Brings in what is left of a file, transaction by transaction, until its end or until somebody stops it. It may be
 * begun again at any time and by several at once: each transaction counts where the one before it ended, or keeps nothing.
 */
export async function runImport(context: Context, job: ImportJob): Promise<void> {
  const run = await openRun(context, job);
  if (!run) return;
  try {
    await bringIn(context, run);
  } catch (error) {
    if (!(error instanceof TableError)) throw error;
    await endImport(context, run, { state: 'failed', problem: JSON.stringify(error.problem) });
  }
}

async function openRun(
  context: Context,
  { groupId, importId, handsOver = true }: ImportJob,
): Promise<OpenRun | undefined> {
  const id = importId as ImportId;
  const row = await context.database.readGroup(groupId, (tx) => readImport(tx, id));
  if (row?.state !== 'running') return undefined;
  const mapping = importMapping.parse(row.mapping);
  return {
    groupId,
    importId: id,
    source: row.source,
    alarms: mapping.alarms,
    mapping,
    writer: writerOf(mapping.subject),
    format: row.format as TableFormat,
    naming: { mapping, print: mappingPrint(mapping) },
    rowsDone: row.rows_done,
    handsOver,
  };
}

async function bringIn(context: Context, run: OpenRun): Promise<void> {
  const startedAt = performance.now();
  let done = run.rowsDone;
  let last: InFlight = { keys: new Set(), written: Promise.resolve(true) };
  let lastButOne = last;
  try {
    for await (const batch of batchesOf(context, run)) {
      const keys = new Set(batch.rows.flatMap(({ key }) => key ?? []));
      // Two at a time, but never two that write one thing: the first would wait for the second, which waits for its turn.
      const waitsFor = shareAny(keys, last.keys) ? last : lastButOne;
      if (!(await waitsFor.written)) return;
      const isLate = run.handsOver && performance.now() - startedAt > jobMs;
      const sent = Promise.withResolvers<void>();
      const turn = last.written;
      const written = writeBatch(context, run, {
        ...batch,
        doneBefore: done,
        handsOver: isLate,
        turn,
        allSent: sent.resolve,
      });
      [lastButOne, last] = [last, { keys, written }];
      done += batch.read;
      if (isLate) return void (await written);
      // Until then this process has enough to do, and the database waits for it.
      await Promise.race([sent.promise, written]);
    }
    if (await last.written) await endImport(context, run, { state: 'done' });
  } finally {
    // Reading may have failed while batches were being written.
    await Promise.allSettled([lastButOne.written, last.written]);
  }
}

/** Rolls back what was written. */
const othersHaveIt = { ok: false, refusal: { code: 'not-its-turn' } } as const;

function shareAny(these: ReadonlySet<string>, those: ReadonlySet<string>): boolean {
  for (const one of these) if (those.has(one)) return true;
  return false;
}

/** A batch that is being written, and the keys of its rows. */
interface InFlight {
  readonly keys: ReadonlySet<string>;
  readonly written: Promise<boolean>;
}

interface Batch {
  /** Rows that were read, with those that the mapping leaves out. */
  readonly read: number;
  readonly rows: readonly NamedRow[];
}

/** The rows that are left, some hundred at a time, made ready while those before them are being written. */
async function* batchesOf(context: Context, run: OpenRun): AsyncGenerator<Batch> {
  for await (const { names, rows } of rowsOf(context, run)) {
    const naming = { ...run.naming, names };
    const named = await context.database.readGroup(run.groupId, async (tx) => {
      const all = [];
      for (const row of rows) all.push(await nameRow(context, tx, naming, row));
      return all;
    });
    yield { read: rows.length, rows: named.filter((row) => row !== undefined) };
  }
}

interface ReadRows {
  readonly names: readonly string[];
  readonly rows: readonly TableRow[];
}

/** The rows of the file below those that were dealt with, with the names of the columns. */
async function* rowsOf(context: Context, run: OpenRun): AsyncGenerator<ReadRows> {
  const open = () => openPieces(context, run.groupId, run.importId);
  let names: readonly string[] | undefined;
  let passed = 0;
  let rows: TableRow[] = [];
  for await (const row of readTable(open, run.format, run.mapping)) {
    if (!names) {
      names = row.cells;
      continue;
    }
    passed += 1;
    if (passed <= run.rowsDone) continue;
    rows.push(row);
    if (rows.length < rowsPerTransaction) continue;
    yield { names, rows };
    rows = [];
  }
  if (names && rows.length > 0) yield { names, rows };
}

interface BatchToWrite extends Batch {
  readonly doneBefore: number;
  readonly handsOver: boolean;
  /** The batch before this one: it is counted first. */
  readonly turn: Promise<boolean>;
  /** Called when all that is new is on its way to the database. */
  readonly allSent: () => void;
}

/**
 * One transaction, written beside the one before it and counted after it. False, and nothing is kept, when the import was
 * stopped or somebody else has gone on with it.
 */
async function writeBatch(
  context: Context,
  run: OpenRun,
  { read, rows, doneBefore, handsOver, turn, allSent }: BatchToWrite,
): Promise<boolean> {
  const { ok } = await context.database.decide(run.groupId, async (tx) => {
    withoutSync(tx);
    waitForRowsAtMost(tx, secondsForRows);
    const written = await writeRows(context, tx, run, rows, allSent);
    if (!(await turn)) return othersHaveIt;
    const row = await lockImport(tx, run.importId);
    if (row?.state !== 'running' || row.rows_done !== doneBefore) return othersHaveIt;
    await countBatch(tx, row, { read, skipped: read - rows.length, ...written });
    if (handsOver) await tx.enqueue('run-import', { importId: run.importId }, { singletonKey: run.importId });
    return { ok: true, value: undefined };
  });
  return ok;
}

async function countBatch(
  tx: GroupTransaction,
  row: ImportRow,
  counts: RowsWritten & { readonly read: number; readonly skipped: number },
): Promise<void> {
  await changeImport(tx, row.id as ImportId, {
    rows_done: row.rows_done + counts.read,
    rows_in: row.rows_in + counts.read,
    rows_made: row.rows_made + counts.made,
    rows_changed: row.rows_changed + counts.changed,
    rows_same: row.rows_same + counts.same,
    rows_left: row.rows_left + counts.left,
    rows_skipped: row.rows_skipped + counts.skipped,
    rows_refused: row.rows_refused + counts.refused,
    remarks: JSON.stringify(addRemarks(row.remarks as Readonly<Record<string, number>>, counts.remarks)),
  });
}

function addRemarks(before: Readonly<Record<string, number>>, remarks: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = { ...before };
  for (const remark of remarks) counts[remark] = (counts[remark] ?? 0) + 1;
  return counts;
}

/** The file has been read to its end, or cannot be read on. It is needed no more, and goes. */
async function endImport(
  context: Context,
  { groupId, importId }: OpenRun,
  { state, problem }: { readonly state: 'done' | 'failed'; readonly problem?: string },
): Promise<void> {
  await context.database.forGroup(groupId, async (tx) => {
    const row = await lockImport(tx, importId);
    if (row?.state !== 'running') return;
    const survey_sealed = await surveyWithoutCells(context, tx, row);
    await changeImport(tx, importId, {
      state,
      survey_sealed,
      ended_at: at(tx.now),
      ...(problem !== undefined && { problem }),
    });
    await deletePieces(tx, importId);
    const data = { rowsIn: row.rows_in, made: row.rows_made, changed: row.rows_changed, refused: row.rows_refused };
    await writeAudit(tx, {
      actor: { kind: 'system' },
      verb: 'import',
      subjectTable: 'imports',
      subjectId: importId,
      data,
    });
  });
}

export async function deletePieces(tx: GroupTransaction, importId: ImportId): Promise<void> {
  await tx.db
    .deleteFrom('import_pieces')
    .where('group_id', '=', tx.groupId)
    .where('import_id', '=', importId)
    .execute();
}
