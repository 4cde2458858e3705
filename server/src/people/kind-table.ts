import { catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { KindId } from '@barnraise/kernel/ids.ts';
import { sql, type Updateable } from 'kysely';

import type { GroupTransaction } from '../database/database.ts';
import { freshId } from '../database/new-id.ts';
import type { KindsTable } from '../database/schema.ts';

/** The only writes to `kinds`. Codes that the catalog does not know are a bug of the caller. */
export async function insertCatalogKinds(
  tx: GroupTransaction,
  codes: readonly string[],
  firstPosition = 0,
): Promise<readonly KindId[]> {
  if (codes.length === 0) return [];
  const rows = codes.map((code, index) => {
    const kind = catalogKind(code);
    if (!kind) throw new RangeError(`The catalog has no kind ${code}.`);
    return {
      group_id: tx.groupId,
      id: freshId<KindId>(tx),
      code,
      definition: JSON.stringify(kind),
      nature: kind.nature,
      base_unit: kind.baseUnit,
      on_ask_form: isAskedFor(kind),
      position: firstPosition + index,
    };
  });
  await tx.db.insertInto('kinds').values(rows).execute();
  for (const row of rows) tx.changed('kinds', row.id);
  return rows.map((row) => row.id);
}

export async function updateKind(
  tx: GroupTransaction,
  id: KindId,
  change: Pick<Updateable<KindsTable>, 'active' | 'on_ask_form'>,
): Promise<void> {
  await tx.db
    .updateTable('kinds')
    .set({ ...change, version: sql`version + 1` })
    .where('group_id', '=', tx.groupId)
    .where('id', '=', id)
    .execute();
  tx.changed('kinds', id);
}

/** What neighbors ask for, as against what a group itself needs: hands for a shift, a place to store things. */
export function isAskedFor({ code, nature }: Pick<CatalogKind, 'code' | 'nature'>): boolean {
  if (nature === 'space') return code.startsWith('space.bed');
  return !code.startsWith('work.shift.');
}
