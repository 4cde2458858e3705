import { createReadStream } from 'node:fs';

import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import { alertsDuty } from '@barnraise/kernel/danger-words.ts';
import type { ContactAttemptId, GroupId, Id } from '@barnraise/kernel/ids.ts';
import { kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import { freshId } from '../../database/new-id.ts';
import { insertCatalogKinds, updateKind } from '../../people/kind-table.ts';
import { writeAudit } from '../../record/write-audit.ts';
import { dangerIn } from '../intake-urgency.ts';
import { type GroupKind, loadKinds } from '../load-kinds.ts';
import { type WrittenRequest, writeRequests } from '../write-request.ts';
import { type ImportMapping, mappedColumns } from './mapping.ts';
import { dateReader } from './read/read-date.ts';
import { readTable } from './read/read-table.ts';
import {
  catalogCodes,
  type ImportedRow,
  type Row,
  type RowRefusal,
  type RowRemark,
  rowToRequest,
} from './row-to-request.ts';

/** What became of a file. */
export interface ImportSummary {
  readonly rowsIn: number;
  readonly made: number;
  /** Rows that had come in before, or stand twice in the file. */
  readonly known: number;
  readonly skipped: number;
  readonly needs: number;
  readonly halted: number;
  readonly noAnswers: number;
  readonly refused: readonly { readonly rowNo: number; readonly refusal: RowRefusal }[];
  readonly remarks: Readonly<Record<RowRemark, number>>;
}

/** Rows written in one transaction: a kill loses at most so many, and reading the file again brings them in. */
const rowsPerTransaction = 200;
/** Refusals listed; a file in which more rows are wrong is read with the wrong mapping. */
const refusedMax = 1000;

/**
 * Brings a file in as requests that nobody has taken in yet. Reading it again brings in only what is new: each row is
 * known by its key. Throws an Error, before anything is written, when the file does not have the columns of the mapping.
 */
export async function importRequests(
  context: Context,
  groupId: GroupId,
  file: string,
  mapping: ImportMapping,
): Promise<ImportSummary> {
  const run = await prepareRun(context, groupId, mapping);
  let batch: NumberedRow[] = [];
  for await (const { rowNo, cells } of rowsOf(file, mapping, () => (run.tally.remarks['repaired-letters'] += 1))) {
    run.tally.rowsIn += 1;
    const read = cells ? rowToRequest(cells, run.rules) : { refusal: { code: 'columns-differ' } as const };
    if ('refusal' in read) refuseRow(run.tally, rowNo, read.refusal);
    else if ('skipped' in read) run.tally.skipped += 1;
    else batch.push({ rowNo, row: read.row });
    if (batch.length >= rowsPerTransaction) {
      await writeBatch(context, groupId, mapping, batch, run.tally);
      batch = [];
    }
  }
  await writeBatch(context, groupId, mapping, batch, run.tally);
  await finishRun(context, groupId, run);
  return run.tally;
}

interface NumberedRow {
  readonly rowNo: number;
  readonly row: ImportedRow;
}

type Tally = { -readonly [Field in keyof ImportSummary]: ImportSummary[Field] } & {
  refused: { rowNo: number; refusal: RowRefusal }[];
  remarks: Record<RowRemark, number>;
};

function refuseRow(tally: Tally, rowNo: number, refusal: RowRefusal): void {
  tally.refused.push({ rowNo, refusal });
  if (tally.refused.length > refusedMax)
    throw new Error(`More than ${refusedMax} rows cannot be read. Is it the right mapping?`);
}

/** Settings, kinds and the note that an import began, in one transaction. */
async function prepareRun(context: Context, groupId: GroupId, mapping: ImportMapping) {
  const unknown = Object.values(mapping.kinds?.codes ?? {}).filter((code) => !catalogCodes.has(code));
  if (unknown.length > 0) throw new Error(`The catalog has no kind ${unknown.join(', ')}.`);
  return context.database.forGroup(groupId, async (tx) => {
    const settings = await tx.db
      .selectFrom('group_settings')
      .select(['zone', 'languages'])
      .where('group_id', '=', tx.groupId)
      .executeTakeFirstOrThrow();
    const kinds = new Map((await kindsToUse(tx, mapping)).map((kind) => [kind.code, kind]));
    const id = freshId<Id<'import'>>(tx);
    await tx.db.insertInto('imports').values({ group_id: tx.groupId, id, source: mapping.source }).execute();
    const zone = mapping.zone ?? settings.zone;
    const { askedAt } = mapping.columns;
    const triedAt = mapping.answered?.triedAt;
    return {
      id,
      tally: newTally(),
      rules: {
        mapping,
        now: tx.now,
        language: mapping.language ?? settings.languages[0] ?? 'en',
        index: kindIndex(catalog),
        kindFor: (code: string) => kinds.get(code),
        ...(askedAt && { readAskedAt: dateReader(askedAt.format, zone) }),
        ...(triedAt && { readTriedAt: dateReader(triedAt.format, zone) }),
      },
    };
  });
}

function newTally(): Tally {
  const remarks = { 'repaired-letters': 0, 'no-kind-found': 0, 'point-not-read': 0, 'cut-short': 0 };
  return { rowsIn: 0, made: 0, known: 0, skipped: 0, needs: 0, halted: 0, noAnswers: 0, refused: [], remarks };
}

/** The group's kinds, and the rest of the catalog where the mapping lets them be switched on: found, but off the form. */
async function kindsToUse(tx: GroupTransaction, mapping: ImportMapping): Promise<readonly GroupKind[]> {
  const kinds = await loadKinds(tx);
  if (!mapping.addKinds) return kinds;
  const present = await tx.db.selectFrom('kinds').select('code').where('group_id', '=', tx.groupId).execute();
  const known = new Set(present.map((kind) => kind.code));
  const missing = catalog.map((kind) => kind.code).filter((code) => !known.has(code));
  const ids = await insertCatalogKinds(tx, missing, 1000);
  for (const id of ids) await updateKind(tx, id, { on_ask_form: false });
  return loadKinds(tx);
}

async function finishRun(
  context: Context,
  groupId: GroupId,
  { id, tally }: { readonly id: Id<'import'>; readonly tally: Tally },
): Promise<void> {
  const counts = { rows_in: tally.rowsIn, rows_made: tally.made, rows_refused: tally.refused.length };
  await context.database.forGroup(groupId, async (tx) => {
    await tx.db.updateTable('imports').set(counts).where('group_id', '=', tx.groupId).where('id', '=', id).execute();
    await writeAudit(tx, {
      actor: { kind: 'system' },
      verb: 'import',
      subjectTable: 'imports',
      subjectId: id,
      data: counts,
    });
  });
}

/** One transaction: those of the rows that are new, with the calls that nobody answered. */
async function writeBatch(
  context: Context,
  groupId: GroupId,
  mapping: ImportMapping,
  batch: readonly NumberedRow[],
  tally: Tally,
): Promise<void> {
  const byKey = new Map(batch.map((one) => [one.row.key, one]));
  if (byKey.size === 0) return;
  const made = await context.database.forGroup(groupId, async (tx) => {
    const known = await knownKeys(tx, mapping.source, [...byKey.keys()]);
    const fresh = [...byKey.values()].filter(({ row }) => !known.has(row.key));
    const arriving = fresh.map(({ row }) => arrivingOf(row, mapping));
    const written = await writeRequests(context, tx, arriving);
    await insertNoAnswers(tx, fresh, written);
    if (mapping.alarms) {
      for (const [index, { intake }] of arriving.entries()) {
        const requestId = written[index]?.requestId;
        if (requestId && alertsDuty(intake.danger)) await tx.enqueue('alert-duty', { requestId });
      }
    }
    return fresh;
  });
  tally.made += made.length;
  tally.known += batch.length - made.length;
  for (const { row } of made) {
    tally.needs += row.request.needs.length;
    tally.halted += row.request.needs.filter((need) => need.halted).length;
    tally.noAnswers += row.noAnswerAt === null ? 0 : 1;
    for (const remark of row.remarks) tally.remarks[remark] += 1;
  }
}

function arrivingOf({ request, askedAt, key }: ImportedRow, mapping: ImportMapping) {
  return {
    request,
    intake: {
      danger: mapping.alarms ? dangerIn(request) : [],
      linkHash: null,
      owner: null,
      heldForALook: false,
      ...(askedAt !== undefined && { askedAt }),
      source: { name: mapping.source, key },
    },
  };
}

async function knownKeys(tx: GroupTransaction, source: string, keys: readonly string[]): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('requests')
    .select('source_key')
    .where('group_id', '=', tx.groupId)
    .where('source', '=', source)
    .where('source_key', 'in', [...keys])
    .execute();
  return new Set(rows.map((row) => row.source_key ?? ''));
}

