import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** What a table, a chat or a pasted text brought in: waiting rows, what each row made, what was refused, and how it was read. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(imports).execute(db);
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
  add started_at timestamptz,
  add ended_at timestamptz,
  add version integer not null default 1,
  add foreign key (group_id, made_by_id) references members (group_id, id) deferrable;
create index imports_by_time on imports (group_id, created_at desc);
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
create index import_rows_by_import on import_rows (group_id, import_id, row_no);
create index import_rows_by_change on import_rows (group_id, changed_by_import_id) where changed_by_import_id is not null;
create index import_rows_by_made on import_rows (group_id, made_id);
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
