import { randomBytes } from 'node:crypto';

import { newId } from '@barnraise/kernel/ids.ts';
import { newShortCode } from '@barnraise/kernel/short-code.ts';

import type { AskStatements } from './ask-statements.ts';
import type { Packed, Recorded } from './recorded.ts';

/** Statements that go out together on one connection: a transaction from begin to commit, or a single one. */
export type Batch = readonly Recorded[];

/** What is each ask's own: UUIDs, keys of 64 hexadecimal digits, short codes, and the address's bucket. */
const own =
  /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\b[0-9a-f]{64}\b|\b[34679AFHJKMPQRTVWXY]{8}\b|\bask:[\w-]{22}/g;

/** Makes one more ask's statements out of a recorded one: the same in every way, with values of its own where they were. */
export function askTemplate({ one, other }: AskStatements): () => readonly Batch[] {
  const shared = new Set(other.flatMap(tokensOf));
  const tokens = new Set(one.flatMap(tokensOf).filter((token) => !shared.has(token)));
  const batches = batchesOf(one);
  return () => {
    const fresh = new Map([...tokens].map((token) => [token, freshLike(token)]));
    return batches.map((batch) => batch.map((statement) => filled(statement, fresh)));
  };
}

function tokensOf({ text, values = [] }: Recorded): readonly string[] {
  const ofValue = (value: Packed): readonly string[] => {
    if (typeof value === 'string') return value.match(own) ?? [];
    if (value === null || typeof value !== 'object') return [];
    return isBytes(value) ? [value.hex] : value.flatMap(ofValue);
  };
  return [...(text.match(own) ?? []), ...values.flatMap(ofValue)];
}

function isBytes(value: Packed): value is { readonly hex: string } {
  return value !== null && typeof value === 'object' && 'hex' in value;
}

function batchesOf(statements: readonly Recorded[]): readonly Batch[] {
  const batches: Recorded[][] = [];
  const open = new Map<number, Recorded[]>();
  for (const statement of statements) {
    const begun = open.get(statement.connection);
    const batch = begun ?? [];
    batch.push(statement);
    if (!begun) batches.push(batch);
    if (/^begin/i.test(statement.text)) open.set(statement.connection, batch);
    if (/(^|; )(commit|rollback)$/i.test(statement.text)) open.delete(statement.connection);
  }
  return batches;
}

type Fresh = ReadonlyMap<string, string>;

function filled(statement: Recorded, fresh: Fresh): Recorded {
  const text = withFresh(statement.text, fresh);
  return { ...statement, text, values: statement.values?.map((value) => filledValue(value, fresh)) };
}

function filledValue(value: Packed, fresh: Fresh): Packed {
  if (typeof value === 'string') return withFresh(value, fresh);
  if (isBytes(value)) return { hex: fresh.get(value.hex) ?? value.hex };
  return Array.isArray(value) ? value.map((one: Packed) => filledValue(one, fresh)) : value;
}

function withFresh(text: string, fresh: Fresh): string {
  return text.replaceAll(own, (token) => fresh.get(token) ?? token);
}

/** Ids grow with time, as the program's do: where a row lands in an index is part of what writing it costs. */
function freshLike(token: string): string {
  if (/^[0-9a-f]{8}-/.test(token)) return newId(Date.now(), randomBytes(10));
  if (token.startsWith('ask:')) return `ask:${randomBytes(17).toString('base64url').slice(0, 22)}`;
  if (/^[0-9A-Z]{8}$/.test(token)) return newShortCode(randomBytes(8));
  return randomBytes(token.length / 2).toString('hex');
}
