import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { KindId } from '@barnraise/kernel/ids.ts';

import type { GroupReader } from '../database/database.ts';

/** A kind as the group keeps it: its definition, and where the group puts it. */
export type GroupKind = CatalogKind & {
  readonly id: KindId;
  readonly active: boolean;
  readonly onAskForm: boolean;
  readonly position: number;
};

/** The kinds of the group, in the order it gave them. */
export async function loadKinds(
  tx: GroupReader,
  which: { readonly onAskForm?: true; readonly codes?: readonly string[] } = {},
): Promise<readonly GroupKind[]> {
  if (which.codes?.length === 0) return [];
  let query = tx.db
    .selectFrom('kinds')
    .select(['id', 'definition', 'active', 'on_ask_form', 'position'])
    .where('group_id', '=', tx.groupId)
    .where('active', '=', true);
  if (which.onAskForm) query = query.where('on_ask_form', '=', true);
  if (which.codes) query = query.where('code', 'in', [...which.codes]);
  const rows = await query.orderBy('position').orderBy('code').execute();
  return rows.map((row) => ({
    ...(row.definition as CatalogKind),
    id: row.id,
    active: row.active,
    onAskForm: row.on_ask_form,
    position: row.position,
  }));
}

/** The name of a kind in a language, as a list shows it. */
export function kindName(kind: Pick<CatalogKind, 'names'>, language: string): string {
  return (language === 'es' ? kind.names.es : kind.names.en).name;
}
