import { type Kysely, sql } from 'kysely';

/**
 * Hashes to be found by are cut to eight bytes, and found by these alone: they were the greater part of what an import
 * writes. Field and group are hashed along (`hashUnder`), so the index does not need them; that two of ten million alike
 * should meet by chance has one in three hundred thousand.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(shortHashes).execute(db);
}

const shortHashes = `
alter table vault_hashes drop constraint vault_hashes_pkey;
drop index vault_hashes_by_person;
alter table vault_hashes alter column hash type bytea using substring(hash from 1 for 8);
alter table vault_hashes add primary key (group_id, person_id, hash);
create index vault_hashes_by_hash on vault_hashes (hash);
`;
