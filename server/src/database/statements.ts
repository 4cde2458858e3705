import { createHash } from 'node:crypto';
import { setImmediate as nextTurn } from 'node:timers/promises';

import type { CompiledQuery } from 'kysely';
import type { ClientBase, QueryConfig, QueryResult } from 'pg';

/** A text with the values of its places. */
export type Statement = Pick<CompiledQuery, 'sql' | 'parameters'>;

/** The statements of one transaction, in their order, over its connection. */
export type Statements = {
  /**
   * Sends a query and gives its answer. Queries that are asked for in the same moment (`Promise.all`) leave in one packet:
   * each message that is answered on its own wakes two processes, which costs more than most queries themselves.
   */
  readonly run: (query: Statement) => Promise<QueryResult>;
  /** Keeps a write, whose answer nobody needs, until the next query or the end goes out, and sends it in the same packet. */
  readonly later: (query: Statement) => void;
  /**
   * Sends what is kept and waits until it is on its way, not until it is done. When it fails, the next query fails with
   * its error.
   */
  readonly sendNow: () => Promise<void>;
  /** Sends plain text, which may be several statements. */
  readonly runText: (text: string) => Promise<QueryResult | QueryResult[]>;
};

type Answer = QueryResult | QueryResult[];
type Waiting = { readonly query: QueryConfig | string; readonly answered?: PromiseWithResolvers<Answer> };

export function openStatements(client: ClientBase, namedStatements: boolean): Statements {
  let waiting: Waiting[] = [];
  /** The failure of a packet that nobody waited for: the next who waits is told. */
  let untold: PromiseRejectedResult | undefined;

  /** The first failure counts: what comes after it fails too, only because the transaction has. */
  const flush = async (): Promise<void> => {
    const sent = waiting;
    waiting = [];
    const queries = sent.map(({ query }) => query);
    const answers = await Promise.allSettled(inOnePacket(client, queries));
    let failed = untold;
    for (const [index, { answered }] of sent.entries()) {
      const answer = answers[index];
      if (answer?.status === 'rejected') failed ??= answer;
      if (failed) answered?.reject(failed.reason);
      else if (answer?.status === 'fulfilled') answered?.resolve(answer.value);
    }
    untold = sent.some((one) => one.answered) ? undefined : failed;
  };
  const send = async (query: QueryConfig | string): Promise<Answer> => {
    const answered = Promise.withResolvers<Answer>();
    // Once all that this moment has set going has come as far as its query.
    if (!waiting.some((one) => one.answered)) process.nextTick(() => void flush());
    waiting.push({ query, answered });
    return answered.promise;
  };
  return {
    run: async (query) => (await send(configOf(query, namedStatements))) as QueryResult,
    later: (query) => void waiting.push({ query: configOf(query, namedStatements) }),
    sendNow: async () => {
      if (waiting.length > 0 && !waiting.some((one) => one.answered)) void flush();
      await nextTurn();
    },
    runText: send,
  };
}

/** As the driver takes it. */
export function configOf({ sql: text, parameters }: Statement, namedStatements: boolean): QueryConfig {
  return { name: namedStatements ? statementName(text) : undefined, text, values: parameters as unknown[] };
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
