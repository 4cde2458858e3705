// Made by tests/papers/schema-types.ts from the migrated database. Do not edit.
import type {
  AccountId,
  ActId,
  AskId,
  AttachmentId,
  CommitmentId,
  ContactAttemptId,
  DeliveryId,
  EventId,
  FormAnswerId,
  FormId,
  GroupId,
  HouseholdId,
  KindId,
  LoginId,
  MemberId,
  MessageId,
  NeedId,
  OfferId,
  PartnerId,
  PersonId,
  PlaceId,
  RequestId,
  TeamId,
  TokenId,
  VisitId,
  WebhookId,
} from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { ColumnType } from 'kysely';

/** Read as milliseconds since the epoch; written as a Date (see `at`). */
export type InstantColumn = ColumnType<Instant, Date, Date>;
export type DefaultedInstantColumn = ColumnType<Instant, Date | undefined, Date>;
export type NullableInstantColumn = ColumnType<Instant | null, Date | null | undefined, Date | null>;
/** Read as a value, written as text by JSON.stringify. */
export type JsonColumn = ColumnType<unknown, string, string>;
export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>;
export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>;
export type Defaulted<T> = ColumnType<T, T | undefined, T>;
export type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;

export interface GroupsTable {
  id: GroupId;
  slug: string;
  name: string;
  state: 'active' | 'frozen' | 'demo';
  public_key: Nullable<Buffer>;
  created_at: DefaultedInstantColumn;
  has_webhooks: Defaulted<boolean>;
}

export interface LoginsTable {
  id: LoginId;
  mail_hash: Nullable<Buffer>;
  mail_sealed: Nullable<Buffer>;
  created_at: DefaultedInstantColumn;
  ended_at: NullableInstantColumn;
}

export interface LoginMembersTable {
  login_id: LoginId;
  group_id: GroupId;
  member_id: MemberId;
}

export interface SessionsTable {
  token_hash: Buffer;
  login_id: LoginId;
  device: Defaulted<string>;
  created_at: DefaultedInstantColumn;
  last_seen_at: DefaultedInstantColumn;
  expires_at: InstantColumn;
}

export interface SignInLinksTable {
  token_hash: Buffer;
  login_id: LoginId;
  purpose: 'sign-in' | 'recover';
  expires_at: InstantColumn;
  created_at: DefaultedInstantColumn;
  mail_hash: Nullable<Buffer>;
}

export interface RateLimitsTable {
  bucket: string;
  tickets: number;
  refilled_at: InstantColumn;
}

export interface ServerValuesTable {
  name: string;
  value: string;
}

export interface GroupKeysTable {
  group_id: GroupId;
  wrapped: Buffer;
  wrapped_private_key: Nullable<Buffer>;
}

