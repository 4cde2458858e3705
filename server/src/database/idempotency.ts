import { dayMs } from '@barnraise/kernel/instant.ts';
import type { Outcome, Refusal } from '@barnraise/kernel/outcome.ts';

import { asOf } from './column-types.ts';
import type { GroupTransaction } from './database.ts';
import { insertRows } from './insert-rows.ts';

/** Transactions in which a key is being served. */
const named = new WeakSet<GroupTransaction>();

/**
 * Does `work` once for each key, however often the request is sent: a repeat gets the first one's value back.
 *
 * Only successes are kept; a refusal is decided anew each time, since what refused it may have changed. `scope` is the
 * command's name, so that one key on two forms does not mix them up. Without a key every call is a new one. The value
 * must be plain JSON (ids). Two at once: the second waits for the first one's commit, then `database.forGroup` or
 * `decide` runs it again from the start, and it finds the value. Call it first thing in the transaction. Inside of
 * another `once` it only does the work: the outer key names all of it.
 */
export async function once<T, R extends Refusal>(
  tx: GroupTransaction,
  key: string | undefined,
  scope: string,
  work: () => Promise<Outcome<T, R>>,
): Promise<Outcome<T, R>> {
  if (key === undefined || named.has(tx)) return work();
  named.add(tx);
  const stored = await tx.db
    .selectFrom('idempotency_keys')
    .select('result')
    .where('group_id', '=', tx.groupId)
    .where('scope', '=', scope)
    .where('key', '=', key)
    .executeTakeFirst();
  if (stored) {
    named.delete(tx);
    return { ok: true, value: stored.result as T };
  }
  const outcome = await work();
  named.delete(tx);
  if (outcome.ok) {
    const result = JSON.stringify(outcome.value ?? null);
    tx.later(insertRows('idempotency_keys', [{ group_id: tx.groupId, scope, key, result }]));
  }
  return outcome;
}

/** How long a repeat is known as one; a form is sent again within minutes, a phone without a network within days. */
export const keysKeptDays = 30;

/** Takes away the keys that no repeat will ask for any more. */
export async function dropOldKeys(tx: GroupTransaction, keptDays = keysKeptDays): Promise<void> {
  await tx.db
    .deleteFrom('idempotency_keys')
    .where('group_id', '=', tx.groupId)
    .where('created_at', '<', asOf(tx.now - keptDays * dayMs))
    .execute();
}
