import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/** Other programs: tokens that let them in, addresses that are told what changed, and what was told them. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql.raw(api).execute(db);
  for (const name of ['api_tokens', 'webhooks', 'webhook_deliveries']) await tenantTable(db, name, 'riud');
}

const api = `
-- So that a worker finds the groups it has to look at without looking at all.
alter table groups add has_webhooks boolean not null default false;
create index groups_with_webhooks on groups (id) where has_webhooks;
create table api_tokens (
  group_id uuid not null references groups on delete cascade deferrable,
  id uuid not null,
  token_hash bytea not null,
  name text not null,
  scopes text[] not null check (cardinality(scopes) > 0),
  made_by_id uuid not null,
  expires_at timestamptz,
  revoked_at timestamptz,
  -- To the hour, so that using a token hardly ever writes.
  last_used_at timestamptz,
  created_at timestamptz not null default now(),
  unique (group_id, token_hash),
  foreign key (group_id, made_by_id) references members (group_id, id) deferrable
);
alter table api_tokens add primary key (group_id, id);
create table webhooks (
  group_id uuid not null references groups on delete cascade deferrable,
  id uuid not null,
  address text not null,
  secret_sealed bytea not null,
  -- Tables whose changes are told.
  subjects text[] not null check (cardinality(subjects) > 0),
  state text not null default 'on' check (state in ('on', 'off', 'removed')),
  off_reason text check (off_reason in ('by-hand', 'failures', 'gone')),
  off_at timestamptz,
  -- Where in the group's changes the next delivery begins.
  cursor text not null,
  failures integer not null default 0,
  next_try_at timestamptz,
  -- One worker at a time sends; when it dies, another may after this.
  leased_until timestamptz,
  last_success_at timestamptz,
  made_by_id uuid not null,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  check ((state = 'off') = (off_reason is not null)),
  foreign key (group_id, made_by_id) references members (group_id, id) deferrable
);
alter table webhooks add primary key (group_id, id);
create table webhook_deliveries (
  group_id uuid not null,
  id uuid not null,
  webhook_id uuid not null,
  sort text not null check (sort in ('changes', 'ping', 'resync')),
  -- Pairs of a table and a row's id; nothing of what stands in the row.
  events jsonb not null default '[]',
  state text not null default 'waiting' check (state in ('waiting', 'done', 'failed')),
  attempts integer not null default 0,
  last_status integer,
  last_problem text,
  tried_at timestamptz,
  done_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, webhook_id) references webhooks (group_id, id) on delete cascade deferrable
);
create index webhook_deliveries_by_webhook on webhook_deliveries (group_id, webhook_id, id);
create index webhook_deliveries_waiting on webhook_deliveries (group_id, webhook_id, id) where state = 'waiting';
-- By which token, where a program acted or read for a member.
alter table acts add token_id uuid;
alter table vault_readings add token_id uuid;
alter table requests drop constraint requests_channel_check,
  add constraint requests_channel_check
    check (channel in ('web', 'phone', 'in-person', 'message', 'mail', 'import', 'remote-group', 'api'));
`;
