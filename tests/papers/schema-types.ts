// Writes server/src/database/schema.ts from a migrated database, so the types are what the database really has.
// A test says when the file is out of date, and writes it anew:
//   REGEN=1 npm test -- --project store tests/store/schema-types
import pg from 'pg';

import { tables, type TableName } from '../../server/src/database/tables.ts';

interface Column {
  readonly table_name: string;
  readonly column_name: string;
  readonly udt_name: string;
  readonly is_nullable: 'YES' | 'NO';
  readonly column_default: string | null;
}

const idOfTable: Readonly<Record<string, string>> = {
  groups: 'GroupId',
  logins: 'LoginId',
  persons: 'PersonId',
  teams: 'TeamId',
  members: 'MemberId',
  households: 'HouseholdId',
  places: 'PlaceId',
  partners: 'PartnerId',
  kinds: 'KindId',
  requests: 'RequestId',
  needs: 'NeedId',
  offers: 'OfferId',
  asks: 'AskId',
  commitments: 'CommitmentId',
  visits: 'VisitId',
  ledger_accounts: 'AccountId',
  events: 'EventId',
  acts: 'ActId',
  api_tokens: 'TokenId',
  webhooks: 'WebhookId',
  webhook_deliveries: 'DeliveryId',
  messages: 'MessageId',
  contact_attempts: 'ContactAttemptId',
  forms: 'FormId',
  form_answers: 'FormAnswerId',
  attachments: 'AttachmentId',
};

const idOfColumn: readonly (readonly [RegExp, string])[] = [
  [/^(remote_)?group_id$/, 'GroupId'],
  [/^token_id$/, 'TokenId'],
  [/^webhook_id$/, 'WebhookId'],
  [/^login_id$/, 'LoginId'],
  [/^person_id$/, 'PersonId'],
  [/^(member_id|owner_id|alarm_to_id|phone_holder_id|duty_member_id|.*_by_id)$/, 'MemberId'],
  [/^team_id$/, 'TeamId'],
  [/^household_id$/, 'HouseholdId'],
  [/^(to_)?place_id$/, 'PlaceId'],
  [/^partner_id$/, 'PartnerId'],
  [/^kind_id$/, 'KindId'],
  [/^request_id$/, 'RequestId'],
  [/^need_id$/, 'NeedId'],
  [/^offer_id$/, 'OfferId'],
  [/^form_id$/, 'FormId'],
  [/^answer_id$/, 'FormAnswerId'],
  [/^(corrected_by_)?commitment_id$/, 'CommitmentId'],
  [/_account_id$/, 'AccountId'],
  [/^corrects_id$/, 'EventId'],
];

/** The text of schema.ts for the database behind `client`, which must be migrated and readable by the client. */
export async function schemaTypes(client: pg.Client | pg.Pool): Promise<string> {
  const { rows: columns } = await client.query<Column>(
    `select table_name, column_name, udt_name, is_nullable, column_default from information_schema.columns
     where table_schema = 'public' order by table_name, ordinal_position`,
  );
  const { rows: checks } = await client.query<{ table_name: string; column_name: string; definition: string }>(
    `select c.conrelid::regclass::text as table_name, a.attname as column_name, pg_get_constraintdef(c.oid) as definition
     from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
     where c.contype = 'c' and array_length(c.conkey, 1) = 1`,
  );
  const unions = new Map(
    checks
      .filter((c) => /= ANY/.test(c.definition))
      .map((c) => [`${c.table_name}.${c.column_name}`, literals(c.definition)]),
  );
  const names = Object.keys(tables) as TableName[];
  const ids = new Set<string>();
  const interfaces = names.map((table) => {
    const own = columns.filter((column) => column.table_name === table);
    const lines = own.map((column) => `  ${column.column_name}: ${typeOf(column, unions, ids)};`);
    return `export interface ${pascal(table)}Table {\n${lines.join('\n')}\n}`;
  });
  const group = names.filter((name) => tables[name] !== 'serverWide');
  const server = names.filter((name) => tables[name] === 'serverWide');
  return [
    '// Made by tests/papers/schema-types.ts from the migrated database. Do not edit.',
    `import type { ${[...ids].sort().join(', ')} } from '@barnraise/kernel/ids.ts';`,
    `import type { Instant } from '@barnraise/kernel/instant.ts';`,
    `import type { ColumnType } from 'kysely';`,
    '',
    '/** Read as milliseconds since the epoch; written as a Date (see `at`). */',
    'export type InstantColumn = ColumnType<Instant, Date, Date>;',
    'export type DefaultedInstantColumn = ColumnType<Instant, Date | undefined, Date>;',
    'export type NullableInstantColumn = ColumnType<Instant | null, Date | null | undefined, Date | null>;',
    '/** Read as a value, written as text by JSON.stringify. */',
    'export type JsonColumn = ColumnType<unknown, string, string>;',
    'export type DefaultedJsonColumn = ColumnType<unknown, string | undefined, string>;',
    'export type NullableJsonColumn = ColumnType<unknown, string | null | undefined, string | null>;',
    'export type Defaulted<T> = ColumnType<T, T | undefined, T>;',
    'export type Nullable<T> = ColumnType<T | null, T | null | undefined, T | null>;',
    '',
    interfaces.join('\n\n'),
    '',
    `export interface GroupTables {\n${group.map((t) => `  ${t}: ${pascal(t)}Table;`).join('\n')}\n}`,
    '',
    `export interface ServerTables {\n${server.map((t) => `  ${t}: ${pascal(t)}Table;`).join('\n')}\n}`,
    '',
  ].join('\n');
}

function typeOf(column: Column, unions: ReadonlyMap<string, string>, ids: Set<string>): string {
  const nullable = column.is_nullable === 'YES';
  const defaulted = column.column_default !== null;
  const wrap = (special: string) => `${nullable ? 'Nullable' : defaulted ? 'Defaulted' : ''}${special}`;
  if (column.udt_name === 'timestamptz') return wrap('InstantColumn');
  if (column.udt_name === 'jsonb') return wrap('JsonColumn');
  const plain = plainType(column, unions, ids);
  if (nullable) return `Nullable<${plain}>`;
  return defaulted ? `Defaulted<${plain}>` : plain;
}

function plainType(column: Column, unions: ReadonlyMap<string, string>, ids: Set<string>): string {
  if (column.udt_name === 'uuid') {
    const id =
      column.column_name === 'id'
        ? idOfTable[column.table_name]
        : idOfColumn.find(([pattern]) => pattern.test(column.column_name))?.[1];
    if (id) ids.add(id);
    return id ?? 'string';
  }
  const byName: Readonly<Record<string, string>> = {
    text: unions.get(`${column.table_name}.${column.column_name}`) ?? 'string',
    _text: 'string[]',
    bool: 'boolean',
    bytea: 'Buffer',
    int4: 'number',
    int8: 'number',
    float8: 'number',
    xid8: 'string',
  };
  const type = byName[column.udt_name];
  if (!type) throw new Error(`No type for ${column.table_name}.${column.column_name}: ${column.udt_name}`);
  return type;
}

const literals = (definition: string): string =>
  [...definition.matchAll(/'([^']+)'::text/g)].map((match) => `'${match[1]}'`).join(' | ');

const pascal = (name: string): string =>
  name
    .split('_')
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
