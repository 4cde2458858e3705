import { createHash } from 'node:crypto';

import type { CompiledQuery } from 'kysely';
import type { ClientBase, QueryConfig, QueryResult } from 'pg';

/** A text with the values of its places. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** The statements of one transaction, in their order, over its connection. */
export type Statements = {
  /** Sends a query and gives its answer. */
  readonly run: (query: Statement) => Promise<QueryResult>;
  /**
   * Keeps a write until the next query or the end goes out, and sends them in one packet. Each message that is answered
   * on its own wakes two processes, which costs more than most writes themselves.
   */
  readonly later: (query: Statement) => void;
  /** Sends plain text, which may be several statements. */
  readonly runText: (text: string) => Promise<QueryResult | QueryResult[]>;
};

export function openStatements(client: ClientBase, namedStatements: boolean): Statements {
  const waiting: QueryConfig[] = [];
  const asConfig = ({ sql: text, parameters }: Statement): QueryConfig => ({
    name: namedStatements ? statementName(text) : undefined,
    text,
    values: parameters as unknown[],
  });
  /** The first failure counts: what comes after it fails too, only because the transaction has. */
  const send = async (query: QueryConfig | string): Promise<QueryResult | QueryResult[]> => {
    const answers = await Promise.allSettled(inOnePacket(client, [...waiting.splice(0), query]));
    const failed = answers.find((answer) => answer.status === 'rejected');
    if (failed) throw failed.reason;
    return (answers.at(-1) as PromiseFulfilledResult<QueryResult | QueryResult[]>).value;
  };
  return {
    run: async (query) => (await send(asConfig(query))) as QueryResult,
    later: (query) => void waiting.push(asConfig(query)),
    runText: send,
  };
}

/** The driver sends each query by itself unless its stream is corked meanwhile. */
export function inOnePacket(client: ClientBase, queries: readonly (QueryConfig | string)[]): Promise<QueryResult>[] {
  if (queries.length === 1) return [client.query(queries[0] as QueryConfig)];
  const { stream } = (client as unknown as { readonly connection: { readonly stream: Corkable } }).connection;
  stream.cork();
  try {
    return queries.map((query) => client.query(query as QueryConfig));
  } finally {
    stream.uncork();
  }
}

type Corkable = { readonly cork: () => void; readonly uncork: () => void };

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