export interface PersonsTable {
  group_id: GroupId;
  id: PersonId;
  sort: 'neighbor' | 'member' | 'helper' | 'partner-contact';
  language: Defaulted<string>;
  safe_to_text: Defaulted<'yes' | 'no' | 'not-asked'>;
  safe_to_leave_message: Defaulted<'yes' | 'no' | 'not-asked'>;
  last_visit_at: DefaultedInstantColumn;
  keep_until: NullableInstantColumn;
  held_until: NullableInstantColumn;
  hold_reason: Nullable<string>;
  erased_at: NullableInstantColumn;
  merged_into_id: Nullable<string>;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface PersonKeysTable {
  group_id: GroupId;
  person_id: PersonId;
  wrapped: Buffer;
}

export interface VaultEntriesTable {
  group_id: GroupId;
  id: string;
  person_id: PersonId;
  field: string;
  subject_id: Nullable<string>;
  sealed: Buffer;
  audience: Defaulted<string>;
  purpose: Defaulted<string>;
  expires_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
}

export interface VaultHashesTable {
  group_id: GroupId;
  field: string;
  hash: Buffer;
  person_id: PersonId;
}

export interface VaultReadingsTable {
  group_id: GroupId;
  id: string;
  person_id: PersonId;
  request_id: Nullable<RequestId>;
  reader_kind: string;
  reader_id: Nullable<string>;
  fields: string[];
  purpose: string;
  read_at: DefaultedInstantColumn;
  token_id: Nullable<TokenId>;
}

export interface ConsentsTable {
  group_id: GroupId;
  id: string;
  person_id: PersonId;
  purpose: string;
  given_by: 'self' | 'proxy' | 'voice';
  recorded_by_id: Nullable<MemberId>;
  given_at: DefaultedInstantColumn;
  withdrawn_at: NullableInstantColumn;
}

export interface GroupSettingsTable {
  group_id: GroupId;
  about: Defaulted<string>;
  languages: Defaulted<string[]>;
  zone: Defaulted<string>;
  country: Defaulted<string>;
  emergency_number: Defaulted<string>;
  area_label: Defaulted<string>;
  area_cells: Defaulted<string[]>;
  public_phone: Defaulted<string>;
  ticks: Defaulted<string[]>;
  looks_at: Defaulted<string[]>;
  phone_holder_id: Nullable<MemberId>;
  duty_member_id: Nullable<MemberId>;
  asks_open: Defaulted<boolean>;
  retention: DefaultedJsonColumn;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface TeamsTable {
  group_id: GroupId;
  id: TeamId;
  name: string;
  created_at: DefaultedInstantColumn;
}

export interface MembersTable {
  group_id: GroupId;
  id: MemberId;
  person_id: PersonId;
  login_id: Nullable<LoginId>;
  role: 'steward' | 'coordinator' | 'quartermaster' | 'treasurer' | 'member';
  state: 'invited' | 'active' | 'ended';
  cell: Nullable<string>;
  may_visit: Defaulted<boolean>;
  last_asked_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
  ended_at: NullableInstantColumn;
  version: Defaulted<number>;
}

export interface MemberTeamsTable {
  group_id: GroupId;
  member_id: MemberId;
  team_id: TeamId;
}

export interface InvitationsTable {
  group_id: GroupId;
  id: string;
  token_hash: Buffer;
  pin_hash: Buffer;
  role: string;
  member_id: Nullable<MemberId>;
  made_by_id: Nullable<MemberId>;
  wrong_pins: Defaulted<number>;
  uses_left: Defaulted<number>;
  expires_at: InstantColumn;
  used_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
}

export interface HouseholdsTable {
  group_id: GroupId;
  id: HouseholdId;
  language: Defaulted<string>;
  bands: DefaultedJsonColumn;
  last_visit_at: DefaultedInstantColumn;
  merged_into_id: Nullable<string>;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface HouseholdPersonsTable {
  group_id: GroupId;
  household_id: HouseholdId;
  person_id: PersonId;
  part: 'head' | 'member' | 'proxy';
}

export interface PlacesTable {
  group_id: GroupId;
  id: PlaceId;
  person_id: Nullable<PersonId>;
  cell: Nullable<string>;
  label: Defaulted<string>;
  created_at: DefaultedInstantColumn;
}

export interface PartnersTable {
  group_id: GroupId;
  id: PartnerId;
  name: string;
  stage: Defaulted<'known' | 'met' | 'working' | 'paused' | 'ended'>;
  last_contact_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface MergesTable {
  group_id: GroupId;
  id: string;
  subject: 'request' | 'household' | 'person';
  kept_id: string;
  other_id: string;
  verdict: 'same' | 'different';
  decided_by_id: Nullable<MemberId>;
  decided_at: DefaultedInstantColumn;
  undone_at: NullableInstantColumn;
}

export interface KindsTable {
  group_id: GroupId;
  id: KindId;
  code: string;
  definition: JsonColumn;
  nature: 'goods' | 'service' | 'work' | 'money' | 'space';
  base_unit: 'each' | 'gram' | 'ml' | 'minute' | 'cent';
  active: Defaulted<boolean>;
  on_ask_form: Defaulted<boolean>;
  position: Defaulted<number>;
  version: Defaulted<number>;
}

export interface RequestsTable {
  group_id: GroupId;
  id: RequestId;
  code: string;
  link_hash: Nullable<Buffer>;
  requester_kind: 'neighbor' | 'member' | 'partner' | 'remote-group';
  person_id: Nullable<PersonId>;
  member_id: Nullable<MemberId>;
  partner_id: Nullable<PartnerId>;
  remote_group_id: Nullable<GroupId>;
  household_id: Nullable<HouseholdId>;
  asked_for: Defaulted<'self' | 'somebody' | 'household'>;
  consent_at: NullableInstantColumn;
  place_id: Nullable<PlaceId>;
  cell: Nullable<string>;
  to_place_id: Nullable<PlaceId>;
  be_there_by: NullableInstantColumn;
  way_home: Defaulted<'none' | 'wait' | 'at' | 'when-called'>;
  way_home_at: NullableInstantColumn;
  passengers: Nullable<number>;
  recurrence: NullableJsonColumn;
  window_from: NullableInstantColumn;
  window_to: NullableInstantColumn;
  state: 'new' | 'taken-in' | 'open' | 'covered' | 'closed';
  ending: Nullable<'solved' | 'partly' | 'withdrawn' | 'cannot' | 'passed-on' | 'mistake'>;
  urgency: Defaulted<number>;
  urgency_reasons: Defaulted<string[]>;
  danger: Defaulted<string[]>;
  owner_id: Nullable<MemberId>;
  channel: 'web' | 'phone' | 'in-person' | 'message' | 'mail' | 'import' | 'remote-group' | 'api';
  source: Nullable<string>;
  source_key: Nullable<string>;
  language: Defaulted<string>;
  sharing: JsonColumn;
  last_confirmed_at: NullableInstantColumn;
  last_confirmed_by: Nullable<string>;
  asked_at: DefaultedInstantColumn;
  taken_in_at: NullableInstantColumn;
  held_at: NullableInstantColumn;
  closed_at: NullableInstantColumn;
  merged_into_id: Nullable<string>;
  version: Defaulted<number>;
}

export interface MustKnowFactsTable {
  group_id: GroupId;
  id: string;
  request_id: RequestId;
  question: string;
  answer: 'known' | 'none' | 'unknown' | 'not-asked';
  asked_at: DefaultedInstantColumn;
}

export interface NeedsTable {
  group_id: GroupId;
  id: NeedId;
  request_id: Nullable<RequestId>;
  occurrence_id: Nullable<string>;
  drive_id: Nullable<string>;
  kind_id: KindId;
  team_id: Nullable<TeamId>;
  audience: Defaulted<'public' | 'members' | 'team' | 'coordinators'>;
  link_code: string;
  quantity: number;
  cap: Nullable<number>;
  minimum: Defaulted<number>;
  split_minimum: Defaulted<number>;
  entered_amount: string;
  entered_unit: string;
  people_minimum: Defaulted<number>;
  lease: JsonColumn;
  acceptance: Defaulted<'at-once' | 'by-coordinator'>;
  cell: Nullable<string>;
  window_from: NullableInstantColumn;
  window_to: NullableInstantColumn;
  state: Defaulted<'open' | 'closed'>;
  halted_at: NullableInstantColumn;
  halted_by_id: Nullable<MemberId>;
  halt_reason: Nullable<string>;
  decision_no: Defaulted<number>;
  live_quantity: Defaulted<number>;
  done_quantity: Defaulted<number>;
  last_confirmed_at: DefaultedInstantColumn;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface OffersTable {
  group_id: GroupId;
  id: OfferId;
  code: string;
  link_hash: Nullable<Buffer>;
  provider_kind: 'neighbor' | 'member' | 'partner' | 'remote-group';
  person_id: Nullable<PersonId>;
  member_id: Nullable<MemberId>;
  partner_id: Nullable<PartnerId>;
  kind_id: KindId;
  standing: Defaulted<boolean>;
  quantity: Nullable<number>;
  entered_amount: Nullable<string>;
  entered_unit: Nullable<string>;
  hours: DefaultedJsonColumn;
  window_from: NullableInstantColumn;
  window_to: NullableInstantColumn;
  reach_meters: Nullable<number>;
  asks_per_week_max: Nullable<number>;
  ask_by: Defaulted<'text' | 'call' | 'mail' | 'messenger' | 'page'>;
  paused_until: NullableInstantColumn;
  cell: Nullable<string>;
  state: Defaulted<'active' | 'withdrawn'>;
  taken_in_at: NullableInstantColumn;
  source: Defaulted<string>;
  source_key: Nullable<string>;
  last_confirmed_at: DefaultedInstantColumn;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface FormsTable {
  group_id: GroupId;
  id: FormId;
  slug: string;
  purpose: 'ask' | 'offer' | 'other';
  state: 'draft' | 'published' | 'closed';
  draft: JsonColumn;
  current_no: Nullable<number>;
  made_by_id: Nullable<MemberId>;
  created_at: DefaultedInstantColumn;
  changed_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface FormVersionsTable {
  group_id: GroupId;
  form_id: FormId;
  no: number;
  definition: JsonColumn;
  published_by_id: Nullable<MemberId>;
  published_at: DefaultedInstantColumn;
}

export interface FormAnswersTable {
  group_id: GroupId;
  id: FormAnswerId;
  form_id: FormId;
  version_no: number;
  language: string;
  person_id: PersonId;
  request_id: Nullable<RequestId>;
  held_at: NullableInstantColumn;
  sent_at: DefaultedInstantColumn;
}

export interface FormAnswerOffersTable {
  group_id: GroupId;
  answer_id: FormAnswerId;
  offer_id: OfferId;
}

export interface AttachmentsTable {
  group_id: GroupId;
  id: AttachmentId;
  answer_id: Nullable<FormAnswerId>;
  question: Nullable<string>;
  sort: 'photo' | 'voice';
  content_type: string;
  bytes: number;
  sealed: Buffer;
  created_at: DefaultedInstantColumn;
}

export interface AsksTable {
  group_id: GroupId;
  id: AskId;
  need_id: NeedId;
  offer_id: Nullable<OfferId>;
  to_kind: 'member' | 'neighbor';
  member_id: Nullable<MemberId>;
  person_id: Nullable<PersonId>;
  way: string;
  quantity: number;
  decision_no: number;
  link_hash: Nullable<Buffer>;
  state: 'sent' | 'yes' | 'no' | 'no-answer' | 'called-off';
  asked_by_id: Nullable<MemberId>;
  asked_at: InstantColumn;
  answer_until: InstantColumn;
  answered_at: NullableInstantColumn;
  version: Defaulted<number>;
}

export interface ContactAttemptsTable {
  group_id: GroupId;
  id: ContactAttemptId;
  request_id: RequestId;
  person_id: Nullable<PersonId>;
  commitment_id: Nullable<CommitmentId>;
  member_id: Nullable<MemberId>;
  way: 'call' | 'text' | 'whatsapp' | 'mail' | 'visit' | 'other';
  outcome:
    | 'reached'
    | 'left-message'
    | 'no-answer'
    | 'busy'
    | 'wrong-number'
    | 'not-there'
    | 'opened'
    | 'sent'
    | 'not-sent';
  tried_at: DefaultedInstantColumn;
}

export interface NotesTable {
  group_id: GroupId;
  id: string;
  request_id: RequestId;
  member_id: Nullable<MemberId>;
  written_at: DefaultedInstantColumn;
}

export interface ReferralsTable {
  group_id: GroupId;
  id: string;
  request_id: RequestId;
  partner_id: PartnerId;
  answer: Defaulted<'waiting' | 'yes' | 'no'>;
  referred_by_id: Nullable<MemberId>;
  referred_at: DefaultedInstantColumn;
  answered_at: NullableInstantColumn;
}

export interface CommitmentsTable {
  group_id: GroupId;
  id: CommitmentId;
  need_id: NeedId;
  provider_kind: 'member' | 'neighbor' | 'partner' | 'remote-group';
  member_id: Nullable<MemberId>;
  person_id: Nullable<PersonId>;
  partner_id: Nullable<PartnerId>;
  remote_group_id: Nullable<GroupId>;
  link_hash: Nullable<Buffer>;
  quantity: number;
  least: Nullable<number>;
  people: Defaulted<number>;
  state: 'offered' | 'accepted' | 'started' | 'done' | 'declined' | 'withdrawn' | 'lapsed' | 'failed';
  reason: Nullable<string>;
  decision_no: number;
  offered_at: InstantColumn;
  accepted_at: NullableInstantColumn;
  lease_until: NullableInstantColumn;
  extensions: Defaulted<number>;
  started_at: NullableInstantColumn;
  due_back_at: NullableInstantColumn;
  ended_at: NullableInstantColumn;
  done_quantity: Nullable<number>;
  effort_minutes: Nullable<number>;
  corrected_by_commitment_id: Nullable<CommitmentId>;
  made_by: Defaulted<'self' | 'coordinator' | 'link' | 'ask'>;
  version: Defaulted<number>;
}

export interface VisitsTable {
  group_id: GroupId;
  id: VisitId;
  commitment_id: CommitmentId;
  people: number;
  entered_at: InstantColumn;
  due_back_at: InstantColumn;
  alarm_to_id: MemberId;
  alarmed_at: NullableInstantColumn;
  left_at: NullableInstantColumn;
}

export interface WorkOrdersTable {
  group_id: GroupId;
  code: string;
  commitment_id: CommitmentId;
  printed_by_id: Nullable<MemberId>;
  printed_at: InstantColumn;
  expires_at: InstantColumn;
}

export interface LedgerAccountsTable {
  group_id: GroupId;
  id: AccountId;
  owner: string;
  holder: string;
  kind_id: KindId;
  lot_id: Nullable<string>;
  balance: Defaulted<number>;
  created_at: DefaultedInstantColumn;
}

export interface EventsTable {
  group_id: GroupId;
  id: EventId;
  xid: Defaulted<string>;
  verb:
    | 'received'
    | 'bought'
    | 'handed-out'
    | 'moved'
    | 'worked'
    | 'paid'
    | 'lent'
    | 'returned'
    | 'counted'
    | 'spoiled'
    | 'corrected';
  kind_id: KindId;
  quantity: number;
  effort_minutes: Nullable<number>;
  from_account_id: AccountId;
  to_account_id: AccountId;
  commitment_id: Nullable<CommitmentId>;
  corrects_id: Nullable<EventId>;
  recorded_by_id: Nullable<MemberId>;
  happened_at: InstantColumn;
  recorded_at: InstantColumn;
}

export interface AuditEntriesTable {
  group_id: GroupId;
  id: string;
  xid: Defaulted<string>;
  actor_kind: string;
  actor_id: Nullable<string>;
  verb: string;
  subject_table: string;
  subject_id: Nullable<string>;
  data: DefaultedJsonColumn;
  happened_at: DefaultedInstantColumn;
}

export interface ChainLinksTable {
  group_id: GroupId;
  no: number;
  entry_table: 'events' | 'audit_entries';
  entry_id: string;
  hash: Buffer;
  sealed_at: DefaultedInstantColumn;
}

export interface ActsTable {
  group_id: GroupId;
  id: ActId;
  actor_kind: string;
  actor_id: Nullable<string>;
  verb: string;
  subject_id: string;
  request_id: Nullable<RequestId>;
  before: DefaultedJsonColumn;
  acted_at: DefaultedInstantColumn;
  undone_at: NullableInstantColumn;
  token_id: Nullable<TokenId>;
}

export interface ChangesTable {
  group_id: GroupId;
  xid: Defaulted<string>;
  table_name: string;
  row_id: string;
}

export interface IdempotencyKeysTable {
  group_id: GroupId;
  scope: string;
  key: string;
  result: JsonColumn;
  created_at: DefaultedInstantColumn;
}

export interface ImportsTable {
  group_id: GroupId;
  id: string;
  source: string;
  rows_in: Defaulted<number>;
  rows_made: Defaulted<number>;
  rows_refused: Defaulted<number>;
  made_by_id: Nullable<MemberId>;
  created_at: DefaultedInstantColumn;
  undone_at: NullableInstantColumn;
  subject: Defaulted<'requests' | 'offers' | 'households' | 'members' | 'places' | 'messages'>;
  state: Defaulted<'reading' | 'waiting' | 'running' | 'stopped' | 'done' | 'failed' | 'undoing' | 'undone'>;
  format: Defaulted<string>;
  file_name_sealed: Nullable<Buffer>;
  mapping: NullableJsonColumn;
  survey_sealed: Nullable<Buffer>;
  problem: Nullable<string>;
  bytes: Defaulted<number>;
  rows_total: Defaulted<number>;
  rows_done: Defaulted<number>;
  rows_changed: Defaulted<number>;
  rows_same: Defaulted<number>;
  rows_skipped: Defaulted<number>;
  rows_left: Defaulted<number>;
  remarks: DefaultedJsonColumn;
  started_at: NullableInstantColumn;
  ended_at: NullableInstantColumn;
  version: Defaulted<number>;
}

export interface ImportMappingsTable {
  group_id: GroupId;
  source: string;
  subject: string;
  mapping: JsonColumn;
  used_at: DefaultedInstantColumn;
}

export interface ImportPiecesTable {
  group_id: GroupId;
  import_id: string;
  no: number;
  sealed: Buffer;
}

export interface ImportRowsTable {
  group_id: GroupId;
  source: string;
  key: string;
  import_id: string;
  row_no: number;
  fingerprint: Buffer;
  made_table: 'requests' | 'offers' | 'households' | 'members' | 'places';
  made_id: string;
  changed_by_import_id: Nullable<string>;
}

export interface ImportRefusalsTable {
  group_id: GroupId;
  import_id: string;
  row_no: number;
  refusal: JsonColumn;
  sealed: Buffer;
}

export interface ProposalsTable {
  group_id: GroupId;
  id: string;
  import_id: string;
  message_no: number;
  sort: 'ask' | 'offer' | 'neither';
  state: 'waiting' | 'made' | 'left-out';
  danger: Defaulted<boolean>;
  language: string;
  source_key: Buffer;
  sealed: Nullable<Buffer>;
  said_at: NullableInstantColumn;
  made_request_id: Nullable<string>;
  made_offer_id: Nullable<string>;
  decided_by_id: Nullable<MemberId>;
  decided_at: NullableInstantColumn;
  decision_id: Nullable<string>;
  expires_at: InstantColumn;
  version: Defaulted<number>;
}

export interface ApiTokensTable {
  group_id: GroupId;
  id: TokenId;
  token_hash: Buffer;
  name: string;
  scopes: string[];
  made_by_id: MemberId;
  expires_at: NullableInstantColumn;
  revoked_at: NullableInstantColumn;
  last_used_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
}

export interface WebhooksTable {
  group_id: GroupId;
  id: WebhookId;
  address: string;
  secret_sealed: Buffer;
  subjects: string[];
  state: Defaulted<'on' | 'off' | 'removed'>;
  off_reason: Nullable<'by-hand' | 'failures' | 'gone'>;
  off_at: NullableInstantColumn;
  cursor: string;
  failures: Defaulted<number>;
  next_try_at: NullableInstantColumn;
  leased_until: NullableInstantColumn;
  last_success_at: NullableInstantColumn;
  made_by_id: MemberId;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface WebhookDeliveriesTable {
  group_id: GroupId;
  id: DeliveryId;
  webhook_id: WebhookId;
  sort: 'changes' | 'ping' | 'resync';
  events: DefaultedJsonColumn;
  state: Defaulted<'waiting' | 'done' | 'failed'>;
  attempts: Defaulted<number>;
  last_status: Nullable<number>;
  last_problem: Nullable<string>;
  tried_at: NullableInstantColumn;
  done_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
}

export interface MessageBatchesTable {
  group_id: GroupId;
  id: string;
  made_by_id: Nullable<MemberId>;
  recipients: number;
  send_at: InstantColumn;
  canceled_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
}

export interface MessagesTable {
  group_id: GroupId;
  id: MessageId;
  batch_id: Nullable<string>;
  channel: string;
  person_id: PersonId;
  template: string;
  params: DefaultedJsonColumn;
  cause_table: string;
  cause_id: string;
  state: 'waiting' | 'sending' | 'sent' | 'failed' | 'bounced' | 'canceled' | 'shown';
  attempts: Defaulted<number>;
  last_error: Nullable<string>;
  send_at: DefaultedInstantColumn;
  sent_at: NullableInstantColumn;
  created_at: DefaultedInstantColumn;
  version: Defaulted<number>;
}

export interface GroupTables {
  group_keys: GroupKeysTable;
  persons: PersonsTable;
  person_keys: PersonKeysTable;
  vault_entries: VaultEntriesTable;
  vault_hashes: VaultHashesTable;
  vault_readings: VaultReadingsTable;
  consents: ConsentsTable;
  group_settings: GroupSettingsTable;
  teams: TeamsTable;
  members: MembersTable;
  member_teams: MemberTeamsTable;
  invitations: InvitationsTable;
  households: HouseholdsTable;
  household_persons: HouseholdPersonsTable;
  places: PlacesTable;
  partners: PartnersTable;
  merges: MergesTable;
  kinds: KindsTable;
  requests: RequestsTable;
  must_know_facts: MustKnowFactsTable;
  needs: NeedsTable;
  offers: OffersTable;
  forms: FormsTable;
  form_versions: FormVersionsTable;
  form_answers: FormAnswersTable;
  form_answer_offers: FormAnswerOffersTable;
  attachments: AttachmentsTable;
  asks: AsksTable;
  contact_attempts: ContactAttemptsTable;
  notes: NotesTable;
  referrals: ReferralsTable;
  commitments: CommitmentsTable;
  visits: VisitsTable;
  work_orders: WorkOrdersTable;
  ledger_accounts: LedgerAccountsTable;
  events: EventsTable;
  audit_entries: AuditEntriesTable;
  chain_links: ChainLinksTable;
  acts: ActsTable;
  changes: ChangesTable;
  idempotency_keys: IdempotencyKeysTable;
  imports: ImportsTable;
  import_mappings: ImportMappingsTable;
  import_pieces: ImportPiecesTable;
  import_rows: ImportRowsTable;
  import_refusals: ImportRefusalsTable;
  proposals: ProposalsTable;
  api_tokens: ApiTokensTable;
  webhooks: WebhooksTable;
  webhook_deliveries: WebhookDeliveriesTable;
  message_batches: MessageBatchesTable;
  messages: MessagesTable;
}

export interface ServerTables {
  groups: GroupsTable;
  logins: LoginsTable;
  login_members: LoginMembersTable;
  sessions: SessionsTable;
  sign_in_links: SignInLinksTable;
  rate_limits: RateLimitsTable;
  server_values: ServerValuesTable;
}
