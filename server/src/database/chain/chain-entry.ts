import { createHash } from 'node:crypto';

import type { GroupId } from '@barnraise/kernel/ids.ts';
import { type RawBuilder, type Selectable, sql } from 'kysely';

import type { GroupReader } from '../database.ts';
import type { AuditEntriesTable, EventsTable } from '../schema.ts';
import { type CanonicalValue, canonicalText } from './canonical-text.ts';

/** One thing that happened, as the chain knows it. */
export type ChainEntry = {
  readonly table: 'events' | 'audit_entries';
  readonly id: string;
  /** The number of the transaction that wrote it. */
  readonly xid: string;
  /** What is hashed. */
  readonly content: CanonicalValue;
};

/** What the first link of a group's chain follows. */
export function firstHash(groupId: GroupId): Buffer {
  return createHash('sha256').update(`barnraise chain ${groupId}`).digest();
}

/** SHA-256 over the hash before, the number and the entry's canonical text. */
export function linkHash(previous: Uint8Array, no: number, entry: ChainEntry): Buffer {
  const text = canonicalText([no, entry.table, entry.id, entry.content]);
  return createHash('sha256').update(previous).update(text).digest();
}

/** Which entries to read: a condition on the entry's columns, and how many at most. */
export type EntryCondition = { readonly where: RawBuilder<boolean>; readonly limit: number };

/** Events as the chain hashes them. Every column that says what happened is named here, and none that a person wrote. */
export async function readEvents(tx: GroupReader, condition: EntryCondition): Promise<readonly ChainEntry[]> {
  const rows = await eventsQuery(tx, condition).execute();
  return rows.map((row) => ({ table: 'events', id: row.id, xid: row.written_in, content: eventContent(row) }));
}

/** The query behind {@link readEvents}, for the test of its plan. */
export function eventsQuery(tx: GroupReader, { where, limit }: EntryCondition) {
  return tx.db
    .selectFrom('events as entry')
    .selectAll()
    .select(sql<string>`entry.xid::text`.as('written_in'))
    .where('group_id', '=', tx.groupId)
    .where(where)
    .orderBy('xid')
    .orderBy('id')
    .limit(limit);
}

/** Audit entries as the chain hashes them. */
export async function readAuditEntries(
  tx: GroupReader,
  { where, limit }: EntryCondition,
): Promise<readonly ChainEntry[]> {
  const rows = await tx.db
    .selectFrom('audit_entries as entry')
    .selectAll()
    .select(sql<string>`entry.xid::text`.as('written_in'))
    .where('group_id', '=', tx.groupId)
    .where(where)
    .orderBy('xid')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map((row) => ({ table: 'audit_entries', id: row.id, xid: row.written_in, content: auditContent(row) }));
}

function eventContent(row: Selectable<EventsTable>): CanonicalValue {
  return {
    verb: row.verb,
    kind: row.kind_id,
    quantity: row.quantity,
    effortMinutes: row.effort_minutes,
    from: row.from_account_id,
    to: row.to_account_id,
    commitment: row.commitment_id,
    corrects: row.corrects_id,
    recordedBy: row.recorded_by_id,
    happenedAt: row.happened_at,
    recordedAt: row.recorded_at,
  };
}

function auditContent(row: Selectable<AuditEntriesTable>): CanonicalValue {
  return {
    actorKind: row.actor_kind,
    actor: row.actor_id,
    verb: row.verb,
    subjectTable: row.subject_table,
    subject: row.subject_id,
    data: row.data as CanonicalValue,
    happenedAt: row.happened_at,
  };
}
