import type { GroupId } from '@barnraise/kernel/ids.ts';
import type { Instant } from '@barnraise/kernel/instant.ts';
import type { Outcome, Refusal } from '@barnraise/kernel/outcome.ts';
import { type Insertable, Kysely } from 'kysely';
import type { ReadonlyKysely } from 'kysely/readonly';
import type pg from 'pg';

import { touchedRows } from './changes.ts';
import { clientDialect, unsentDialect } from './client-dialect.ts';
import type { EnqueueOptions, JobName, JobPayloads, OutgoingJob } from './outbox/job-list.ts';
import { type Queries, readAtOnce, type RowsAtOnce } from './read-at-once.ts';
import type { GroupsTable, GroupTables, ServerTables } from './schema.ts';
import type { TableName } from './tables.ts';
import { configOf, type Statement } from './statements.ts';
import { type OpenTransaction, inTransaction } from './transaction.ts';

export { asOf, at } from './column-types.ts';

/** Reads of one group, all from one moment. */
export interface GroupReader {
  readonly groupId: GroupId;
  /** The database's clock, read once at the start: everything done here happens at this instant. */
  readonly now: Instant;
  readonly db: GroupReads;
}

/** What both handles offer, so that a query can run by itself or inside a command's transaction. It cannot write by type. */
export type GroupReads = Pick<ReadonlyKysely<GroupTables>, 'selectFrom' | 'selectNoFrom' | 'fn' | 'dynamic'>;

/** Writes of one group, all or none. */
export interface GroupTransaction extends Omit<GroupReader, 'db'> {
  readonly db: Kysely<GroupTables>;
  /**
   * A write whose answer is not needed. It goes out in one packet with the next query or the commit, in order; when it
   * fails, so does the transaction, and it cannot be caught before.
   */
  later(query: Statement): void;
  /** Sends the kept writes at once, so that the database works on them while the next are made ready. */
  sendNow(): Promise<void>;
  /** Notes that a row is new or different, for live pages, API cursors and feeds. Written once, with the commit. */
  changed(table: TableName, id: string): void;
  /** Puts a job beside the data, in the same transaction: both are there or neither. */
  enqueue<N extends JobName>(name: N, data: JobPayloads[N], options?: EnqueueOptions): Promise<void>;
  /** Runs after the commit, and only then. What it throws is reported and changes nothing. */
  afterCommit(react: () => void | Promise<void>): void;
}

/** Reads and writes of what belongs to no group. Group tables give an error here: no group is named. */
export interface ServerTransaction {
  readonly now: Instant;
  readonly db: Kysely<ServerTables>;
  afterCommit(react: () => void | Promise<void>): void;
}

export interface Database {
  /** One read-write transaction that sees and writes the rows of one group only; the database itself sees to it. */
  forGroup<T>(groupId: GroupId, work: (tx: GroupTransaction) => Promise<T>): Promise<T>;
  /** As `forGroup`, for a decision: a refusal rolls everything back, which costs no sync and holds no lock. */
  decide<T, R extends Refusal>(
    groupId: GroupId,
    work: (tx: GroupTransaction) => Promise<Outcome<T, R>>,
  ): Promise<Outcome<T, R>>;
  /** Reads of which none needs another's answer, in one message: for what every page and every ask reads. */
  readAtOnce<Q extends Queries>(groupId: GroupId, queries: (db: GroupReads) => Q): Promise<RowsAtOnce<Q>>;
  /** One read-only transaction on one snapshot. */
  readGroup<T>(groupId: GroupId, work: (tx: GroupReader) => Promise<T>): Promise<T>;
  /** One statement on server-wide tables, by itself: the way for what every page and every form sends. */
  runOnServer<R>(text: string, values: readonly unknown[]): Promise<readonly R[]>;
  /** One read-write transaction on the closed list of server-wide tables. */
  onServer<T>(work: (tx: ServerTransaction) => Promise<T>): Promise<T>;
  /** Writes a new group's row and, in the same transaction, whatever it starts with. */
  startGroup<T>(group: Insertable<GroupsTable>, work: (tx: GroupTransaction) => Promise<T>): Promise<T>;
  readonly pools: { readonly app: pg.Pool };
  readonly close: () => Promise<void>;
}

export type DatabaseOptions = {
  readonly pools: { readonly app: pg.Pool };
  readonly namedStatements?: boolean;
  /** Writes the jobs of a transaction on its own connection, before the commit. */
  readonly writeJobs?: (client: pg.ClientBase, groupId: GroupId, jobs: readonly OutgoingJob[]) => Promise<void>;
  /** Told after each commit of a group's transaction, and whether it wrote to `changes`. */
  readonly onCommit?: (groupId: GroupId, hasChanges: boolean) => void;
  /** Told what an `afterCommit` threw. */
  readonly onError?: (error: unknown) => void;
  /** Another time than the database's, for tests and sample data that tell a story. */
  readonly clock?: () => Instant;
};

