import { catalog, catalogKind } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import { kindIndex } from '@barnraise/kernel/phrase/kind-index.ts';
import { findKindsIn, type KindMatch } from '@barnraise/kernel/phrase-to-kinds.ts';

import type { GroupReader, GroupTransaction } from '../../../database/database.ts';
import { insertCatalogKinds, updateKind } from '../../../people/kind-table.ts';
import { type GroupKind, loadKinds } from '../../load-kinds.ts';
import type { ImportMapping } from '../mapping.ts';
import { dateReader } from '../read/read-date.ts';
import type { RowRules } from './read-row.ts';

const index = kindIndex(catalog);

/**
 * What reading rows needs to know of the group, from one moment. `missing` is told each kind of the catalog that a row
 * names and the group does not have, where the mapping lets kinds be switched on.
 */
export async function rulesOf(
  tx: GroupReader,
  mapping: ImportMapping,
  missing: (code: string) => GroupKind | undefined,
): Promise<RowRules> {
  const settings = await tx.db
    .selectFrom('group_settings')
    .select(['zone', 'languages'])
    .where('group_id', '=', tx.groupId)
    .executeTakeFirstOrThrow();
  const kinds = new Map((await loadKinds(tx)).map((kind) => [kind.code, kind]));
  const zone = mapping.zone ?? settings.zone;
  const { askedAt } = mapping.columns;
  const triedAt = mapping.answered?.triedAt;
  return {
    mapping,
    now: tx.now,
    language: mapping.language ?? settings.languages[0] ?? 'en',
    kindsIn: rememberingKinds(),
    kindFor: (code) => kinds.get(code) ?? (mapping.addKinds ? missing(code) : undefined),
    ...(askedAt && { readAskedAt: dateReader(askedAt.format, zone) }),
    ...(triedAt && { readTriedAt: dateReader(triedAt.format, zone) }),
  };
}

/** For as long as the rules last, some hundred rows. */
function rememberingKinds(): RowRules['kindsIn'] {
  const known = new Map<string, readonly KindMatch<CatalogKind>[]>();
  return (text) => {
    const found = known.get(text) ?? findKindsIn(text, index);
    known.set(text, found);
    return found;
  };
}

/** A kind of the catalog as the group would have it, for looking at what would come in. */
export function asIfSwitchedOn(code: string): GroupKind | undefined {
  const kind = catalogKind(code);
  return kind && { ...kind, id: code as GroupKind['id'], active: true, onAskForm: false, position: 0 };
}

/** Switches kinds of the catalog on, off the ask form: so rows can name them, and nobody is shown a longer form. */
export async function switchKindsOn(tx: GroupTransaction, codes: readonly string[]): Promise<void> {
  const present = await tx.db
    .selectFrom('kinds')
    .select(['id', 'code'])
    .where('group_id', '=', tx.groupId)
    .where('code', 'in', [...codes])
    .execute();
  // A kind that the group has switched off stays off.
  const known = new Set(present.map(({ code }) => code));
  const fresh = codes.filter((code) => !known.has(code));
  for (const id of await insertCatalogKinds(tx, fresh, behindAllOthers))
    await updateKind(tx, id, { on_ask_form: false });
}

const behindAllOthers = 1000;
