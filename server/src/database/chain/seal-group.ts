import type { GroupId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { Database, GroupTransaction } from '../database.ts';
import {
  type ChainEntry,
  type EntryCondition,
  firstHash,
  linkHash,
  readAuditEntries,
  readEvents,
} from './chain-entry.ts';

/** Entries sealed in one transaction: enough for a busy day's second, few enough to be over in a moment. */
export const sealBatchMax = 500;

/**
 * Numbers and hashes what happened in a group since the last time, in the order of the transactions' numbers; gives how
 * many entries it sealed. Not done in the writing transactions: hashing there makes every writer of a group wait for the
 * one before (7,194 writes a second became 586). Only what lies below the oldest open transaction is sealed, since
 * nothing can come before it any more. Two sealers at once do not hurt: the second finds the lock taken and leaves.
 */
export async function sealGroup(database: Database, groupId: GroupId): Promise<number> {
  let sealed = 0;
  for (;;) {
    const batch = await database.forGroup(groupId, sealBatch);
    sealed += batch;
    if (batch < sealBatchMax) return sealed;
  }
}

async function sealBatch(tx: GroupTransaction): Promise<number> {
  const lock = await sql<{ got: boolean }>`
    select pg_try_advisory_xact_lock(hashtextextended(${`seal ${tx.groupId}`}, 0)) as got`.execute(tx.db);
  if (!lock.rows[0]?.got) return 0;
  const last = await lastLink(tx);
  const entries = await unsealedEntries(tx, last.xid);
  if (entries.length === 0) return 0;
  let { hash } = last;
  const links = entries.map((entry, index) => {
    const no = last.no + index + 1;
    hash = linkHash(hash, no, entry);
    return { no, entry, hash };
  });
  await sql`
    insert into chain_links (group_id, no, entry_table, entry_id, hash)
    select ${tx.groupId}, no, entry_table, entry_id, hash
    from unnest(
      ${links.map(({ no }) => no)}::bigint[], ${links.map(({ entry }) => entry.table)}::text[],
      ${links.map(({ entry }) => entry.id)}::uuid[], ${links.map((link) => link.hash)}::bytea[]
    ) as link (no, entry_table, entry_id, hash)`.execute(tx.db);
  return links.length;
}

type LastLink = { readonly no: number; readonly hash: Buffer; readonly xid: string };

async function lastLink(tx: GroupTransaction): Promise<LastLink> {
  const row = await tx.db
    .selectFrom('chain_links as link')
    .leftJoin('events as e', (join) =>
      join.onRef('e.group_id', '=', 'link.group_id').onRef('e.id', '=', 'link.entry_id'),
    )
    .leftJoin('audit_entries as a', (join) =>
      join.onRef('a.group_id', '=', 'link.group_id').onRef('a.id', '=', 'link.entry_id'),
    )
    .select(['link.no', 'link.hash', sql<string | null>`coalesce(e.xid, a.xid)::text`.as('xid')])
    .where('link.group_id', '=', tx.groupId)
    .orderBy('link.no', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? { ...row, xid: row.xid ?? '0' } : { no: 0, hash: firstHash(tx.groupId), xid: '0' };
}

/**
 * Everything at or after the last sealed transaction that has no link yet. "At", because a batch may have ended in the
 * middle of one transaction's entries, and because a restored database carries one number for all it read in.
 */
async function unsealedEntries(tx: GroupTransaction, fromXid: string): Promise<readonly ChainEntry[]> {
  const events = await readEvents(tx, unsealedSince(fromXid, 'events'));
  const audit = await readAuditEntries(tx, unsealedSince(fromXid, 'audit_entries'));
  return [...events, ...audit].toSorted(byTransaction).slice(0, sealBatchMax);
}

/**
 * The condition for {@link unsealedEntries} on one of the two tables. A value with a limit and not "not exists", which
 * becomes a join: for a table that was empty when it was planned, that join reads all links for each entry.
 */
export function unsealedSince(fromXid: string, table: ChainEntry['table']): EntryCondition {
  const where = sql<boolean>`
    entry.xid >= ${fromXid}::xid8 and entry.xid < pg_snapshot_xmin(pg_current_snapshot())
    and (
      select link.no from chain_links link
      where link.group_id = entry.group_id and link.entry_table = ${table} and link.entry_id = entry.id
      limit 1
    ) is null`;
  return { where, limit: sealBatchMax };
}

function byTransaction(a: ChainEntry, b: ChainEntry): number {
  const [one, other] = [BigInt(a.xid), BigInt(b.xid)];
  if (one !== other) return one < other ? -1 : 1;
  return a.id < b.id ? -1 : 1;
}
