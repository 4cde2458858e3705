import type { PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { Context } from '../context.ts';
import type { GroupReader } from '../database/database.ts';
import type { SearchToken } from '../database/vault/vault.ts';
import { groupCountry } from './keep-person.ts';
import { tokensOf } from './person-tokens.ts';

type Vaulted = Pick<Context, 'vault'>;

/** What to look for. A person is found when anything given fits; the name as a whole or by all of its words. */
export interface PersonQuery {
  readonly phone?: string;
  readonly mail?: string;
  readonly name?: string;
  readonly address?: string;
  readonly point?: string;
}

export interface FoundPerson {
  readonly personId: PersonId;
  /** By what they were found, in the words of the keyed hashes. */
  readonly by: readonly string[];
}

/** Found people at most; a commoner name needs another clue. */
const foundMax = 200;

/**
 * Looks people up by keyed hashes alone: nothing is opened. Whoever was merged is given as the person they are now,
 * whoever was erased is not found.
 */
export async function findPersons(
  context: Vaulted,
  tx: GroupReader,
  query: PersonQuery,
): Promise<readonly FoundPerson[]> {
  const country = query.phone ? await groupCountry(tx) : '';
  const fields = ['phone', 'mail', 'name', 'address', 'point'] as const;
  const tokens = fields
    .flatMap((field) => tokensOf({ field, value: query[field] ?? '' }, country))
    .filter(({ field }) => field !== 'name-like');
  const hits = await hitsOf(context, tx, tokens);
  const words = tokens.filter(({ field }) => field === 'name-word').length;
  const found = [...hits].flatMap(([personId, matched]) => {
    const wholeWords = matched.filter((field) => field === 'name-word').length === words;
    const by = [...new Set(matched)].filter((field) => field !== 'name-word' || wholeWords);
    return by.length > 0 ? [{ personId, by }] : [];
  });
  return found.slice(0, foundMax);
}

/** People who may be the same as somebody, most alike first, without those of whom it was said that they differ. */
export async function findAlike(
  tx: GroupReader,
  personId: PersonId,
): Promise<readonly (FoundPerson & { readonly likeness: number })[]> {
  const hashes = await tx.db
    .selectFrom('vault_hashes as own')
    .innerJoin('vault_hashes as other', (join) =>
      join.onRef('other.group_id', '=', 'own.group_id').onRef('other.hash', '=', 'own.hash'),
    )
    .innerJoin('persons as p', (join) =>
      join.onRef('p.group_id', '=', 'other.group_id').onRef('p.id', '=', 'other.person_id'),
    )
    .select(['other.person_id', 'other.field'])
    .where('own.group_id', '=', tx.groupId)
    .where('own.person_id', '=', personId)
    .where('own.field', 'in', ['phone', 'mail', 'name', 'name-like', 'address'])
    .where('other.person_id', '!=', personId)
    .where('p.erased_at', 'is', null)
    .where('p.merged_into_id', 'is', null)
    .execute();
  const different = await saidDifferent(tx, personId);
  return [...Map.groupBy(hashes, (row) => row.person_id)]
    .filter(([id]) => !different.has(id))
    .map(([id, rows]) => ({ personId: id, by: [...new Set(rows.map((row) => row.field))], likeness: likenessOf(rows) }))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, foundMax);
}

/** A shared phone or mail says most, the same name nearly as much; bands of a like name count by their share. */
const weights: Readonly<Record<string, number>> = { phone: 0.6, mail: 0.6, name: 0.5, address: 0.3 };
const bandsMax = 8;

function likenessOf(rows: readonly { readonly field: string }[]): number {
  const bands = rows.filter((row) => row.field === 'name-like').length;
  const others = [...new Set(rows.map((row) => row.field))].reduce((sum, field) => sum + (weights[field] ?? 0), 0);
  return Math.min(1, others + (0.4 * Math.min(bands, bandsMax)) / bandsMax);
}

async function hitsOf(
  context: Vaulted,
  tx: GroupReader,
  tokens: readonly SearchToken[],
): Promise<ReadonlyMap<PersonId, readonly string[]>> {
  if (tokens.length === 0) return new Map();
  const hashes = await Promise.all(tokens.map(async (token) => context.vault.token(tx, token.field, token.text)));
  const rows = await tx.db
    .selectFrom('vault_hashes as h')
    .innerJoin('persons as p', (join) => join.onRef('p.group_id', '=', 'h.group_id').onRef('p.id', '=', 'h.person_id'))
    .select(['h.field', 'p.id', 'p.merged_into_id'])
    .where('h.group_id', '=', tx.groupId)
    .where('p.erased_at', 'is', null)
    .where('h.hash', '=', sql<Buffer>`any(${hashes}::bytea[])`)
    .limit(foundMax * 10)
    .execute();
  const people = Map.groupBy(rows, (row) => (row.merged_into_id ?? row.id) as PersonId);
  return new Map([...people].map(([id, found]) => [id, found.map((row) => row.field)]));
}

async function saidDifferent(tx: GroupReader, personId: PersonId): Promise<ReadonlySet<string>> {
  const rows = await tx.db
    .selectFrom('merges')
    .select(['kept_id', 'other_id'])
    .where('group_id', '=', tx.groupId)
    .where('subject', '=', 'person')
    .where('verdict', '=', 'different')
    .where('undone_at', 'is', null)
    .where((eb) => eb.or([eb('kept_id', '=', personId), eb('other_id', '=', personId)]))
    .execute();
  return new Set(rows.flatMap((row) => [row.kept_id, row.other_id]));
}
