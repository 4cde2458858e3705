import type { GroupId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';

import type { Database, GroupReader } from '../database.ts';
import { type ChainEntry, firstHash, linkHash, readAuditEntries, readEvents } from './chain-entry.ts';

/** What is wrong with the first link that does not hold. */
export type BrokenLink = {
  readonly no: number;
  readonly entryTable: ChainEntry['table'];
  readonly entryId: string;
  /** `number-missing`: a link was taken out. `entry-missing`: what it seals is gone. `changed`: one of the two is not as it was. */
  readonly fault: 'number-missing' | 'entry-missing' | 'changed';
};

export type ChainReport = {
  readonly groupId: GroupId;
  readonly links: number;
  /** The last hash: whoever wrote it down elsewhere can tell later that nothing was cut off the end. */
  readonly head: string;
  readonly unsealed: number;
  readonly broken?: BrokenLink;
};

const pageSize = 1000;

/** Computes a group's chain anew, from its first entry, and stops at the first link that does not hold. */
export async function verifyGroup(database: Database, groupId: GroupId): Promise<ChainReport> {
  return database.readGroup(groupId, async (tx) => {
    let hash = firstHash(groupId);
    let no = 0;
    const report = async (broken?: BrokenLink): Promise<ChainReport> => ({
      groupId,
      links: no,
      head: hash.toString('hex'),
      unsealed: await countUnsealed(tx),
      broken,
    });
    for (;;) {
      const links = await linksAfter(tx, no);
      const entries = await entriesOf(tx, links);
      for (const link of links) {
        const at = { no: no + 1, entryTable: link.entry_table, entryId: link.entry_id };
        if (link.no !== no + 1) return report({ ...at, fault: 'number-missing' });
        const entry = entries.get(link.entry_id);
        if (!entry || entry.table !== link.entry_table) return report({ ...at, fault: 'entry-missing' });
        const expected = expectedHash(hash, link.no, entry);
        if (!expected?.equals(link.hash)) return report({ ...at, fault: 'changed' });
        hash = expected;
        no = link.no;
      }
      if (links.length < pageSize) return report();
    }
  });
}

/** Undefined when the entry holds something that the chain would never have sealed. */
function expectedHash(previous: Buffer, no: number, entry: ChainEntry): Buffer | undefined {
  try {
    return linkHash(previous, no, entry);
  } catch {
    return undefined;
  }
}

type Link = { no: number; entry_table: ChainEntry['table']; entry_id: string; hash: Buffer };

async function linksAfter(tx: GroupReader, no: number): Promise<readonly Link[]> {
  return tx.db
    .selectFrom('chain_links')
    .select(['no', 'entry_table', 'entry_id', 'hash'])
    .where('group_id', '=', tx.groupId)
    .where('no', '>', no)
    .orderBy('no')
    .limit(pageSize)
    .execute();
}

async function entriesOf(tx: GroupReader, links: readonly Link[]): Promise<ReadonlyMap<string, ChainEntry>> {
  const idsIn = (table: string): string[] =>
    links.filter((link) => link.entry_table === table).map((link) => link.entry_id);
  const among = (ids: readonly string[]) => ({ where: sql<boolean>`entry.id = any(${ids}::uuid[])`, limit: pageSize });
  const events = await readEvents(tx, among(idsIn('events')));
  const audit = await readAuditEntries(tx, among(idsIn('audit_entries')));
  return new Map([...events, ...audit].map((entry) => [entry.id, entry]));
}

async function countUnsealed(tx: GroupReader): Promise<number> {
  const isUnsealed = (table: ChainEntry['table']) => sql<boolean>`
    not exists (
      select from chain_links link
      where link.group_id = entry.group_id and link.entry_table = ${table} and link.entry_id = entry.id
    )`;
  const n = sql<number>`count(*)`.as('n');
  const events = tx.db.selectFrom('events as entry').select(n).where('group_id', '=', tx.groupId);
  const audit = tx.db.selectFrom('audit_entries as entry').select(n).where('group_id', '=', tx.groupId);
  const counts = [
    await events.where(isUnsealed('events')).executeTakeFirstOrThrow(),
    await audit.where(isUnsealed('audit_entries')).executeTakeFirstOrThrow(),
  ];
  return counts.reduce((sum, count) => sum + count.n, 0);
}
