import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { KindId } from '@barnraise/kernel/ids.ts';

import type { GroupReader, GroupTransaction } from '../../database/database.ts';
import { insertCatalogKinds, updateKind } from '../../people/kind-table.ts';
import { type GroupKind, loadKinds } from '../load-kinds.ts';

/** Every kind that a message can name, by its code: the group's own, and the rest of the catalog. */
export async function nameableKinds(tx: GroupReader): Promise<ReadonlyMap<string, GroupKind>> {
  const own = await loadKinds(tx);
  return new Map([...catalog.map(notYetOwn), ...own].map((kind) => [kind.code, kind]));
}

/** A kind of the catalog as if the group had it; {@link ownKinds} gives it its real id. */
function notYetOwn(kind: CatalogKind): GroupKind {
  return { ...kind, id: '' as KindId, active: true, onAskForm: false, position: 0 };
}

/** The group's kinds of these codes. What it has not yet comes from the catalog, off its ask form, as an import does it. */
export async function ownKinds(
  tx: GroupTransaction,
  codes: readonly string[],
): Promise<ReadonlyMap<string, GroupKind>> {
  const wanted = [...new Set(codes)];
  const known = await kindsOf(tx, wanted);
  const missing = wanted.filter((code) => !known.has(code));
  if (missing.length === 0) return known;
  for (const id of await insertCatalogKinds(tx, missing, 1000)) await updateKind(tx, id, { on_ask_form: false });
  return kindsOf(tx, wanted);
}

async function kindsOf(tx: GroupReader, codes: readonly string[]): Promise<ReadonlyMap<string, GroupKind>> {
  if (codes.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('kinds')
    .select(['id', 'definition', 'active', 'on_ask_form', 'position'])
    .where('group_id', '=', tx.groupId)
    .where('code', 'in', [...codes])
    .execute();
  const kinds = rows.map((row): GroupKind => ({
    ...(row.definition as CatalogKind),
    id: row.id,
    active: row.active,
    onAskForm: row.on_ask_form,
    position: row.position,
  }));
  return new Map(kinds.map((kind) => [kind.code, kind]));
}
