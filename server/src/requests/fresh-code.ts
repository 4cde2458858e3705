import { newShortCode, type ShortCode, shortCodeRandomBytes } from '@barnraise/kernel/short-code.ts';
import { sql } from 'kysely';

import type { GroupTransaction } from '../database/database.ts';
import { freshBytes } from '../database/random-bytes.ts';

/** Codes that were looked up for a transaction, and are nobody's. */
const stocks = new WeakMap<GroupTransaction, ShortCode[]>();

/** A code to say on the phone, for a request, an offer or the public address of a need. It names, and opens nothing. */
export function freshShortCode(tx?: GroupTransaction): ShortCode {
  return (tx && stocks.get(tx)?.pop()) ?? drawCode();
}

/**
 * Draws codes for a transaction that will need many, and leaves out those that are taken: of a hundred thousand some ten
 * are, and each would make the whole transaction begin again.
 */
export async function stockCodes(tx: GroupTransaction, count: number): Promise<void> {
  if (count === 0) return;
  const drawn = new Set(Array.from({ length: count }, drawCode));
  const codes = sql`any(${[...drawn]}::text[])`;
  const taken = await sql<{ code: ShortCode }>`
    select code from requests where group_id = ${tx.groupId} and code = ${codes}
    union all select link_code from needs where group_id = ${tx.groupId} and link_code = ${codes}
    union all select code from offers where group_id = ${tx.groupId} and code = ${codes}`.execute(tx.db);
  for (const { code } of taken.rows) drawn.delete(code);
  stocks.set(tx, [...drawn]);
}

function drawCode(): ShortCode {
  return newShortCode(freshBytes(shortCodeRandomBytes));
}
