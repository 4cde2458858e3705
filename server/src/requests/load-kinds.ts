import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { GroupId, KindId } from '@barnraise/kernel/ids.ts';
import { type InferResult, sql } from 'kysely';

import type { GroupReader, GroupReads } from '../database/database.ts';

/** A kind as the group keeps it: its definition, and where the group puts it. */
export type GroupKind = CatalogKind & {
  readonly id: KindId;
  readonly active: boolean;
  readonly onAskForm: boolean;
  readonly position: number;
};

export interface WhichKinds {
  readonly onAskForm?: true;
  readonly codes?: readonly string[] | undefined;
}

/** The kinds of the group, in the order it gave them. */
export async function loadKinds(tx: GroupReader, which: WhichKinds = {}): Promise<readonly GroupKind[]> {
  return (await selectKinds(tx.db, tx.groupId, which).execute()).map(kindOf);
}

/** The rows that {@link kindOf} makes kinds of. */
export function selectKinds(db: GroupReads, groupId: GroupId, { onAskForm, codes }: WhichKinds) {
  let query = db
    .selectFrom('kinds')
    .select(['id', 'definition', 'active', 'on_ask_form', 'position'])
    .where('group_id', '=', groupId)
    .where('active', '=', true);
  if (onAskForm) query = query.where('on_ask_form', '=', true);
  // An array and not a list of values: the text stays the same however many there are, so the statement can be kept.
  if (codes) query = query.where('code', '=', sql<string>`any(${[...codes]}::text[])`);
  return query.orderBy('position').orderBy('code');
}

export function kindOf(row: InferResult<ReturnType<typeof selectKinds>>[number]): GroupKind {
  return {
    ...(row.definition as CatalogKind),
    id: row.id,
    active: row.active,
    onAskForm: row.on_ask_form,
    position: row.position,
  };
}

/** The name of a kind in a language, as a list shows it. */
export function kindName(kind: Pick<CatalogKind, 'names'>, language: string): string {
  return (language === 'es' ? kind.names.es : kind.names.en).name;
}
