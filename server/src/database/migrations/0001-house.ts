import { type Kysely, sql } from 'kysely';

import { tenantTable } from './tenant-table.ts';

/**
 * The whole house at once: the server-wide tables, then one part per room.
 * Every key, unique constraint and foreign key between group tables starts with group_id,
 * so the schema can be distributed by it and no row can point into another group.
 *
 * Tables that others refer to get their primary key after their other indexes. As long as nothing is known about a young
 * table, all indexes that start with group_id look alike to the planner, and it takes the newest. The check of a foreign
 * key must find one row by it; by any other it reads the whole group, until the first analyze.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const part of [serverWide, vault, people, requests, commitments, ledger, record, messaging]) {
    await sql.raw(part).execute(db);
  }
  for (const [name, grants] of tenantTables) await tenantTable(db, name, grants);
  await sql.raw(deferrableKeys).execute(db);
  await sql.raw(appGrants).execute(db);
}

const serverWide = `
create table groups (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9][a-z0-9-]{1,38}[a-z0-9]$'),
  name text not null,
  state text not null check (state in ('active', 'frozen', 'demo')),
  public_key bytea,
  created_at timestamptz not null default now()
);
create table logins (
  id uuid primary key,
  mail_hash bytea unique,
  mail_sealed bytea,
  created_at timestamptz not null default now(),
  ended_at timestamptz
);
create table login_members (
  login_id uuid not null references logins on delete cascade,
  group_id uuid not null references groups on delete cascade,
  member_id uuid not null,
  primary key (login_id, group_id)
);
create table sessions (
  token_hash bytea primary key,
  login_id uuid not null references logins on delete cascade,
  device text not null default '',
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index sessions_by_login on sessions (login_id);
create table sign_in_links (
  token_hash bytea primary key,
  login_id uuid not null references logins on delete cascade,
  purpose text not null check (purpose in ('sign-in', 'recover')),
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  -- Of the mailbox it was mailed to: whoever follows it reads that one, and no other.
  mail_hash bytea
);
create index sign_in_links_by_login on sign_in_links (login_id);
create table rate_limits (
  bucket text primary key,
  tickets double precision not null,
  refilled_at timestamptz not null
);
create table server_values (
  name text primary key,
  value text not null
);
`;

const vault = `
create table group_keys (
  group_id uuid primary key references groups on delete cascade,
  wrapped bytea not null,
  wrapped_private_key bytea
);
create table persons (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  sort text not null check (sort in ('neighbor', 'member', 'helper', 'partner-contact')),
  language text not null default 'en',
  safe_to_text text not null default 'not-asked' check (safe_to_text in ('yes', 'no', 'not-asked')),
  safe_to_leave_message text not null default 'not-asked' check (safe_to_leave_message in ('yes', 'no', 'not-asked')),
  last_visit_at timestamptz not null default now(),
  keep_until timestamptz,
  held_until timestamptz,
  hold_reason text,
  erased_at timestamptz,
  merged_into_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (group_id, id),
  foreign key (group_id, merged_into_id) references persons (group_id, id)
);
create index persons_to_erase on persons (group_id, keep_until) where erased_at is null;
create table person_keys (
  group_id uuid not null,
  person_id uuid not null,
  wrapped bytea not null,
  primary key (group_id, person_id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create table vault_entries (
  group_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  field text not null,
  subject_id uuid,
  sealed bytea not null,
  audience text not null default 'coordinators',
  purpose text not null default 'help',
  expires_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index vault_entries_by_person on vault_entries (group_id, person_id, field);
create index vault_entries_by_subject on vault_entries (group_id, subject_id, field) where subject_id is not null;
create table vault_hashes (
  group_id uuid not null,
  field text not null,
  hash bytea not null,
  person_id uuid not null,
  primary key (group_id, field, hash, person_id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index vault_hashes_by_person on vault_hashes (group_id, person_id);
create table vault_readings (
  group_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  request_id uuid,
  reader_kind text not null,
  reader_id uuid,
  fields text[] not null,
  purpose text not null,
  read_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index vault_readings_by_person on vault_readings (group_id, person_id, read_at);
create table consents (
  group_id uuid not null,
  id uuid not null,
  person_id uuid not null,
  purpose text not null,
  given_by text not null check (given_by in ('self', 'proxy', 'voice')),
  recorded_by_id uuid,
  given_at timestamptz not null default now(),
  withdrawn_at timestamptz,
  primary key (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index consents_by_person on consents (group_id, person_id);
`;

const people = `
create table group_settings (
  group_id uuid primary key references groups on delete cascade,
  about text not null default '',
  languages text[] not null default '{en,es}',
  zone text not null default 'UTC',
  country text not null default 'US',
  emergency_number text not null default '911',
  area_label text not null default '',
  area_cells text[] not null default '{}',
  public_phone text not null default '',
  ticks text[] not null default '{}',
  looks_at text[] not null default '{09:00,13:00,18:00}',
  phone_holder_id uuid,
  duty_member_id uuid,
  asks_open boolean not null default true,
  retention jsonb not null default '{}',
  created_at timestamptz not null default now(),
  version integer not null default 1
);
create table teams (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  name text not null,
  created_at timestamptz not null default now(),
  primary key (group_id, id)
);
create table members (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  person_id uuid not null,
  login_id uuid,
  role text not null check (role in ('steward', 'coordinator', 'quartermaster', 'treasurer', 'member')),
  state text not null check (state in ('invited', 'active', 'ended')),
  cell text,
  may_visit boolean not null default false,
  last_asked_at timestamptz,
  created_at timestamptz not null default now(),
  ended_at timestamptz,
  version integer not null default 1,
  foreign key (group_id, person_id) references persons (group_id, id)
);
create index members_by_login on members (group_id, login_id);
alter table members add primary key (group_id, id);
create table member_teams (
  group_id uuid not null,
  member_id uuid not null,
  team_id uuid not null,
  primary key (group_id, member_id, team_id),
  foreign key (group_id, member_id) references members (group_id, id) on delete cascade,
  foreign key (group_id, team_id) references teams (group_id, id) on delete cascade
);
create table invitations (
  group_id uuid not null,
  id uuid not null,
  token_hash bytea not null,
  pin_hash bytea not null,
  role text not null,
  member_id uuid,
  made_by_id uuid,
  wrong_pins integer not null default 0,
  uses_left integer not null default 1,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (group_id, id),
  unique (group_id, token_hash),
  foreign key (group_id, member_id) references members (group_id, id),
  foreign key (group_id, made_by_id) references members (group_id, id)
);
create table households (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  language text not null default 'en',
  bands jsonb not null default '{}',
  last_visit_at timestamptz not null default now(),
  merged_into_id uuid,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (group_id, id),
  foreign key (group_id, merged_into_id) references households (group_id, id)
);
create table household_persons (
  group_id uuid not null,
  household_id uuid not null,
  person_id uuid not null,
  part text not null check (part in ('head', 'member', 'proxy')),
  primary key (group_id, household_id, person_id),
  foreign key (group_id, household_id) references households (group_id, id) on delete cascade,
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index household_persons_by_person on household_persons (group_id, person_id);
create table places (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  person_id uuid,
  cell text,
  label text not null default '',
  created_at timestamptz not null default now(),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index places_by_person on places (group_id, person_id);
alter table places add primary key (group_id, id);
create table partners (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  name text not null,
  stage text not null default 'known' check (stage in ('known', 'met', 'working', 'paused', 'ended')),
  last_contact_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (group_id, id)
);
create table merges (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  subject text not null check (subject in ('request', 'household', 'person')),
  kept_id uuid not null,
  other_id uuid not null,
  verdict text not null check (verdict in ('same', 'different')),
  decided_by_id uuid,
  decided_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (group_id, id)
);
create index merges_by_other on merges (group_id, subject, other_id);
create index merges_by_kept on merges (group_id, subject, kept_id);
`;

const requests = `
create table kinds (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  code text not null,
  -- The kernel's CatalogKind as the group has it: names, forms, units, lease, precautions, questions, picture.
  definition jsonb not null,
  nature text not null check (nature in ('goods', 'service', 'work', 'money', 'space')),
  base_unit text not null check (base_unit in ('each', 'gram', 'ml', 'minute', 'cent')),
  active boolean not null default true,
  on_ask_form boolean not null default false,
  position integer not null default 0,
  version integer not null default 1,
  unique (group_id, code)
);
alter table kinds add primary key (group_id, id);
create table requests (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  code text not null,
  link_hash bytea,
  requester_kind text not null check (requester_kind in ('neighbor', 'member', 'partner', 'remote-group')),
  person_id uuid,
  member_id uuid,
  partner_id uuid,
  remote_group_id uuid,
  household_id uuid,
  asked_for text not null default 'self' check (asked_for in ('self', 'somebody', 'household')),
  consent_at timestamptz,
  place_id uuid,
  cell text,
  to_place_id uuid,
  be_there_by timestamptz,
  way_home text not null default 'none' check (way_home in ('none', 'wait', 'at', 'when-called')),
  way_home_at timestamptz,
  passengers integer check (passengers between 1 and 60),
  recurrence jsonb,
  window_from timestamptz,
  window_to timestamptz,
  state text not null check (state in ('new', 'taken-in', 'open', 'covered', 'closed')),
  ending text check (ending in ('solved', 'partly', 'withdrawn', 'cannot', 'passed-on', 'mistake')),
  urgency integer not null default 0,
  urgency_reasons text[] not null default '{}',
  danger text[] not null default '{}',
  owner_id uuid,
  channel text not null check (channel in ('web', 'phone', 'in-person', 'message', 'mail', 'import', 'remote-group')),
  source text,
  source_key text,
  language text not null default 'en',
  sharing jsonb not null,
  last_confirmed_at timestamptz,
  last_confirmed_by text,
  asked_at timestamptz not null default now(),
  taken_in_at timestamptz,
  held_at timestamptz,
  closed_at timestamptz,
  merged_into_id uuid,
  version integer not null default 1,
  unique (group_id, code),
  unique (group_id, link_hash),
  unique (group_id, source, source_key),
  check ((state = 'closed') = (ending is not null)),
  foreign key (group_id, person_id) references persons (group_id, id),
  foreign key (group_id, member_id) references members (group_id, id),
  foreign key (group_id, partner_id) references partners (group_id, id),
  foreign key (group_id, household_id) references households (group_id, id),
  foreign key (group_id, place_id) references places (group_id, id),
  foreign key (group_id, to_place_id) references places (group_id, id),
  foreign key (group_id, owner_id) references members (group_id, id)
);
create index requests_open on requests (group_id, urgency desc, asked_at, id) where state <> 'closed';
create index requests_by_state on requests (group_id, state, asked_at, id);
create index requests_by_person on requests (group_id, person_id);
create index requests_by_owner on requests (group_id, owner_id) where state <> 'closed';
alter table requests add primary key (group_id, id),
  add foreign key (group_id, merged_into_id) references requests (group_id, id);
create table must_know_facts (
  group_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  question text not null,
  answer text not null check (answer in ('known', 'none', 'unknown', 'not-asked')),
  asked_at timestamptz not null default now(),
  primary key (group_id, id),
  unique (group_id, request_id, question),
  foreign key (group_id, request_id) references requests (group_id, id) on delete cascade
);
create table needs (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  request_id uuid,
  occurrence_id uuid,
  drive_id uuid,
  kind_id uuid not null,
  team_id uuid,
  audience text not null default 'coordinators' check (audience in ('public', 'members', 'team', 'coordinators')),
  link_code text not null,
  quantity bigint not null check (quantity > 0),
  cap bigint check (cap >= 0),
  minimum bigint not null default 1 check (minimum >= 0),
  split_minimum bigint not null default 1 check (split_minimum > 0),
  entered_amount text not null,
  entered_unit text not null,
  people_minimum integer not null default 1 check (people_minimum between 1 and 20),
  lease jsonb not null,
  acceptance text not null default 'at-once' check (acceptance in ('at-once', 'by-coordinator')),
  cell text,
  window_from timestamptz,
  window_to timestamptz,
  state text not null default 'open' check (state in ('open', 'closed')),
  halted_at timestamptz,
  halted_by_id uuid,
  halt_reason text,
  decision_no integer not null default 0,
  live_quantity bigint not null default 0 check (live_quantity >= 0),
  done_quantity bigint not null default 0 check (done_quantity >= 0),
  last_confirmed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (group_id, link_code),
  check ((window_from is null) = (window_to is null)),
  check ((halted_at is null) = (halt_reason is null)),
  foreign key (group_id, request_id) references requests (group_id, id) on delete cascade,
  foreign key (group_id, kind_id) references kinds (group_id, id),
  foreign key (group_id, team_id) references teams (group_id, id),
  foreign key (group_id, halted_by_id) references members (group_id, id)
);
-- The kernel decides; this is the wall behind it: what is promised and done never grows past the limit.
-- Lowering the limit below what is already promised is allowed, so a check constraint would be too strict.
create function needs_never_over_committed() returns trigger language plpgsql as $$
begin
  if new.live_quantity + new.done_quantity > old.live_quantity + old.done_quantity
    and new.live_quantity + new.done_quantity > least(new.quantity, coalesce(new.cap, new.quantity)) then
    raise exception 'need % would be over-committed', new.id using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger needs_never_over_committed before update on needs
  for each row execute function needs_never_over_committed();
create index needs_by_request on needs (group_id, request_id);
create index needs_open on needs (group_id, kind_id, created_at, id) where state = 'open';
alter table needs add primary key (group_id, id);
create table offers (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  code text not null,
  link_hash bytea,
  provider_kind text not null check (provider_kind in ('neighbor', 'member', 'partner', 'remote-group')),
  person_id uuid,
  member_id uuid,
  partner_id uuid,
  kind_id uuid not null,
  standing boolean not null default true,
  quantity bigint check (quantity > 0),
  entered_amount text,
  entered_unit text,
  hours jsonb not null default '[]',
  window_from timestamptz,
  window_to timestamptz,
  reach_meters integer check (reach_meters between 0 and 1000000),
  asks_per_week_max integer check (asks_per_week_max > 0),
  ask_by text not null default 'call' check (ask_by in ('text', 'call', 'mail', 'messenger', 'page')),
  paused_until timestamptz,
  cell text,
  state text not null default 'active' check (state in ('active', 'withdrawn')),
  taken_in_at timestamptz,
  source text not null default 'web',
  source_key text,
  last_confirmed_at timestamptz not null default now(),
  created_at timestamptz not null default now(),
  version integer not null default 1,
  unique (group_id, code),
  unique (group_id, link_hash),
  unique (group_id, source, source_key),
  foreign key (group_id, person_id) references persons (group_id, id),
  foreign key (group_id, member_id) references members (group_id, id),
  foreign key (group_id, partner_id) references partners (group_id, id),
  foreign key (group_id, kind_id) references kinds (group_id, id)
);
create index offers_open on offers (group_id, kind_id, created_at, id) where state = 'active';
create index offers_by_person on offers (group_id, person_id);
alter table offers add primary key (group_id, id);
create table asks (
  group_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  offer_id uuid,
  to_kind text not null check (to_kind in ('member', 'neighbor')),
  member_id uuid,
  person_id uuid,
  way text not null,
  quantity bigint not null check (quantity > 0),
  decision_no integer not null,
  link_hash bytea,
  state text not null check (state in ('sent', 'yes', 'no', 'no-answer', 'called-off')),
  asked_by_id uuid,
  asked_at timestamptz not null,
  answer_until timestamptz not null,
  answered_at timestamptz,
  version integer not null default 1,
  primary key (group_id, id),
  unique (group_id, link_hash),
  check (case to_kind when 'member' then member_id is not null else person_id is not null end),
  foreign key (group_id, need_id) references needs (group_id, id) on delete cascade,
  foreign key (group_id, member_id) references members (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id),
  foreign key (group_id, offer_id) references offers (group_id, id)
);
create index asks_by_need on asks (group_id, need_id);
create index asks_by_member on asks (group_id, member_id, state);
create table contact_attempts (
  group_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  person_id uuid,
  commitment_id uuid,
  member_id uuid,
  way text not null check (way in ('call', 'text', 'whatsapp', 'mail', 'visit', 'other')),
  outcome text not null check (outcome in ('reached', 'left-message', 'no-answer', 'busy', 'wrong-number', 'not-there', 'opened', 'sent', 'not-sent')),
  tried_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, request_id) references requests (group_id, id) on delete cascade,
  foreign key (group_id, person_id) references persons (group_id, id),
  foreign key (group_id, member_id) references members (group_id, id)
);
create index contact_attempts_by_request on contact_attempts (group_id, request_id, tried_at);
create table notes (
  group_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  member_id uuid,
  written_at timestamptz not null default now(),
  primary key (group_id, id),
  foreign key (group_id, request_id) references requests (group_id, id) on delete cascade,
  foreign key (group_id, member_id) references members (group_id, id)
);
create index notes_by_request on notes (group_id, request_id, written_at);
create table referrals (
  group_id uuid not null,
  id uuid not null,
  request_id uuid not null,
  partner_id uuid not null,
  answer text not null default 'waiting' check (answer in ('waiting', 'yes', 'no')),
  referred_by_id uuid,
  referred_at timestamptz not null default now(),
  answered_at timestamptz,
  primary key (group_id, id),
  foreign key (group_id, request_id) references requests (group_id, id) on delete cascade,
  foreign key (group_id, partner_id) references partners (group_id, id),
  foreign key (group_id, referred_by_id) references members (group_id, id)
);
create index referrals_by_request on referrals (group_id, request_id);
`;

const commitments = `
create table commitments (
  group_id uuid not null,
  id uuid not null,
  need_id uuid not null,
  provider_kind text not null check (provider_kind in ('member', 'neighbor', 'partner', 'remote-group')),
  member_id uuid,
  person_id uuid,
  partner_id uuid,
  remote_group_id uuid,
  link_hash bytea,
  quantity bigint not null check (quantity > 0),
  least bigint check (least > 0),
  people integer not null default 1 check (people between 1 and 20),
  state text not null check (state in ('offered', 'accepted', 'started', 'done', 'declined', 'withdrawn', 'lapsed', 'failed')),
  reason text,
  decision_no integer not null,
  offered_at timestamptz not null,
  accepted_at timestamptz,
  lease_until timestamptz,
  extensions integer not null default 0,
  started_at timestamptz,
  due_back_at timestamptz,
  ended_at timestamptz,
  done_quantity bigint check (done_quantity >= 0),
  effort_minutes integer check (effort_minutes >= 0),
  corrected_by_commitment_id uuid,
  made_by text not null default 'self' check (made_by in ('self', 'coordinator', 'link', 'ask')),
  version integer not null default 1,
  unique (group_id, link_hash),
  check ((state = 'done') = (done_quantity is not null)),
  check (case provider_kind when 'member' then member_id is not null when 'neighbor' then person_id is not null
    when 'partner' then partner_id is not null else remote_group_id is not null end),
  foreign key (group_id, need_id) references needs (group_id, id) on delete cascade,
  foreign key (group_id, member_id) references members (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id),
  foreign key (group_id, partner_id) references partners (group_id, id)
);
create index commitments_by_need on commitments (group_id, need_id);
create index commitments_by_member on commitments (group_id, member_id, state);
create index commitments_by_person on commitments (group_id, person_id);
create index commitments_lapsing on commitments (group_id, lease_until) where state = 'accepted';
alter table commitments add primary key (group_id, id),
  add foreign key (group_id, corrected_by_commitment_id) references commitments (group_id, id);
create table visits (
  group_id uuid not null,
  id uuid not null,
  commitment_id uuid not null,
  people integer not null check (people between 1 and 20),
  entered_at timestamptz not null,
  due_back_at timestamptz not null,
  alarm_to_id uuid not null,
  alarmed_at timestamptz,
  left_at timestamptz,
  primary key (group_id, id),
  foreign key (group_id, commitment_id) references commitments (group_id, id) on delete cascade,
  foreign key (group_id, alarm_to_id) references members (group_id, id)
);
create index visits_by_commitment on visits (group_id, commitment_id);
create index visits_out on visits (group_id, due_back_at) where left_at is null;
`;

const ledger = `
create table ledger_accounts (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  -- The kernel's LedgerParty as text: its kind, and its id where it has one, as in 'member:0192...'.
  owner text not null,
  holder text not null,
  kind_id uuid not null,
  lot_id uuid,
  balance bigint not null default 0,
  created_at timestamptz not null default now(),
  unique nulls not distinct (group_id, owner, holder, kind_id, lot_id),
  constraint ledger_accounts_not_below_zero check (balance >= 0 or holder in ('world', 'adjustment', 'labor')),
  foreign key (group_id, kind_id) references kinds (group_id, id)
);
alter table ledger_accounts add primary key (group_id, id);
create table events (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  verb text not null check (verb in ('received', 'bought', 'handed-out', 'moved', 'worked', 'paid', 'lent', 'returned', 'counted', 'spoiled', 'corrected')),
  kind_id uuid not null,
  quantity bigint not null check (quantity > 0),
  effort_minutes integer check (effort_minutes between 0 and 40320),
  from_account_id uuid not null,
  to_account_id uuid not null,
  commitment_id uuid,
  corrects_id uuid,
  recorded_by_id uuid,
  happened_at timestamptz not null,
  recorded_at timestamptz not null,
  unique (group_id, corrects_id),
  check (from_account_id <> to_account_id),
  check (happened_at <= recorded_at),
  foreign key (group_id, kind_id) references kinds (group_id, id),
  foreign key (group_id, from_account_id) references ledger_accounts (group_id, id),
  foreign key (group_id, to_account_id) references ledger_accounts (group_id, id)
);
create index events_unsealed on events (group_id, xid, id);
create index events_by_time on events (group_id, happened_at);
create index events_by_commitment on events (group_id, commitment_id);
alter table events add primary key (group_id, id),
  add foreign key (group_id, corrects_id) references events (group_id, id);
`;

const record = `
create table audit_entries (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  xid xid8 not null default pg_current_xact_id(),
  actor_kind text not null,
  actor_id uuid,
  verb text not null,
  subject_table text not null,
  subject_id uuid,
  data jsonb not null default '{}',
  happened_at timestamptz not null default now(),
  primary key (group_id, id)
);
create index audit_entries_unsealed on audit_entries (group_id, xid, id);
create index audit_entries_by_subject on audit_entries (group_id, subject_id, happened_at);
create table chain_links (
  group_id uuid not null references groups on delete cascade,
  no bigint not null,
  entry_table text not null check (entry_table in ('events', 'audit_entries')),
  entry_id uuid not null,
  hash bytea not null,
  sealed_at timestamptz not null default now(),
  primary key (group_id, no),
  unique (group_id, entry_table, entry_id)
);
create table acts (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  actor_kind text not null,
  actor_id uuid,
  verb text not null,
  subject_id uuid not null,
  request_id uuid,
  before jsonb not null default '{}',
  acted_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (group_id, id)
);
create index acts_by_actor on acts (group_id, actor_id, acted_at desc);
create index acts_by_subject on acts (group_id, subject_id, acted_at desc);
create index acts_by_request on acts (group_id, request_id, acted_at desc);
create table changes (
  group_id uuid not null references groups on delete cascade,
  xid xid8 not null default pg_current_xact_id(),
  table_name text not null,
  row_id uuid not null,
  primary key (group_id, xid, table_name, row_id)
);
create table idempotency_keys (
  group_id uuid not null references groups on delete cascade,
  scope text not null,
  key text not null,
  result jsonb not null,
  created_at timestamptz not null default now(),
  primary key (group_id, scope, key)
);
create table imports (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  source text not null,
  rows_in integer not null default 0,
  rows_made integer not null default 0,
  rows_refused integer not null default 0,
  made_by_id uuid,
  created_at timestamptz not null default now(),
  undone_at timestamptz,
  primary key (group_id, id)
);
`;

const messaging = `
create table message_batches (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  made_by_id uuid,
  recipients integer not null,
  send_at timestamptz not null,
  canceled_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (group_id, id)
);
create table messages (
  group_id uuid not null references groups on delete cascade,
  id uuid not null,
  batch_id uuid,
  channel text not null,
  person_id uuid not null,
  template text not null,
  params jsonb not null default '{}',
  cause_table text not null,
  cause_id uuid not null,
  state text not null check (state in ('waiting', 'sending', 'sent', 'failed', 'bounced', 'canceled', 'shown')),
  attempts integer not null default 0,
  last_error text,
  send_at timestamptz not null default now(),
  sent_at timestamptz,
  created_at timestamptz not null default now(),
  version integer not null default 1,
  primary key (group_id, id),
  foreign key (group_id, batch_id) references message_batches (group_id, id),
  foreign key (group_id, person_id) references persons (group_id, id) on delete cascade
);
create index messages_waiting on messages (group_id, send_at) where state = 'waiting';
create index messages_by_cause on messages (group_id, cause_id);
create index messages_by_person on messages (group_id, person_id);
`;

/** What the app role may do with each group table: r(ead), i(nsert), u(pdate), d(elete). */
const tenantTables: readonly (readonly [string, string])[] = [
  ['group_keys', 'riu'],
  ['persons', 'riud'],
  ['person_keys', 'riud'],
  ['vault_entries', 'riud'],
  ['vault_hashes', 'riud'],
  ['vault_readings', 'ri'],
  ['consents', 'riu'],
  ['group_settings', 'riu'],
  ['teams', 'riud'],
  ['members', 'riud'],
  ['member_teams', 'riud'],
  ['invitations', 'riud'],
  ['households', 'riud'],
  ['household_persons', 'riud'],
  ['places', 'riud'],
  ['partners', 'riud'],
  ['merges', 'riu'],
  ['kinds', 'riud'],
  ['requests', 'riud'],
  ['must_know_facts', 'riud'],
  ['needs', 'riud'],
  ['offers', 'riud'],
  ['asks', 'riud'],
  ['contact_attempts', 'riud'],
  ['notes', 'riud'],
  ['referrals', 'riud'],
  ['commitments', 'riud'],
  ['visits', 'riud'],
  ['ledger_accounts', 'riu'],
  ['events', 'ri'],
  ['audit_entries', 'ri'],
  ['chain_links', 'ri'],
  ['acts', 'riu'],
  ['changes', 'rid'],
  ['idempotency_keys', 'rid'],
  ['imports', 'riu'],
  ['message_batches', 'riu'],
  ['messages', 'riud'],
];

/** A whole group can then go in one statement, whichever of its tables goes first. */
const deferrableKeys = `
do $$
declare
  key record;
begin
  for key in select conrelid::regclass as of, conname from pg_constraint
    where contype = 'f' and connamespace = 'public'::regnamespace loop
    execute format('alter table %s alter constraint %I deferrable', key.of, key.conname);
  end loop;
end $$;
`;

const appGrants = `
grant usage on schema public to barnraise_app;
grant select, insert, update, delete on groups, logins, login_members, sessions, sign_in_links, rate_limits to barnraise_app;
grant select on server_values to barnraise_app;
`;
