import type { GroupTransaction } from '../../../database/database.ts';
import type { ImportMapping } from '../mapping.ts';
import type { RowReader, RowReading } from './read-row.ts';
import type { Row } from './row-cells.ts';
import { rulesOf, switchKindsOn } from './rules-of.ts';

/** Reads rows, each with what it says beside it. */
export type ReadRows = <Named extends { readonly row: Row }>(
  rows: readonly Named[],
) => Promise<readonly (Named & { readonly reading: RowReading<unknown> })[]>;

/**
 * Reads rows in a transaction. Where they name kinds that the group does not have yet and the mapping lets it have, these
 * are switched on and the rows are read again.
 */
export async function rowsReader(
  tx: GroupTransaction,
  mapping: ImportMapping,
  read: RowReader<unknown>,
): Promise<ReadRows> {
  const tried = new Set<string>();
  let missing: string[] = [];
  const note = (code: string): undefined => {
    if (!tried.has(code)) missing.push(code);
    tried.add(code);
    return undefined;
  };
  let rules = await rulesOf(tx, mapping, note);
  return async (rows) => {
    const readings = rows.map((one) => ({ ...one, reading: read(one.row, rules) }));
    if (missing.length === 0) return readings;
    await switchKindsOn(tx, missing);
    missing = [];
    rules = await rulesOf(tx, mapping, note);
    return rows.map((one) => ({ ...one, reading: read(one.row, rules) }));
  };
}
