/**
 * The register of every table: a new one must be put here, or a test fails.
 * - `exported`: the group's own data, leaves with the group.
 * - `vault`: private details and their keys; exported only sealed, or not at all (`person_keys`).
 * - `serverWide`: belongs to no group; a closed list behind `onServer`.
 * Ordered so that a table stands behind the tables it points to.
 */
export const tables = {
  groups: 'serverWide',
  logins: 'serverWide',
  login_members: 'serverWide',
  sessions: 'serverWide',
  sign_in_links: 'serverWide',
  rate_limits: 'serverWide',
  server_values: 'serverWide',
  group_keys: 'vault',
  persons: 'exported',
  person_keys: 'vault',
  vault_entries: 'vault',
  vault_hashes: 'vault',
  vault_readings: 'exported',
  consents: 'exported',
  group_settings: 'exported',
  teams: 'exported',
  members: 'exported',
  member_teams: 'exported',
  invitations: 'exported',
  households: 'exported',
  household_persons: 'exported',
  places: 'exported',
  partners: 'exported',
  merges: 'exported',
  kinds: 'exported',
  requests: 'exported',
  must_know_facts: 'exported',
  needs: 'exported',
  offers: 'exported',
  asks: 'exported',
  contact_attempts: 'exported',
  notes: 'exported',
  referrals: 'exported',
  commitments: 'exported',
  visits: 'exported',
  ledger_accounts: 'exported',
  events: 'exported',
  audit_entries: 'exported',
  chain_links: 'exported',
  acts: 'exported',
  changes: 'exported',
  idempotency_keys: 'exported',
  imports: 'exported',
  import_mappings: 'exported',
  import_pieces: 'exported',
  import_rows: 'exported',
  import_refusals: 'exported',
  api_tokens: 'exported',
  webhooks: 'exported',
  webhook_deliveries: 'exported',
  message_batches: 'exported',
  messages: 'exported',
} as const satisfies Record<string, TableSort>;

export type TableSort = 'exported' | 'vault' | 'serverWide';
export type TableName = keyof typeof tables;
