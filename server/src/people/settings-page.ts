import { catalog } from '@barnraise/kernel/catalog/catalog.ts';
import type { CatalogKind } from '@barnraise/kernel/catalog/entry.ts';
import type { KindId } from '@barnraise/kernel/ids.ts';
import { normalText } from '@barnraise/kernel/normal-text.ts';
import { accept, type Outcome, refuse } from '@barnraise/kernel/outcome.ts';
import { canManageGroup } from '@barnraise/kernel/group-policy.ts';
import { daysFor, type RetentionPurpose, retentionPurposes } from '@barnraise/kernel/retention.ts';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { Caller } from '../record/caller.ts';
import { retentionPlan } from './apply-retention.ts';
import { currentSettings, type GroupSettings } from './change-settings.ts';

type Refused = { readonly code: 'not-allowed' };

export interface SettingsPage {
  readonly settings: GroupSettings;
  readonly retention: readonly { readonly purpose: RetentionPurpose; readonly days: number }[];
  readonly kindCount: number;
  readonly isDemo: boolean;
}

/** What a steward can set, as it stands. */
export async function settingsPage(
  context: Context,
  caller: Caller,
  group: { readonly state: string },
): Promise<Outcome<SettingsPage, Refused>> {
  return context.database.decide<SettingsPage, Refused>(caller.groupId, async (tx) => {
    if (!canManageGroup(caller.actor)) return refuse({ code: 'not-allowed' });
    const plan = await retentionPlan(tx);
    return accept({
      settings: await currentSettings(tx),
      retention: retentionPurposes.map((purpose) => ({ purpose, days: daysFor(purpose, plan) })),
      kindCount: (await kindRows(tx)).filter((row) => row.active).length,
      isDemo: group.state === 'demo',
    });
  });
}

export interface KindLine {
  readonly id: KindId;
  readonly name: string;
  readonly active: boolean;
  readonly onAskForm: boolean;
}

export interface KindsPage {
  readonly kinds: readonly KindLine[];
  /** Kinds of the catalog that fit the search and are not in use. */
  readonly found: readonly { readonly code: string; readonly name: string }[];
}

/** Found kinds shown at most. */
const foundMax = 20;

/** The kinds in use, and those of the built-in catalog that fit a search, by name or by what people say instead. */
export async function kindsPage(
  context: Context,
  caller: Caller,
  input: { readonly search: string; readonly language: 'en' | 'es' },
): Promise<Outcome<KindsPage, Refused>> {
  return context.database.decide<KindsPage, Refused>(caller.groupId, async (tx) => {
    if (!canManageGroup(caller.actor)) return refuse({ code: 'not-allowed' });
    const rows = await kindRows(tx);
    const inUse = new Set(rows.filter((row) => row.active).map((row) => row.code));
    return accept({
      kinds: rows.map((row) => ({
        id: row.id,
        name: (row.definition as CatalogKind).names[input.language].name,
        active: row.active,
        onAskForm: row.on_ask_form,
      })),
      found: searchCatalog(input.search)
        .filter((kind) => !inUse.has(kind.code))
        .slice(0, foundMax)
        .map((kind) => ({ code: kind.code, name: kind.names[input.language].name })),
    });
  });
}

/** Kinds all of whose searched words begin a word of a name or synonym, in either language; best-named first. */
export function searchCatalog(search: string): readonly CatalogKind[] {
  const wanted = normalText(search)
    .split(' ')
    .filter((word) => word !== '');
  if (wanted.length === 0) return [];
  const fits = (text: string): boolean => {
    const words = normalText(text).split(' ');
    return wanted.every((one) => words.some((word) => word.startsWith(one)));
  };
  const byName = (kind: CatalogKind): boolean => Object.values(kind.names).some(({ name }) => fits(name));
  return catalog
    .filter((kind) => Object.values(kind.names).some(({ name, synonyms }) => [name, ...synonyms].some(fits)))
    .toSorted((a, b) => Number(byName(b)) - Number(byName(a)));
}

async function kindRows(tx: GroupReader) {
  return tx.db
    .selectFrom('kinds')
    .select(['id', 'code', 'definition', 'active', 'on_ask_form'])
    .where('group_id', '=', tx.groupId)
    .orderBy('active', 'desc')
    .orderBy('position')
    .orderBy('code')
    .execute();
}
