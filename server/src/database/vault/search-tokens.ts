import type { PersonId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { GroupReader, GroupTransaction } from '../database.ts';
import type { KeyedHash } from './keyed-hash.ts';
import type { GroupKeys, NewlySealed, SearchToken } from './vault.ts';

/** Bytes that are kept of a token's hash: enough that two tokens of a group do not meet by chance (see migration 0007). */
const tokenBytes = 8;

/** What `vault_hashes` has of a token. */
export function tokenHash(keys: GroupKeys, field: string, text: string): Buffer {
  return hashUnder(keys.hashing, field, text).subarray(0, tokenBytes);
}

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
  const tokenHash = keptHashes(keys);
  const fields: string[] = [];
  const rows = people.flatMap(({ tokens }, person) =>
    distinctTokens(tokens).map((token) => {
      if (!fields.includes(token.field)) fields.push(token.field);
      return { field: fields.indexOf(token.field) + 1, hash: tokenHash(token), person: person + 1 };
    }),
  );
  if (rows.length === 0) return;
  // All hashes in one value, cut up there, and fields and people by their places: less to write out and to read again.
  const hashes = Buffer.concat(rows.map(({ hash }) => hash));
  const add = sql`
    insert into vault_hashes (group_id, field, hash, person_id)
    select ${tx.groupId}, (${fields}::text[])[field],
      substring(${hashes}::bytea from (no::int - 1) * ${tokenBytes}::int + 1 for ${tokenBytes}::int),
      (${people.map(({ personId }) => personId)}::uuid[])[person]
    from unnest(${rows.map(({ field }) => field)}::int[], ${rows.map(({ person }) => person)}::int[])
      with ordinality as token (field, person, no)`;
  tx.later(add.compile(tx.db));
}

/** Rows of one sheet have streets, towns and first names in common: each of their hashes is taken once. */
function keptHashes(keys: GroupKeys): (token: SearchToken) => Buffer {
  const kept = new Map<string, Buffer>();
  return ({ field, text }) => {
    const name = `${field}\0${text}`;
    const hash = kept.get(name) ?? tokenHash(keys, field, text);
    kept.set(name, hash);
    return hash;
  };
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
  const hashes = distinct.map(({ field, text }) => tokenHash(keys, field, text));
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
  const hashes = tokens.map(({ field, text }) => tokenHash(keys, field, text));
  const rows = await findQuery(tx, hashes).execute();
  return rows.map((row) => row.person_id);
}

/** The query behind {@link findByTokens}, for the test of its plan. */
export function findQuery(tx: GroupReader, hashes: readonly Buffer[]) {
  return tx.db
    .selectFrom('vault_hashes')
    .select('person_id')
    .distinct()
    .where('group_id', '=', tx.groupId)
    .where('hash', '=', sql<Buffer>`any(${hashes}::bytea[])`);
}
