import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** Messages that came in by a chat or pasted text: what the rules see in each, and what a person decided. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(proposals).execute(db);
  await tenantTable(db, 'proposals', 'riud');
}

const proposals = `
create table proposals (
  group_id uuid not null references groups on delete cascade deferrable,
  id uuid not null,
  import_id uuid not null,
  message_no integer not null,
  sort text not null check (sort in ('ask', 'offer', 'neither')),
  state text not null check (state in ('waiting', 'made', 'left-out')),
  -- Words of danger are in it: such a message must not wait at the end of a long list.
  danger boolean not null default false,
  language text not null,
  -- A keyed hash of who, when and what: the same message coming in again is known by it, also when its words are gone.
  source_key bytea not null,
  -- Author, words and what speaks for the sort; taken away when the retention of raw messages ends.
  sealed bytea,
  said_at timestamptz,
  made_request_id uuid,
  made_offer_id uuid,
  decided_by_id uuid,
  decided_at timestamptz,
  -- The act that decided it, so that deciding many at once is undone at once.
  decision_id uuid,
  expires_at timestamptz not null,
  version integer not null default 1,
  primary key (group_id, id),
  unique (group_id, source_key),
  check (state <> 'made' or made_request_id is not null or made_offer_id is not null),
  foreign key (group_id, import_id) references imports (group_id, id) on delete cascade deferrable,
  foreign key (group_id, made_request_id) references requests (group_id, id) deferrable,
  foreign key (group_id, made_offer_id) references offers (group_id, id) deferrable,
  foreign key (group_id, decided_by_id) references members (group_id, id) deferrable
);
create index proposals_in_order on proposals (group_id, state, import_id desc, message_no desc);
create index proposals_by_import on proposals (group_id, import_id, message_no);
create index proposals_by_decision on proposals (group_id, decision_id) where decision_id is not null;
create index proposals_by_expiry on proposals (group_id, expires_at) where sealed is not null;
create index proposals_by_request on proposals (group_id, made_request_id) where made_request_id is not null;
create index proposals_by_offer on proposals (group_id, made_offer_id) where made_offer_id is not null;
`;