/** Makes queries that are sent by other means. */
const unsentReads = new Kysely<GroupTables>({ dialect: unsentDialect }) as unknown as ReadonlyKysely<GroupTables>;

/** Makes the handles over open pools. It neither migrates nor checks anything: `openContext` does. */
export function openDatabase(options: DatabaseOptions): Database {
  const { pools, namedStatements = false } = options;
  const nowOf = (open: OpenTransaction): Instant => options.clock?.() ?? open.now;

  async function write<T>(groupId: GroupId, work: (tx: GroupTransaction) => Promise<T>, keeps: (result: T) => boolean) {
    let reactions: Reaction[] = [];
    const result = await inTransaction(
      { pool: pools.app, namedStatements, mode: 'read-write', groupId },
      async (open) => {
        reactions = [];
        const touched = touchedRows(groupId);
        const jobs: OutgoingJob[] = [];
        const result = await work({
          groupId,
          now: nowOf(open),
          db: new Kysely<GroupTables>({ dialect: clientDialect(open.statements, open.scope) }),
          later: (query) => open.statements.later(query),
          sendNow: () => {
            touched.write().forEach(open.statements.later);
            return open.statements.sendNow();
          },
          changed: touched.touch,
          enqueue: async (name, data, options = {}) => void jobs.push({ name, data, options }),
          afterCommit: (react) => void reactions.push(react),
        });
        if (!keeps(result)) return { result, ending: 'rollback' };
        if (jobs.length > 0) await (options.writeJobs ?? noJobs)(open.client, groupId, jobs);
        open.lastStatements = touched.statement();
        reactions.push(() => options.onCommit?.(groupId, touched.any()));
        return { result, ending: 'commit' };
      },
    );
    if (keeps(result)) await react(reactions, options.onError);
    return result;
  }

  return {
    pools,
    forGroup: (groupId, work) => write(groupId, work, () => true),
    decide: (groupId, work) => write(groupId, work, (outcome) => outcome.ok),
    readAtOnce: async (groupId, queries) => {
      const { now, rows } = await readAtOnce({ pool: pools.app, namedStatements, groupId }, queries(unsentReads));
      return { now: options.clock?.() ?? now, rows };
    },
    readGroup: (groupId, work) =>
      inTransaction({ pool: pools.app, namedStatements, mode: 'read-only', groupId }, async (open) => {
        const db = new Kysely<GroupTables>({ dialect: clientDialect(open.statements, open.scope) });
        const reader = db as unknown as ReadonlyKysely<GroupTables>;
        return { result: await work({ groupId, now: nowOf(open), db: reader }), ending: 'commit' };
      }),
    startGroup: (group, work) =>
      write(
        group.id,
        async (tx) => {
          const server = tx.db as unknown as Kysely<ServerTables>;
          await server.insertInto('groups').values(group).execute();
          return work(tx);
        },
        () => true,
      ),
    runOnServer: async <R>(sql: string, parameters: readonly unknown[]) =>
      (await pools.app.query(configOf({ sql, parameters }, namedStatements))).rows as R[],
    onServer: (work) => onServer(options, nowOf, work),
    close: () => pools.app.end(),
  };
}

async function onServer<T>(
  { pools, namedStatements = false, onError }: DatabaseOptions,
  nowOf: (open: OpenTransaction) => Instant,
  work: (tx: ServerTransaction) => Promise<T>,
): Promise<T> {
  let reactions: Reaction[] = [];
  const opening = { pool: pools.app, namedStatements, mode: 'read-write', groupId: undefined } as const;
  const result = await inTransaction(opening, async (open) => {
    reactions = [];
    const db = new Kysely<ServerTables>({ dialect: clientDialect(open.statements, open.scope) });
    const afterCommit = (react: Reaction): void => void reactions.push(react);
    return { result: await work({ now: nowOf(open), db, afterCommit }), ending: 'commit' };
  });
  await react(reactions, onError);
  return result;
}

type Reaction = () => void | Promise<void>;

/** The data is safe by now: a reaction that fails must not make the command look failed. */
async function react(reactions: readonly Reaction[], onError?: (error: unknown) => void): Promise<void> {
  for (const reaction of reactions) {
    try {
      await reaction();
    } catch (error) {
      onError?.(error);
    }
  }
}

function noJobs(): Promise<never> {
  return Promise.reject(new Error('This database was opened without an outbox for jobs.'));
}
