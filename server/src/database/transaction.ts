import { setTimeout as sleep } from 'node:timers/promises';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import { DatabaseError, type Pool, type PoolClient, type QueryResult } from 'pg';

import type { Scope } from './client-dialect.ts';
import { openStatements, type Statements } from './statements.ts';

/** One open transaction on one connection, before it is dressed up as a handle. */
export type OpenTransaction = {
  readonly client: PoolClient;
  readonly statements: Statements;
  readonly scope: Scope;
  readonly now: Instant;
  /** SQL, free of parameters, that goes out in the same message as the commit. */
  lastStatements: string[];
};

export type TransactionOpening = {
  readonly pool: Pool;
  readonly namedStatements: boolean;
  readonly mode: 'read-write' | 'read-only';
  /** Undefined: no group is named, and group tables give an error. */
  readonly groupId: GroupId | undefined;
};

export type Ending = 'commit' | 'rollback';

/**
 * Runs `work` in one transaction and ends it as `work` says. Serialization failures, deadlocks and lost races for an
 * idempotency key run `work` again from the start, a few times; so `work` must do nothing outside the database.
 */
export async function inTransaction<T>(
  opening: TransactionOpening,
  work: (transaction: OpenTransaction) => Promise<{ readonly result: T; readonly ending: Ending }>,
): Promise<T> {
  return tryAgain(() => attemptOnce(opening, work));
}

/** Tries again, a few times, what failed only because of others. */
export async function tryAgain<T>(attempt: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries += 1) {
    try {
      return await attempt();
    } catch (error) {
      if (tries >= triesMax || !mayTryAgain(error)) throw error;
      // Spread out, so that two that met in a deadlock do not meet again.
      await sleep(Math.random() * 20 * tries);
    }
  }
}

const triesMax = 5;

async function attemptOnce<T>(
  opening: TransactionOpening,
  work: (transaction: OpenTransaction) => Promise<{ readonly result: T; readonly ending: Ending }>,
): Promise<T> {
  const client = await opening.pool.connect();
  const scope: Scope = { isOpen: true };
  let broken: Error | undefined;
  try {
    const statements = openStatements(client, opening.namedStatements);
    const transaction = { client, statements, scope, now: await begin(client, opening), lastStatements: [] };
    const { result, ending } = await work(transaction);
    scope.isOpen = false;
    if (ending === 'commit') await commit(transaction);
    else await client.query('rollback');
    return result;
  } catch (error) {
    scope.isOpen = false;
    broken = await rollBack(client);
    throw error;
  } finally {
    client.release(broken);
  }
}

const uuid = /^[0-9a-f-]{36}$/;

/** Begin, the group and the time in one message: each message is a round trip, and every command pays for it. */
async function begin(client: PoolClient, opening: TransactionOpening): Promise<Instant> {
  return nowFrom((await client.query(beginText(opening))) as unknown as QueryResult[]);
}

export function beginText({ mode, groupId }: Pick<TransactionOpening, 'mode' | 'groupId'>): string {
  if (groupId !== undefined && !uuid.test(groupId)) throw new TypeError('A group id must be a UUID.');
  const opening = mode === 'read-only' ? 'begin isolation level repeatable read, read only' : 'begin';
  const group = groupId === undefined ? '' : `set_config('barnraise.group_id', '${groupId}', true), `;
  return `${opening}; select ${group}floor(extract(epoch from now()) * 1000)::bigint as now`;
}

/** The database's time, from what it answered to {@link beginText}. */
export function nowFrom(answers: readonly QueryResult[]): Instant {
  const now = (answers[1] as QueryResult<{ now: Instant }> | undefined)?.rows[0]?.now;
  if (now === undefined) throw new Error('The database did not say what time it is.');
  return now;
}

async function commit({ statements, lastStatements }: OpenTransaction): Promise<void> {
  const answer = await statements.runText([...lastStatements, 'commit'].join('; '));
  const last = Array.isArray(answer) ? answer.at(-1) : answer;
  // An error that `work` caught leaves the transaction failed, and PostgreSQL answers COMMIT with ROLLBACK.
  if (last?.command !== 'COMMIT') throw new Error('The transaction had failed before, so nothing was saved.');
}

/** Gives the error when the connection is of no more use, and must not go back to the pool. */
export async function rollBack(client: PoolClient): Promise<Error | undefined> {
  try {
    await client.query('rollback');
    return undefined;
  } catch (error) {
    return error as Error;
  }
}

/** Rows that another transaction may have written first, and that the next try finds or makes otherwise. */
const takenFirst: ReadonlySet<string> = new Set([
  // Two sendings with one idempotency key: the second finds the first one's result. So it is with links that are made
  // from the form's key.
  'idempotency_keys_pkey',
  'requests_group_id_link_hash_key',
  'offers_group_id_link_hash_key',
  'commitments_group_id_link_hash_key',
  'invitations_group_id_token_hash_key',
  'api_tokens_group_id_token_hash_key',
  // Short codes are drawn: of 894 million, the first two alike are likely among some thirty thousand.
  'requests_group_id_code_key',
  'needs_group_id_link_code_key',
  'offers_group_id_code_key',
  // Two begin a form of the same name at once: the second takes the next address.
  'forms_group_id_slug_key',
  // Two people bring in the same sheet, or type in the same slip: the second finds what the first one made.
  'import_rows_pkey',
  'requests_group_id_source_source_key_key',
  'offers_group_id_source_source_key_key',
  'kinds_group_id_code_key',
  'work_orders_pkey',
]);

function mayTryAgain(error: unknown): boolean {
  if (!(error instanceof DatabaseError)) return false;
  switch (error.code) {
    case '40001':
    case '40P01':
    case '55P03':
      return true;
    case '23505':
      return takenFirst.has(error.constraint ?? '');
    case '0A000':
      // A migration changed a table under a named statement.
      return error.message.includes('cached plan');
    default:
      return false;
  }
}
