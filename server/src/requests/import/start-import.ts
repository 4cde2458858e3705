import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canImport } from '@barnraise/kernel/group-policy.ts';

import type { Context } from '../../context.ts';
import { at, type GroupTransaction } from '../../database/database.ts';
import type { Caller } from '../../record/caller.ts';
import { writeAudit } from '../../record/write-audit.ts';
import {
  changeImport,
  type ImportChange,
  type ImportId,
  type ImportRow,
  lockImport,
  readImport,
} from './import-table.ts';
import { discardImport } from './lay-down-table.ts';
import { type ImportMapping, mappedColumns } from './mapping.ts';
import { openPieces } from './pieces.ts';
import { readTable } from './read/read-table.ts';
import type { TableFormat } from './read/table-row.ts';
import type { ImportRefusal } from './undo-import.ts';

/** Nobody has said yet what the columns mean. */
export type StepRefusal = ImportRefusal | { readonly code: 'no-mapping' };

export type MappingRefusal =
  | StepRefusal
  | { readonly code: 'no-such-kind'; readonly kinds: readonly string[] }
  | { readonly code: 'missing-columns'; readonly columns: readonly string[] };

/** Says what the columns mean. It can be said anew until the import is started, and is remembered for the source. */
export async function chooseMapping(
  context: Context,
  caller: Caller,
  { importId, mapping }: { readonly importId: ImportId; readonly mapping: ImportMapping },
): Promise<Outcome<null, MappingRefusal>> {
  const kinds = Object.values(mapping.kinds?.codes ?? {}).filter((code) => !catalogKind(code));
  if (kinds.length > 0) return refuse({ code: 'no-such-kind', kinds });
  const columns = await missingColumns(context, caller, importId, mapping);
  if (columns.length > 0) return refuse({ code: 'missing-columns', columns });
  return changeState(context, caller, importId, { from: ['waiting'], verb: 'choose-mapping' }, async (tx) => {
    const { source, subject } = mapping;
    await rememberMapping(tx, mapping);
    return { source, subject, mapping: JSON.stringify(mapping) };
  });
}

/** Starts bringing the rows in; unless whoever calls brings them in themselves, a job does, and the page shows how far. */
export async function startImport(
  context: Context,
  caller: Caller,
  importId: ImportId,
  { byJob = true }: { readonly byJob?: boolean } = {},
): Promise<Outcome<null, StepRefusal>> {
  return changeState(
    context,
    caller,
    importId,
    { from: ['waiting', 'stopped'], verb: 'start-import' },
    async (tx, row) => {
      if (row.mapping === null) return undefined;
      if (byJob) await tx.enqueue('run-import', { importId }, { singletonKey: importId });
      return { state: 'running', started_at: row.started_at === null ? at(tx.now) : undefined };
    },
  );
}

/** Stops after the rows that are being written just now. What came in stays; the rest waits for going on. */
export async function stopImport(
  context: Context,
  caller: Caller,
  importId: ImportId,
): Promise<Outcome<null, StepRefusal>> {
  return changeState(context, caller, importId, { from: ['running'], verb: 'stop-import' }, async () => ({
    state: 'stopped',
  }));
}

/** Throws a file away of which nothing came in; one that is thrown away already is. */
export async function throwAwayImport(
  context: Context,
  caller: Caller,
  importId: ImportId,
): Promise<Outcome<null, ImportRefusal>> {
  if (!canImport(caller.actor)) return refuse({ code: 'not-allowed' });
  if (await discardImport(context, caller, importId)) return accept(null);
  const row = await context.database.readGroup(caller.groupId, (tx) => readImport(tx, importId));
  return row ? refuse({ code: 'wrong-import-state', state: row.state }) : accept(null);
}

interface Step {
  readonly from: readonly ImportRow['state'][];
  readonly verb: string;
}

/** One step of an import's life, by somebody who may, from a state in which it makes sense. */
async function changeState(
  context: Context,
  { groupId, actor }: Caller,
  importId: ImportId,
  { from, verb }: Step,
  change: (tx: GroupTransaction, row: ImportRow) => Promise<ImportChange | undefined>,
): Promise<Outcome<null, StepRefusal>> {
  if (!canImport(actor)) return refuse({ code: 'not-allowed' });
  return context.database.decide<null, StepRefusal>(groupId, async (tx) => {
    const row = await lockImport(tx, importId);
    if (!row || row.subject === 'messages') return refuse({ code: 'not-found' });
    if (!from.includes(row.state)) return refuse({ code: 'wrong-import-state', state: row.state });
    const changed = await change(tx, row);
    if (!changed) return refuse({ code: 'no-mapping' });
    await changeImport(tx, importId, changed);
    await writeAudit(tx, { actor, verb, subjectTable: 'imports', subjectId: importId });
    return accept(null);
  });
}

/** Columns that the mapping names and the file does not have. */
async function missingColumns(
  context: Context,
  { groupId }: Caller,
  importId: ImportId,
  mapping: ImportMapping,
): Promise<readonly string[]> {
  const row = await context.database.readGroup(groupId, (tx) => readImport(tx, importId));
  if (row?.state !== 'waiting') return [];
  const open = () => openPieces(context, groupId, importId);
  for await (const { cells } of readTable(open, row.format as TableFormat, mapping)) {
    return [...new Set(mappedColumns(mapping).filter((name) => !cells.includes(name)))];
  }
  return [];
}

async function rememberMapping(tx: GroupTransaction, mapping: ImportMapping): Promise<void> {
  const values = { mapping: JSON.stringify(mapping), used_at: at(tx.now) };
  await tx.db
    .insertInto('import_mappings')
    .values({ group_id: tx.groupId, source: mapping.source, subject: mapping.subject, ...values })
    .onConflict((conflict) => conflict.columns(['group_id', 'source', 'subject']).doUpdateSet(values))
    .execute();
}