/** "Did not respond" is an outcome of a call, and differs from "needs nothing". */
async function insertNoAnswers(
  tx: GroupTransaction,
  rows: readonly NumberedRow[],
  written: readonly WrittenRequest[],
): Promise<void> {
  const attempts = rows.flatMap(({ row }, index) => {
    const made = written[index];
    if (row.noAnswerAt === null || !made) return [];
    return [
      {
        group_id: tx.groupId,
        id: freshId<ContactAttemptId>(tx),
        request_id: made.requestId,
        person_id: made.personId,
        way: 'call' as const,
        outcome: 'no-answer' as const,
        tried_at: at(row.noAnswerAt),
      },
    ];
  });
  if (attempts.length > 0) await tx.db.insertInto('contact_attempts').values(attempts).execute();
}

/** The rows of a file as they are read; null for one whose cells do not fit. */
async function* rowsOf(
  file: string,
  mapping: ImportMapping,
  onRepaired: () => void,
): AsyncGenerator<{ readonly rowNo: number; readonly cells: Row | null }> {
  let names: readonly string[] | undefined;
  for await (const { rowNo, cells, repaired } of readTable(() => createReadStream(file), 'csv', mapping)) {
    if (repaired) onRepaired();
    if (!names) {
      names = cells;
      const missing = mappedColumns(mapping).filter((name) => !cells.includes(name));
      if (missing.length > 0) throw new Error(`The file has no column ${[...new Set(missing)].join(', ')}.`);
      continue;
    }
    const fits = cells.length === names.length;
    yield { rowNo, cells: fits ? Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])) : null };
  }
}
