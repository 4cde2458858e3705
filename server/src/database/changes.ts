import type { GroupId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { GroupReader, GroupTransaction } from './database.ts';
import type { Statement } from './statements.ts';
import type { TableName } from './tables.ts';

/** Which rows a transaction touched, each once. */
export type TouchedRows = {
  readonly touch: (table: TableName, id: string) => void;
  readonly any: () => boolean;
  /** One insert for those not written yet: to go out with the other writes of a transaction that touches thousands. */
  readonly write: () => Statement[];
  /** One insert for what is left, free of parameters: it leaves in one message with the commit. */
  readonly statement: () => string[];
};

const uuid = /^[0-9a-f-]{36}$/;

/** Collects the rows of `changes` that a transaction writes. */
export function touchedRows(groupId: GroupId): TouchedRows {
  const names = new Set<string>();
  let unwritten: Change[] = [];
  const takeUnwritten = (): readonly Change[] => {
    const taken = unwritten;
    unwritten = [];
    return taken;
  };
  return {
    touch: (table, id) => {
      if (!uuid.test(id)) throw new TypeError(`A changed row of ${table} must be named by its UUID.`);
      const name = `${table} ${id}`;
      if (names.has(name)) return;
      names.add(name);
      unwritten.push({ table, id });
    },
    any: () => names.size > 0,
    write: () => {
      const changes = takeUnwritten();
      return changes.length === 0 ? [] : [insertOf(groupId, changes)];
    },
    statement: () => {
      const tuples = takeUnwritten().map(({ table, id }) => `('${groupId}', '${table}', '${id}')`);
      return tuples.length === 0
        ? []
        : [`insert into changes (group_id, table_name, row_id) values ${tuples.join(', ')}`];
    },
  };
}

/** Without a list of rows in its text, so that a connection makes its plan once. */
function insertOf(groupId: GroupId, changes: readonly Change[]): Statement {
  return {
    sql: `insert into changes (group_id, table_name, row_id) select $1, * from unnest($2::text[], $3::uuid[])`,
    parameters: [groupId, changes.map(({ table }) => table), changes.map(({ id }) => id)],
  };
}

/** One touched row. What changed is not said: the reader loads the row again, under its own rights. */
export type Change = { readonly table: TableName; readonly id: string };

export type ChangesPage = {
  readonly changes: readonly Change[];
  /** Where to go on. Opaque; the same for every process and after a restart. */
  readonly cursor: string;
  /** True when more are waiting. */
  readonly isMore: boolean;
};

const cursorPattern = /^(\d{1,20})(?:\.([a-z_]{1,63})\.([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}))?$/;
/** PostgreSQL counts its transactions in 64 bits. */
const xidMax = 2n ** 64n - 1n;

/** A place in a group's changes from text that came from outside; undefined for anything else. */
export function parseCursor(text: string): string | undefined {
  const [, xid] = cursorPattern.exec(text) ?? [];
  return xid !== undefined && BigInt(xid) <= xidMax ? text : undefined;
}

/** The cursor behind everything that is finished now: for a reader that starts with what it has just loaded. */
export async function currentCursor(tx: GroupReader): Promise<string> {
  const row = await tx.db
    .selectNoFrom(sql<string>`pg_snapshot_xmin(pg_current_snapshot())::text`.as('xmin'))
    .executeTakeFirstOrThrow();
  return row.xmin;
}

/**
 * The changes after a cursor, in the order of the transactions' numbers, each row once per transaction.
 *
 * Only those below the oldest transaction still open are read. A serial number is given out long before its row is seen,
 * so "everything after the last number I saw" silently misses what committed late; below this line nothing can appear
 * any more. A cursor of a bare number stands before the first change of that transaction. Undefined when the place is
 * not there any more (it is older than {@link changesKeptDays}, or of a server before a restore): the reader loads all anew.
 */
export async function changesAfter(tx: GroupReader, cursor: string, limit = 500): Promise<ChangesPage | undefined> {
  if (await isLost(tx, cursor)) return undefined;
  const rows = await changesQuery(tx, cursor, limit + 1).execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    changes: page.map((row) => ({ table: row.table_name as TableName, id: row.row_id })),
    cursor: last ? `${last.written_in}.${last.table_name}.${last.row_id}` : cursor,
    isMore: rows.length > limit,
  };
}

/**
 * A cursor names the last row it has seen; when that row is gone, so may be others that were never seen. How old a bare
 * number is, only whoever holds it knows.
 */
async function isLost(tx: GroupReader, cursor: string): Promise<boolean> {
  const [, xid, table, id] = cursorPattern.exec(cursor) ?? [];
  if (xid === undefined) return false;
  // A number that was not given out yet was given out elsewhere.
  if (table === undefined || id === undefined) return BigInt(xid) > BigInt(await currentCursor(tx));
  const row = await tx.db
    .selectFrom('changes')
    .select('row_id')
    .where('group_id', '=', tx.groupId)
    .where('xid', '=', xid)
    .where('table_name', '=', table)
    .where('row_id', '=', id)
    .executeTakeFirst();
  return row === undefined;
}

/** The query behind {@link changesAfter}, for the test of its plan. */
export function changesQuery(tx: GroupReader, cursor: string, limit: number) {
  const [, xid = '0', table = '', id = noId] = cursorPattern.exec(cursor) ?? [];
  return tx.db
    .selectFrom('changes')
    .select(['table_name', 'row_id'])
    .select(sql<string>`xid::text`.as('written_in'))
    .where('group_id', '=', tx.groupId)
    .where(sql<boolean>`(xid, table_name, row_id) > (${xid}::xid8, ${table}, ${id}::uuid)`)
    .where(sql<boolean>`xid < pg_snapshot_xmin(pg_current_snapshot())`)
    .orderBy('xid')
    .orderBy('table_name')
    .orderBy('row_id')
    .limit(limit);
}

const noId = '00000000-0000-0000-0000-000000000000';

/** How long a reader may stay away and still go on where it was. */
export const changesKeptDays = 14;

/** A webhook that has not been told yet, because no worker ran, must not miss anything. */
function notWaitedFor(tx: GroupTransaction) {
  return sql<boolean>`not exists (select from webhooks w where w.group_id = ${tx.groupId} and w.state = 'on'
    and changes.xid >= split_part(w.cursor, '.', 1)::xid8)`;
}

/**
 * Takes away what no reader waits for any more; gives how many rows. Rows of `changes` have no time of their own, so that
 * they stay small: the chain, which seals every act within seconds, says which transaction numbers are old.
 */
export async function dropOldChanges(tx: GroupTransaction, keptDays = changesKeptDays): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from changes where group_id = ${tx.groupId} and ${notWaitedFor(tx)} and xid < (
      select coalesce(e.xid, a.xid) from chain_links l
      left join events e on e.group_id = l.group_id and e.id = l.entry_id
      left join audit_entries a on a.group_id = l.group_id and a.id = l.entry_id
      where l.group_id = ${tx.groupId} and l.sealed_at < now() - make_interval(days => ${keptDays})
      order by l.no desc limit 1
    )`.execute(tx.db);
  return Number(numAffectedRows ?? 0);
}
