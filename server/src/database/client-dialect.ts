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

import type { Statements } from './statements.ts';

/** The stretch of time in which a transaction's handle may be used. */
export type Scope = { isOpen: boolean };

/**
 * A Kysely dialect over one connection that is already inside a transaction. Queries after the transaction's end throw:
 * by then the connection may serve another group.
 */
export function clientDialect(statements: Statements, scope: Scope): Dialect {
  return dialectOver(connectionOver(statements, scope));
}

/** For queries that are only put into words here; to run one of them throws. */
export const unsentDialect: Dialect = dialectOver({
  executeQuery: () => Promise.reject(new Error('This query was made to be sent together with others.')),
  streamQuery: () => {
    throw new Error('This query was made to be sent together with others.');
  },
});

function dialectOver(connection: DatabaseConnection): Dialect {
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

function connectionOver(statements: Statements, scope: Scope): DatabaseConnection {
  return {
    executeQuery: async <R>(query: CompiledQuery): Promise<QueryResult<R>> => {
      if (!scope.isOpen) throw new Error('This query came after its transaction had ended.');
      const { command, rowCount, rows } = await statements.run(query);
      const isWrite = command === 'INSERT' || command === 'UPDATE' || command === 'DELETE' || command === 'MERGE';
      return { rows: (rows ?? []) as R[], numAffectedRows: isWrite ? BigInt(rowCount ?? 0) : undefined };
    },
    streamQuery: () => {
      throw new Error('Rows are read in pages, not as a stream.');
    },
  };
}
