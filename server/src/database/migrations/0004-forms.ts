import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** Forms of a group's own: what is being written, what was published, who answered, and the photos and voices that came along. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(forms).execute(db);
  await tenantTable(db, 'forms', 'riud');
  // What was published once stays as it was: whoever answered must be able to see what they were asked.
  await tenantTable(db, 'form_versions', 'ri');
  await tenantTable(db, 'form_answers', 'riu');
  await tenantTable(db, 'form_answer_offers', 'ri');
  await tenantTable(db, 'attachments', 'riud');
}

const forms = `
create table forms (
  group_id uuid not null references groups on delete cascade deferrable,
  id uuid not null,
  slug text not null check (slug ~ '^[a-z0-9][a-z0-9-]{0,48}$'),
  purpose text not null check (purpose in ('ask', 'offer', 'other')),
  state text not null check (state in ('draft', 'published', 'closed')),
  -- As it is being written. What neighbors see is the current version.
  draft jsonb not null,
  current_no integer,
  made_by_id uuid,
  created_at timestamptz not null default now(),
  changed_at timestamptz not null default now(),
  version integer not null default 1,
  check (state = 'draft' or current_no is not null),
  unique (group_id, slug),
  foreign key (group_id, made_by_id) references members (group_id, id) deferrable
);
-- Last, as in the first migration: the planner takes the newest index of a young table.
alter table forms add primary key (group_id, id);
create table form_versions (
  group_id uuid not null,
  form_id uuid not null,
  no integer not null check (no > 0),
  definition jsonb not null,
  published_by_id uuid,
  published_at timestamptz not null default now(),
  primary key (group_id, form_id, no),
  foreign key (group_id, form_id) references forms (group_id, id) on delete cascade deferrable,
  foreign key (group_id, published_by_id) references members (group_id, id) deferrable
);
create table form_answers (
  group_id uuid not null,
  id uuid not null,
  form_id uuid not null,
  version_no integer not null,
  language text not null,
  person_id uuid not null,
  request_id uuid,
  held_at timestamptz,
  sent_at timestamptz not null default now(),
  foreign key (group_id, form_id, version_no) references form_versions (group_id, form_id, no) on delete cascade deferrable,
  foreign key (group_id, person_id) references persons (group_id, id) deferrable,
  foreign key (group_id, request_id) references requests (group_id, id) deferrable
);
create index form_answers_by_time on form_answers (group_id, form_id, sent_at desc, id);
create index form_answers_by_person on form_answers (group_id, person_id);
create index form_answers_by_request on form_answers (group_id, request_id) where request_id is not null;
alter table form_answers add primary key (group_id, id);
create table form_answer_offers (
  group_id uuid not null,
  answer_id uuid not null,
  offer_id uuid not null,
  primary key (group_id, answer_id, offer_id),
  foreign key (group_id, answer_id) references form_answers (group_id, id) on delete cascade deferrable,
  foreign key (group_id, offer_id) references offers (group_id, id) deferrable
);
create index form_answer_offers_by_offer on form_answer_offers (group_id, offer_id);
-- Sealed under a key of its own, which is in the vault under the person's key: erasing the person takes it everywhere,
-- from old backups too. While a form comes back for another look, the key is nowhere but in that form.
create table attachments (
  group_id uuid not null references groups on delete cascade deferrable,
  id uuid not null,
  answer_id uuid,
  question text,
  sort text not null check (sort in ('photo', 'voice')),
  content_type text not null,
  bytes integer not null check (bytes > 0),
  sealed bytea not null,
  created_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, answer_id) references form_answers (group_id, id) on delete cascade deferrable
);
create index attachments_by_answer on attachments (group_id, answer_id);
create index attachments_waiting on attachments (group_id, created_at) where answer_id is null;
create index vault_entries_by_expiry on vault_entries (group_id, expires_at) where expires_at is not null;
`;
