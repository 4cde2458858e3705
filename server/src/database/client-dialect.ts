import { createHash } from 'node:crypto';

import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';

/** The stretch of time in which a transaction's handle may be used. */
export type Scope = { isOpen: boolean };

/**
 * A Kysely dialect over one connection that is already inside a transaction. Queries after the transaction's end throw:
 * by then the connection may serve another group.
 */
export function clientDialect(client: pg.ClientBase, scope: Scope, namedStatements: boolean): Dialect {
  const connection = connectionOver(client, scope, namedStatements);
  const refuse = (): Promise<never> => Promise.reject(new Error('A transaction is open already; use its handle.'));
  const driver: Driver = {
    init: async () => undefined,
    acquireConnection: async () => connection,
    beginTransaction: refuse,
    commitTransaction: refuse,
    rollbackTransaction: refuse,
    releaseConnection: async () => undefined,
    destroy: async () => undefined,
  };
  return {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  };
}

function connectionOver(client: pg.ClientBase, scope: Scope, namedStatements: boolean): DatabaseConnection {
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      if (!scope.isOpen) throw new Error('This query came after its transaction had ended.');
      const values = query.parameters as unknown[];
      const name = namedStatements ? statementName(query.sql) : undefined;
      const { command, rowCount, rows } = await client.query({ name, text: query.sql, values });
      const isWrite = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
      return { rows: (rows ?? []) as R[], numAffectedRows: isWrite ? BigInt(rowCount ?? 0) : undefined };
    },
    streamQuery: () => {
      throw new Error('Rows are read in pages, not as a stream.');
    },
  };
}

/**
 * Every connection keeps every named statement, so only texts that come again and again get a name: short ones, and no
 * more than this many. Inserts of many rows have a text for each number of rows.
 */
const namesMax = 400;
const namedTextMax = 4000;
const names = new Map<string, string>();

function statementName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= namesMax || text.length > namedTextMax) return known;
  const name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
  names.set(text, name);
  return name;
}
