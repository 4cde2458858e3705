import type { GroupId } from '@barnraise/kernel/ids.ts';
import { describe, expect, test, vi } from 'vitest';

import { sealGroup } from '../../server/src/database/chain/seal-group.ts';
import { changesAfter, currentCursor, dropOldChanges, parseCursor } from '../../server/src/database/changes.ts';
import { openLive } from '../../server/src/database/live.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { freshDatabase, seedGroups } from './database.ts';
import { anId, insertAudit } from './seed-ledger.ts';

const { context, database, connect } = await freshDatabase();
const { here, there } = await seedGroups(context);

const change = async (groupId: GroupId, count = 1): Promise<string[]> => {
  const ids = Array.from({ length: count }, () => anId() as string);
  await database.forGroup(groupId, async (tx) => {
    for (const id of ids) tx.changed('requests', id);
    for (const id of ids) tx.changed('requests', id);
  });
  return ids;
};
const cursorOf = (groupId: GroupId) => database.readGroup(groupId, currentCursor);
const after = async (groupId: GroupId, cursor: string, limit?: number) => {
  const page = await database.readGroup(groupId, (tx) => changesAfter(tx, cursor, limit));
  if (!page) throw new Error('the cursor is lost');
  return page;
};
const idsIn = (page: { readonly changes: readonly { readonly id: string }[] }) =>
  page.changes.map(({ id }) => id).toSorted();

describe('changes', () => {
  test('a reader gets each row of its own group once, and then nothing', async () => {
    const cursor = await cursorOf(here);
    const ids = [...(await change(here, 3)), ...(await change(here))];
    await change(there, 2);
    const page = await after(here, cursor);
    expect(idsIn(page)).toEqual(ids.toSorted());
    expect(page.isMore).toBe(false);
    expect((await after(here, page.cursor)).changes).toEqual([]);
  });

  test('pages neither lose nor repeat a row', async () => {
    let cursor = await cursorOf(here);
    const ids = [...(await change(here, 7)), ...(await change(here, 4))];
    const seen: string[] = [];
    for (let isMore = true; isMore;) {
      const page = await after(here, cursor, 3);
      seen.push(...page.changes.map(({ id }) => id));
      ({ cursor, isMore } = page);
    }
    expect(seen.toSorted()).toEqual(ids.toSorted());
    expect(new Set(seen).size).toBe(11);
  });

  test('what commits late is not missed', async () => {
    const cursor = await cursorOf(here);
    const pool = openPool(connect.app, 1);
    const slow = await pool.connect();
    const late = anId();
    await slow.query(`begin; select set_config('barnraise.group_id', '${here}', true)`);
    await slow.query(`insert into changes (group_id, table_name, row_id) values ($1, 'requests', $2)`, [here, late]);
    const fast = await change(here);
    const early = await after(here, cursor);
    expect(early.changes).toEqual([]);
    await slow.query('commit');
    slow.release();
    await pool.end();
    expect(idsIn(await after(here, early.cursor))).toEqual([late, ...fast].toSorted());
  });

  test('a cursor from outside is checked', () => {
    expect(parseCursor('123')).toBe('123');
    expect(parseCursor(`123.requests.${anId()}`)).toBeDefined();
    for (const text of ['', 'x', '1; drop table', '-1', "1.requests.'", '1'.repeat(21)])
      expect(parseCursor(text)).toBeUndefined();
  });

  test('old ones are taken away, and a reader who stayed away longer is told to begin anew', async () => {
    const cursor = await cursorOf(here);
    await change(here, 2);
    const { cursor: old } = await after(here, cursor);
    await change(here);
    await database.forGroup(here, (tx) => insertAudit(tx));
    await sealGroup(database, here);
    expect(await database.forGroup(here, (tx) => dropOldChanges(tx, 14))).toBe(0);
    expect((await after(here, old)).changes).toHaveLength(1);
    expect(await database.forGroup(here, (tx) => dropOldChanges(tx, 0))).toBeGreaterThan(2);
    await expect(after(here, old)).rejects.toThrow('the cursor is lost');
    const fresh = await cursorOf(here);
    const ids = await change(here, 1);
    expect(idsIn(await after(here, fresh))).toEqual(ids);
  });

  test('only whole ids are taken', async () => {
    await expect(database.forGroup(here, async (tx) => tx.changed('requests', "x'); --"))).rejects.toThrow('UUID');
  });
});

describe('live', () => {
  test('a commit in one process is heard in another, for its own group only', async () => {
    const heard: GroupId[] = [];
    const other = openLive({ app: database.pools.app, connect: connect.app });
    const stop = [here, there].map((groupId) => other.watch(groupId, () => void heard.push(groupId)));
    await vi.waitFor(() => expect(new Set(heard).size).toBe(2), 5000);
    // The poll has just told both; a notice comes before it tells them again.
    heard.length = 0;
    const started = performance.now();
    await change(here);
    await vi.waitFor(() => expect(heard).toContain(here), { timeout: 5000, interval: 5 });
    expect(performance.now() - started).toBeLessThan(1000);
    for (const end of stop) end();
    heard.length = 0;
    await other.close();
  });

  test('many commits make few notices', async () => {
    const listener = openPool(connect.app, 1);
    const client = await listener.connect();
    let notices = 0;
    client.on('notification', () => (notices += 1));
    await client.query('listen barnraise_changes');
    const started = performance.now();
    while (performance.now() - started < 600) await change(here);
    await vi.waitFor(() => expect(notices).toBeGreaterThan(0), 5000);
    expect(notices).toBeLessThanOrEqual((performance.now() - started) / 100 + 1);
    client.release();
    await listener.end();
  });

  test('without any notice the poll still tells', async () => {
    const deaf = openLive({ app: database.pools.app, connect: { ...connect.app, database: 'no_such_database' } });
    let told = 0;
    deaf.watch(here, () => (told += 1));
    await vi.waitFor(() => expect(told).toBeGreaterThanOrEqual(2), 5000);
    await deaf.close();
  });
});
