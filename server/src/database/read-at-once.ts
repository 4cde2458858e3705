import type { Instant } from '@barnraise/kernel/instant.ts';
import type { Compilable, InferResult } from 'kysely';
import type { QueryResult } from 'pg';

import { configOf, inOnePacket } from './statements.ts';
import { beginText, nowFrom, rollBack, type TransactionOpening, tryAgain } from './transaction.ts';

/** Queries none of which needs another's answer. */
export type Queries = Readonly<Record<string, Compilable>>;

/** Their rows, each under its query's name, and the database's time, all from one moment. */
export type RowsAtOnce<Q extends Queries> = {
  readonly now: Instant;
  readonly rows: { readonly [N in keyof Q]: InferResult<Q[N]> };
};

/** A whole read-only transaction in one message there and one back, where the usual way takes one for each statement. */
export async function readAtOnce<Q extends Queries>(
  { pool, namedStatements, groupId }: Omit<TransactionOpening, 'mode'>,
  queries: Q,
): Promise<RowsAtOnce<Q>> {
  const names = Object.keys(queries);
  const statements = Object.values(queries).map((query) => configOf(query.compile(), namedStatements));
  return tryAgain(async () => {
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      const packet = [beginText({ mode: 'read-only', groupId }), ...statements, 'commit'];
      const answers = await allOrFirstFailure(inOnePacket(client, packet));
      const rows = Object.fromEntries(names.map((name, index) => [name, answers[index + 1]?.rows]));
      return { now: nowFrom(answers[0] as unknown as QueryResult[]), rows: rows as RowsAtOnce<Q>['rows'] };
    } catch (error) {
      broken = await rollBack(client);
      throw error;
    } finally {
      client.release(broken);
    }
  });
}

/** Waits for every answer, so that the connection is quiet when it goes back. */
async function allOrFirstFailure<T>(sent: readonly Promise<T>[]): Promise<T[]> {
  await Promise.allSettled(sent);
  return Promise.all(sent);
}
