import type { Instant } from '@barnraise/kernel/instant.ts';
import { type RawBuilder, sql } from 'kysely';
import { type CustomTypesConfig, types } from 'pg';

const { builtins } = types;

/**
 * How values come back from the database: int8 and numeric (counts and sums of quantities among them) as numbers,
 * timestamptz as an {@link Instant}. A number that a double cannot hold exactly throws: a balance that is wrong in its
 * last digit must not be shown.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((...[oid, format]: Parameters<typeof types.getTypeParser>) =>
    parsers.get(oid) ?? types.getTypeParser(oid, format)) as CustomTypesConfig['getTypeParser'],
};

const parsers = new Map<number, (text: string) => unknown>([
  [builtins.INT8, exactNumber],
  [builtins.NUMERIC, exactNumber],
  [builtins.TIMESTAMPTZ, instantFrom],
  // pg_current_xact_id() and friends: compared and stored as text, never calculated with.
  [5069, (text) => text],
]);

/** An instant as a parameter: node-postgres takes plain numbers for numbers. */
export function at(instant: Instant): Date;
export function at(instant: Instant | null | undefined): Date | null;
export function at(instant: Instant | null | undefined): Date | null {
  return instant === null || instant === undefined ? null : new Date(instant);
}

/** An instant to compare a column with: `.where('lease_until', '<=', asOf(tx.now))`. */
export function asOf(instant: Instant): RawBuilder<Instant> {
  return sql<Instant>`${new Date(instant)}::timestamptz`;
}

function exactNumber(text: string): number {
  const value = Number(text);
  const isExact = Number.isInteger(value) ? Number.isSafeInteger(value) : !/^-?\d{16,}/.test(text);
  if (isExact) return value;
  throw new RangeError(`The database holds ${text}, which no number here can hold exactly.`);
}

function instantFrom(text: string): Instant {
  const instant = Date.parse(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
  if (Number.isSafeInteger(instant)) return instant;
  throw new RangeError(`The database holds the time ${text}, which is no instant.`);
}
