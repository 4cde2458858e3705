import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import { PersonErasedError } from '../../../people/keep-person.ts';
import { stockCodes } from '../../fresh-code.ts';
import type { ImportId } from '../import-table.ts';
import type { RowReading, RowRefusal, RowRemark } from '../rows/read-row.ts';
import type { Row } from '../rows/row-cells.ts';
import { type ReadRows, rowsReader } from '../rows/rows-reader.ts';
import {
  insertImportRows,
  insertRefusals,
  type KnownRow,
  knownRows,
  markChanged,
  refusalPlace,
  type RefusedRow,
} from './import-row-table.ts';
import type { RowToWrite, SubjectWriter, WritingImport } from './subject-writer.ts';

/** A row of the file that is not left out, with what names it. */
export interface NamedRow {
  readonly rowNo: number;
  /** As they stand in the file, for the corrected sheet. */
  readonly cells: readonly string[];
  readonly row: Row;
  /** What reading the file had to put right in it. */
  readonly remarks: readonly RowRemark[];
  /** Undefined where the cells that name it are empty. */
  readonly key: string | undefined;
  readonly fingerprint: Buffer;
  readonly refusal?: RowRefusal;
}

export interface WritingRun extends WritingImport {
  readonly importId: ImportId;
  readonly writer: SubjectWriter<unknown>;
}

/** What became of the rows of one transaction. */
export interface RowsWritten {
  readonly made: number;
  readonly changed: number;
  /** Known before and the same, or the second of its name in this file. */
  readonly same: number;
  /** Changed in the sheet, but people have ended or taken over what the row made. */
  readonly left: number;
  readonly refused: number;
  readonly remarks: readonly RowRemark[];
}

/** So many rows are made ready while the database writes those before them. */
const rowsAtATime = 100;

/**
 * Writes rows in the open transaction: new ones are made, changed ones change what they made, the rest stays as it is.
 * Calls `allSent` when the new ones are on their way.
 */
export async function writeRows(
  context: Context,
  tx: GroupTransaction,
  run: WritingRun,
  rows: readonly NamedRow[],
  allSent: () => void,
): Promise<RowsWritten> {
  const { fresh, changed, same, refused } = await sortRows(tx, run, rows);
  await stockCodes(tx, fresh.length * run.writer.codesOfRow);
  const read = await rowsReader(tx, run.mapping, run.writer.read);
  const remarks: RowRemark[] = [];
  let made = 0;
  for (let start = 0; start < fresh.length; start += rowsAtATime) {
    made += await makeRows(context, tx, run, await read(fresh.slice(start, start + rowsAtATime)), refused, remarks);
    await tx.sendNow();
  }
  allSent();
  const counts = await changeRows(context, tx, run, await readChanged(read, changed), refused);
  insertRefusals(tx, run.importId, await sealRefused(context, tx, run.importId, refused));
  return { made, ...counts, same, refused: refused.length, remarks };
}

type ReadNamedRow = NamedRow & { readonly reading: RowReading<unknown> };

type Refused = Pick<NamedRow, 'rowNo' | 'cells'> & { readonly refusal: RowRefusal };

async function sortRows(tx: GroupTransaction, run: WritingRun, rows: readonly NamedRow[]) {
  const refused: Refused[] = [];
  const byKey = new Map<string, NamedRow>();
  let same = 0;
  for (const one of rows) {
    if (one.refusal || one.key === undefined) refused.push({ ...one, refusal: one.refusal ?? { code: 'no-key' } });
    else if (byKey.has(one.key)) same += 1;
    else byKey.set(one.key, one);
  }
  const known = await knownRows(tx, run.source, [...byKey.keys()]);
  const fresh: NamedRow[] = [];
  const changed: { readonly row: NamedRow; readonly known: KnownRow }[] = [];
  for (const [key, row] of byKey) {
    const before = known.get(key);
    if (!before) fresh.push(row);
    else if (before.fingerprint.equals(row.fingerprint)) same += 1;
    else changed.push({ row, known: before });
  }
  return { fresh, changed, same, refused };
}

async function makeRows(
  context: Context,
  tx: GroupTransaction,
  run: WritingRun,
  rows: readonly ReadNamedRow[],
  refused: Refused[],
  remarks: RowRemark[],
): Promise<number> {
  const toMake: (RowToWrite<unknown> & { readonly fingerprint: Buffer })[] = [];
  for (const { reading, ...one } of rows) {
    if ('refusal' in reading) refused.push({ ...one, refusal: reading.refusal });
    else {
      toMake.push({ ...one, key: one.key ?? '', said: reading.said });
      remarks.push(...new Set([...one.remarks, ...reading.remarks]));
    }
  }
  const ids = await run.writer.make(context, tx, toMake, run);
  insertImportRows(
    tx,
    { ...run, madeTable: run.writer.madeTable },
    toMake.map(({ rowNo, key, fingerprint }, index) => ({ rowNo, key, fingerprint, madeId: ids[index] ?? '' })),
  );
  return toMake.length;
}

type ChangedRow = { readonly row: NamedRow; readonly known: KnownRow };

async function readChanged(read: ReadRows, changed: readonly ChangedRow[]) {
  const rows = await read(changed.map(({ row }) => row));
  return rows.map((row, index) => ({ row, known: (changed[index] as ChangedRow).known }));
}

async function changeRows(
  context: Context,
  tx: GroupTransaction,
  run: WritingRun,
  rows: readonly { readonly row: ReadNamedRow; readonly known: KnownRow }[],
  refused: Refused[],
): Promise<{ readonly changed: number; readonly left: number }> {
  let changed = 0;
  let left = 0;
  for (const { row, known } of rows) {
    const { reading, ...one } = row;
    if ('refusal' in reading) {
      refused.push({ ...one, refusal: reading.refusal });
      continue;
    }
    const toWrite = { ...one, key: known.key, said: reading.said };
    if (await changeOne(context, tx, run, known.madeId, toWrite)) {
      await markChanged(tx, run.source, { key: known.key, fingerprint: one.fingerprint }, run.importId);
      changed += 1;
    } else left += 1;
  }
  return { changed, left };
}

/** Somebody who was erased does not come back by a sheet that still has them. */
export async function changeOne(
  context: Context,
  tx: GroupTransaction,
  run: Pick<WritingRun, 'writer' | keyof WritingImport>,
  madeId: string,
  row: RowToWrite<unknown>,
): Promise<boolean> {
  try {
    return await run.writer.change(context, tx, madeId, row, run);
  } catch (error) {
    if (error instanceof PersonErasedError) return false;
    throw error;
  }
}

async function sealRefused(
  context: Context,
  tx: GroupTransaction,
  importId: ImportId,
  refused: readonly Refused[],
): Promise<readonly RefusedRow[]> {
  const sealed: RefusedRow[] = [];
  for (const { rowNo, cells, refusal } of refused) {
    const plain = Buffer.from(JSON.stringify(cells));
    sealed.push({
      rowNo,
      refusal: JSON.stringify(refusal),
      sealed: await context.vault.sealForGroup(tx, refusalPlace(importId, rowNo), plain),
    });
  }
  return sealed;
}
