import type { Instant } from '@barnraise/kernel/instant.ts';

import type { GroupReader } from '../../database/database.ts';
import type { ImportId } from './import-table.ts';
import { rowOfRaw } from './rows/read-row.ts';

/** Where something that was brought in came from. */
export interface CameFrom {
  readonly importId: ImportId;
  readonly source: string;
  /** `messages` for a chat or pasted text, else what the rows of a table are. */
  readonly subject: string;
  /** The row of the table, or the number of the message. */
  readonly rowNo: number;
  readonly broughtInAt: Instant;
  /** When a later table changed it. */
  readonly changedAt: Instant | null;
}

/** The import that made something; undefined for what people entered themselves. */
export async function cameFrom(tx: GroupReader, madeId: string): Promise<CameFrom | undefined> {
  const row = await tx.db
    .selectFrom('import_rows as r')
    .innerJoin('imports as i', (join) => join.onRef('i.group_id', '=', 'r.group_id').onRef('i.id', '=', 'r.import_id'))
    .leftJoin('imports as c', (join) =>
      join.onRef('c.group_id', '=', 'r.group_id').onRef('c.id', '=', 'r.changed_by_import_id'),
    )
    .select(['i.id', 'i.source', 'i.subject', 'r.row_no', 'i.created_at', 'c.created_at as changed_at'])
    .where('r.group_id', '=', tx.groupId)
    .where('r.made_id', '=', madeId)
    .executeTakeFirst();
  return (
    row && {
      importId: row.id as ImportId,
      source: row.source,
      subject: row.subject,
      rowNo: row.row_no,
      broughtInAt: row.created_at,
      changedAt: row.changed_at,
    }
  );
}

/** What came in as it came: the filled cells of a row with their columns' names, or a text. */
export type RawShown = { readonly text: string } | { readonly cells: readonly (readonly [string, string])[] };

export function rawShown(raw: string): RawShown {
  const row = raw.startsWith('{') ? rowOfRaw(raw) : undefined;
  return row ? { cells: Object.entries(row).filter(([, cell]) => cell !== '') } : { text: raw };
}
