import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** What a table, a chat or a pasted text brought in: waiting rows, what each row made, what was refused, and how it was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [imports, manyAtOnce]) await sql.raw(part).execute(db);
  for (const name of ['import_mappings', 'import_pieces', 'import_rows', 'import_refusals']) {
    await tenantTable(db, name, 'riud');
  }
}

const imports = `
alter table imports
  add subject text not null default 'requests'
    check (subject in ('requests', 'offers', 'households', 'members', 'places', 'messages')),
  add state text not null default 'done'
    check (state in ('reading', 'waiting', 'running', 'stopped', 'done', 'failed', 'undoing', 'undone')),
  add format text not null default 'csv',
  add file_name_sealed bytea,
  add mapping jsonb,
  -- What reading the file showed: columns with what was guessed of them, in codes and numbers. Cells stay sealed.
  add survey_sealed bytea,
  add problem text,
  add bytes bigint not null default 0,
  -- Of the rows below the columns' names; rows_done of them are dealt with, and reading goes on after them.
  add rows_total integer not null default 0,
  add rows_done integer not null default 0,
  add rows_changed integer not null default 0,
  add rows_same integer not null default 0,
  add rows_skipped integer not null default 0,
  add rows_left integer not null default 0,
  add remarks jsonb not null default '{}',
  add started_at timestamptz,
  add ended_at timestamptz,
  add version integer not null default 1,
  add foreign key (group_id, made_by_id) references members (group_id, id) deferrable;
grant delete on imports to barnraise_app;
create table import_mappings (
  group_id uuid not null references groups on delete cascade deferrable,
  source text not null,
  subject text not null,
  mapping jsonb not null,
  used_at timestamptz not null default now(),
  primary key (group_id, source, subject)
);
create table import_pieces (
  group_id uuid not null,
  import_id uuid not null,
  no integer not null,
  sealed bytea not null,
  primary key (group_id, import_id, no),
  foreign key (group_id, import_id) references imports (group_id, id) on delete cascade deferrable
);
create table import_rows (
  group_id uuid not null,
  source text not null,
  key text not null,
  import_id uuid not null,
  row_no integer not null,
  fingerprint bytea not null,
  made_table text not null check (made_table in ('requests', 'offers', 'households', 'members', 'places')),
  made_id uuid not null,
  changed_by_import_id uuid,
  primary key (group_id, source, key),
  foreign key (group_id, import_id) references imports (group_id, id) on delete cascade deferrable,
  foreign key (group_id, changed_by_import_id) references imports (group_id, id) deferrable
);
-- Partial though no row is left out, so that a young table is searched by its primary key (see below).
create index import_rows_by_import on import_rows (group_id, import_id, row_no) where import_id is not null;
create index import_rows_by_change on import_rows (group_id, changed_by_import_id) where changed_by_import_id is not null;
create index import_rows_by_made on import_rows (group_id, made_id) where made_id is not null;
create table import_refusals (
  group_id uuid not null,
  import_id uuid not null,
  row_no integer not null,
  refusal jsonb not null,
  sealed bytea not null,
  primary key (group_id, import_id, row_no),
  foreign key (group_id, import_id) references imports (group_id, id) on delete cascade deferrable
);
`;

/**
 * What makes a hundred thousand rows bearable, on the way in and on the way out again. A hash is not held to its person by
 * a foreign key, which would be looked up some twenty times a person; it goes with them by one statement for all. And
 * every column by which another table is searched when a row goes has an index, or taking an import back would read whole
 * tables for each of its rows.
 */
const manyAtOnce = `
-- An index of a column that is empty in most rows is small and flat, and so looks cheap for finding a row by its id, as long
-- as nothing is known about a young table: a session then keeps that plan and reads the whole group for every row.
alter table requests drop constraint requests_group_id_link_hash_key, drop constraint requests_group_id_source_source_key_key;
create unique index requests_group_id_link_hash_key on requests (group_id, link_hash) where link_hash is not null;
create unique index requests_group_id_source_source_key_key on requests (group_id, source, source_key) where source is not null;
alter table offers drop constraint offers_group_id_link_hash_key, drop constraint offers_group_id_source_source_key_key;
create unique index offers_group_id_link_hash_key on offers (group_id, link_hash) where link_hash is not null;
create unique index offers_group_id_source_source_key_key on offers (group_id, source, source_key) where source_key is not null;
alter table commitments drop constraint commitments_group_id_link_hash_key;
create unique index commitments_group_id_link_hash_key on commitments (group_id, link_hash) where link_hash is not null;
drop index members_by_login;
create index members_by_login on members (group_id, login_id) where login_id is not null;
alter table vault_hashes drop constraint vault_hashes_group_id_person_id_fkey;
create function persons_take_hashes() returns trigger language plpgsql as $$
begin
  delete from vault_hashes h using gone where h.group_id = gone.group_id and h.person_id = gone.id;
  return null;
end $$;
create trigger persons_take_hashes after delete on persons
  referencing old table as gone for each statement execute function persons_take_hashes();
create index persons_merged on persons (group_id, merged_into_id) where merged_into_id is not null;
create index requests_merged on requests (group_id, merged_into_id) where merged_into_id is not null;
create index requests_by_household on requests (group_id, household_id) where household_id is not null;
create index requests_by_place on requests (group_id, place_id) where place_id is not null;
create index requests_by_to_place on requests (group_id, to_place_id) where to_place_id is not null;
create index households_merged on households (group_id, merged_into_id) where merged_into_id is not null;
create index asks_by_person on asks (group_id, person_id) where person_id is not null;
create index asks_by_offer on asks (group_id, offer_id) where offer_id is not null;
create index contact_attempts_by_person on contact_attempts (group_id, person_id) where person_id is not null;
-- Partial though no row is left out: a whole one, newer than the primary key, would be taken for it in a young table.
create index members_by_person on members (group_id, person_id) where person_id is not null;
`;
