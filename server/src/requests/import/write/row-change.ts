import type { PersonId } from '@barnraise/kernel/ids.ts';
import { dayMs } from '@barnraise/kernel/instant.ts';

import type { Context } from '../../../context.ts';
import type { GroupTransaction } from '../../../database/database.ts';
import type { Detail } from '../../../people/vault-fields.ts';
import { rawDays } from '../../request-columns.ts';
import type { ImportMapping } from '../mapping.ts';
import { rowOfRaw } from '../rows/read-row.ts';
import { type Row, rowCells } from '../rows/row-cells.ts';
import { rawDetail } from './keep-row.ts';

/** What of somebody or something a row can tell. */
export type RowPart = 'name' | 'phone' | 'mail' | 'place' | 'words' | 'size' | 'language';

export interface RowChange {
  /** True for what the row says in another way than the row before it. */
  readonly says: (part: RowPart) => boolean;
  /** The row as it is now, and the one before it, from which undoing puts everything back. Both go when what came in goes. */
  readonly details: readonly Detail[];
}

/**
 * Sets a row beside the one that stood there before. What the sheet has not changed is left alone: a number that somebody
 * found out since outlives the next sheet, which does not have it.
 */
export async function rowChange(
  context: Context,
  tx: GroupTransaction,
  mapping: ImportMapping,
  { personId, subjectId, row }: { readonly personId: PersonId; readonly subjectId: string; readonly row: Row },
): Promise<RowChange> {
  const known = await context.vault.open(tx, { personIds: [personId], subjectIds: [subjectId], fields: ['raw'] });
  const before = known.at(-1)?.value ?? '';
  return {
    says: newlySaid(mapping, rowOfRaw(before), row),
    details: [
      rawDetail(tx, subjectId, row),
      { field: 'raw-before', value: before, subjectId, expiresAt: tx.now + rawDays * dayMs },
    ],
  };
}

/** Where the row before is kept no more, what is empty now is taken for something that nobody said. */
export function newlySaid(mapping: ImportMapping, before: Row | undefined, now: Row): RowChange['says'] {
  const columns = columnsOf(mapping);
  const cellsOf = (row: Row, part: RowPart): string => columns[part].map(rowCells(row).cell).join('\n').trim();
  return (part) => cellsOf(now, part) !== (before ? cellsOf(before, part) : '');
}

function columnsOf({ columns }: ImportMapping): Readonly<Record<RowPart, readonly string[]>> {
  const { name = [], phone = [], mail = [], address = [], directions = [], needs = [], words = [] } = columns;
  const filled = (...names: readonly (string | undefined)[]) => names.filter((one) => one !== undefined);
  return {
    name,
    phone,
    mail,
    place: [...address, ...directions, ...filled(columns.latitude, columns.longitude, columns.point)],
    words: [...needs, ...words],
    size: filled(columns.size, columns.adults, columns.children),
    language: filled(columns.language),
  };
}
