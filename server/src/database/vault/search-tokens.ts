import type { PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database.ts';
import { hashBytes, type KeyedHash } from './keyed-hash.ts';
import type { GroupKeys, NewlySealed, SearchToken } from './vault.ts';

/** HMAC-SHA-256 (RFC 2104): equal texts find each other inside a group, and across groups nothing can be compared. */
export function hashUnder(hashing: KeyedHash, field: string, text: string): Buffer {
  return hashing(`${field}\0${text}`);
}

/**
 * The tokens of people made in this transaction, in one statement. There is no foreign key to hold a hash to its person:
 * checking it for each of some twenty hashes a person was a third of what an import cost. Whoever takes a person away
 * takes their hashes too (`persons_take_hashes`).
 */
export function addTokens(tx: GroupTransaction, keys: GroupKeys, people: readonly NewlySealed[]): void {
  const rows = people.flatMap(({ personId, tokens }) =>
    distinctTokens(tokens).map(({ field, text }) => ({ field, hash: hashUnder(keys.hashing, field, text), personId })),
  );
  if (rows.length === 0) return;
  // All hashes in one value, cut up there: an array of them would be written out in figures and read again.
  const hashes = Buffer.concat(rows.map(({ hash }) => hash));
  const add = sql`
    insert into vault_hashes (group_id, field, hash, person_id)
    select ${tx.groupId}, field, substring(${hashes}::bytea from (no::int - 1) * ${hashBytes}::int + 1 for ${hashBytes}::int), person_id
    from unnest(${rows.map(({ field }) => field)}::text[], ${rows.map(({ personId }) => personId)}::uuid[])
      with ordinality as token (field, person_id, no)`;
  tx.later(add.compile(tx.db));
}

/** See {@link Vault.putTokens}: one statement takes the old tokens of the replaced fields away and writes the new ones. */
export async function putTokens(
  tx: GroupTransaction,
  keys: GroupKeys,
  personId: PersonId,
  tokens: readonly SearchToken[],
  replaced: readonly string[] = [],
): Promise<void> {
  const distinct = distinctTokens(tokens);
  const hashes = distinct.map(({ field, text }) => hashUnder(keys.hashing, field, text));
  if (distinct.length === 0 && replaced.length === 0) return;
  const add = sql`
    insert into vault_hashes (group_id, field, hash, person_id)
    select ${tx.groupId}, field, hash, ${personId}
    from unnest(${distinct.map(({ field }) => field)}::text[], ${hashes}::bytea[]) as token (field, hash)
    on conflict do nothing`;
  // A kept hash must not be deleted and inserted by one statement: both would see the row as it was before.
  const takeAway = sql`
    delete from vault_hashes h
    where h.group_id = ${tx.groupId} and h.person_id = ${personId} and h.field = any(${replaced}::text[])
      and not exists (
        select from unnest(${distinct.map(({ field }) => field)}::text[], ${hashes}::bytea[]) as kept (field, hash)
        where kept.field = h.field and kept.hash = h.hash
      )`;
  const write = replaced.length === 0 ? add : sql`with gone as (${takeAway}) ${add}`;
  tx.later(write.compile(tx.db));
}

function distinctTokens(tokens: readonly SearchToken[]): readonly SearchToken[] {
  return [...new Map(tokens.map((token) => [`${token.field}\0${token.text}`, token])).values()];
}

/** See {@link Vault.find}. Equality only, so the index serves it under row-level security too. */
export async function findByTokens(
  tx: GroupReader,
  keys: GroupKeys,
  tokens: readonly SearchToken[],
): Promise<readonly PersonId[]> {
  if (tokens.length === 0) return [];
  const hashes = tokens.map(({ field, text }) => ({ field, hash: hashUnder(keys.hashing, field, text) }));
  const rows = await findQuery(tx, hashes).execute();
  return rows.map((row) => row.person_id);
}

/** The query behind {@link findByTokens}, for the test of its plan. */
export function findQuery(tx: GroupReader, hashes: readonly { readonly field: string; readonly hash: Buffer }[]) {
  return tx.db
    .selectFrom('vault_hashes')
    .select('person_id')
    .distinct()
    .where('group_id', '=', tx.groupId)
    .where((eb) => eb.or(hashes.map(({ field, hash }) => eb.and([eb('field', '=', field), eb('hash', '=', hash)]))));
}
