import type { Selectable } from 'kysely';

import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import type { ImportRowsTable } from '../../../database/schema.ts';
import { type ImportId, readImport } from '../import-table.ts';
import { importMapping } from '../mapping.ts';
import { mappingPrint, rowFingerprint } from '../rows/name-rows.ts';
import { rowsReader } from '../rows/rows-reader.ts';
import { markChanged } from './import-row-table.ts';
import { rowBefore } from './keep-row.ts';
import { changeOne } from './write-rows.ts';
import { writerOf } from './writer-of.ts';

/**
 * Gives what a later sheet changed the words of the row before it, read as the import read it that made it. False where
 * that row is gone, or people have ended or taken over what it made; either way the later import has no part in it any more.
 */
export async function restoreRow(
  context: Context,
  tx: GroupTransaction,
  known: Selectable<ImportRowsTable>,
): Promise<boolean> {
  const row = await rowBefore(context, tx, known.made_id);
  const maker = await readImport(tx, known.import_id as ImportId);
  const mapping = importMapping.safeParse(maker?.mapping);
  const forget = (): Promise<void> => markChanged(tx, known.source, known, null);
  if (!row || !mapping.success) {
    await forget();
    return false;
  }
  const writer = writerOf(known.made_table);
  const read = await rowsReader(tx, mapping.data, writer.read);
  const [one] = await read([{ row }]);
  const run = { writer, source: known.source, alarms: false, mapping: mapping.data };
  if (!one || 'refusal' in one.reading) {
    await forget();
    return false;
  }
  const toWrite = { rowNo: known.row_no, key: known.key, row, said: one.reading.said };
  if (!(await changeOne(context, tx, run, known.made_id, toWrite))) {
    await forget();
    return false;
  }
  const fingerprint = await rowFingerprint(
    context,
    tx,
    { mapping: mapping.data, print: mappingPrint(mapping.data) },
    row,
  );
  await markChanged(tx, known.source, { key: known.key, fingerprint }, null);
  return true;
}
