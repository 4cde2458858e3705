import { createHash } from 'node:crypto';

import type { Context } from '../../../context.ts';
import type { GroupReader } from '../../../database/database.ts';
import { type ImportMapping, mappedColumns } from '../mapping.ts';
import type { TableRow } from '../read/table-row.ts';
import type { NamedRow } from '../write/write-rows.ts';
import { type Row, rowCells } from './row-cells.ts';

/**
 * What tells one way of reading rows from another. A row that is the same, read by another mapping, may say something else;
 * where the file came from and who is alarmed makes no difference to what a row says.
 */
export function mappingPrint(mapping: ImportMapping): string {
  const { source: _, alarms: __, delimiter: ___, encoding: ____, sheet: _____, headerRow: ______, ...said } = mapping;
  return createHash('sha256').update(JSON.stringify(said)).digest('base64url').slice(0, 16);
}

export interface RowNaming {
  readonly names: readonly string[];
  readonly mapping: ImportMapping;
  readonly print: string;
}

/** A row with its key and its fingerprint, both hashed under the group's key; undefined for one that is left out. */
export async function nameRow(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  { names, mapping, print }: RowNaming,
  { rowNo, cells, repaired, blanked }: TableRow,
): Promise<NamedRow | undefined> {
  const row = asRow(names, cells);
  const { cell } = rowCells(row);
  if (mapping.skip?.values.includes(cell(mapping.skip.column))) return undefined;
  const fits = cells.length === names.length;
  const keyParts = mapping.key.map(cell);
  const key = keyParts.every((part) => part === '') ? undefined : JSON.stringify(keyParts);
  return {
    rowNo,
    cells,
    row,
    remarks: [
      ...(repaired ? (['repaired-letters'] as const) : []),
      ...(blanked > 0 ? (['error-in-cell'] as const) : []),
    ],
    key:
      key === undefined
        ? undefined
        : (await context.vault.hash(tx, 'import-key', key)).toString('base64url').slice(0, 22),
    fingerprint: await rowFingerprint(context, tx, { mapping, print }, row),
    ...(!fits && { refusal: { code: 'columns-differ' as const } }),
  };
}

/**
 * Equal for two rows that say the same, read in the same way: in whatever order the columns stand, and whatever stands in
 * those that nobody said the meaning of.
 */
export function rowFingerprint(
  context: Pick<Context, 'vault'>,
  tx: GroupReader,
  { mapping, print }: Pick<RowNaming, 'mapping' | 'print'>,
  row: Row,
): Promise<Buffer> {
  const said = mappedColumns(mapping).map((name) => row[name] ?? '');
  return context.vault.hash(tx, 'import-row', `${print}\n${JSON.stringify(said)}`);
}

/** A row by its columns' names; what has no name keeps its place. */
function asRow(names: readonly string[], cells: readonly string[]): Row {
  return Object.fromEntries(
    Array.from({ length: Math.max(names.length, cells.length) }, (_, index) => [
      names[index] ?? `(${index + 1})`,
      cells[index] ?? '',
    ]),
  );
}
