import type { GroupId } from '@barnraise/kernel/ids.ts';
import { beforeEach, describe, expect, test, vi } from 'vitest';

import { sealBatchMax, sealGroup } from '../../server/src/database/chain/seal-group.ts';
import { sealAllGroups } from '../../server/src/database/chain/start-sealer.ts';
import { verifyGroup } from '../../server/src/database/chain/verify-group.ts';
import { type Database, openDatabase } from '../../server/src/database/database.ts';
import { openPool } from '../../server/src/database/pool.ts';
import { freshDatabase, seedGroups } from './database.ts';
import { insertAudit, insertEvent, seedLedger } from './seed-ledger.ts';

const { context, owner, connect } = await freshDatabase();
// Without the sealer that every context has, so that each test says itself when to seal.
const database = openDatabase({ pools: context.database.pools });
const { here, there } = await seedGroups(context);
const ledgers = { [here]: await seedLedger(database, here), [there]: await seedLedger(database, there) };

const happen = (groupId: GroupId, times = 1, through: Database = database) =>
  through.forGroup(groupId, async (tx) => {
    const ledger = ledgers[groupId];
    if (!ledger) throw new Error('no ledger');
    for (let count = 0; count < times; count += 1) {
      await insertEvent(tx, ledger, count + 1);
      await insertAudit(tx, { count, name: 'b', a: null });
    }
  });
const tamper = (statement: string) => owner.query(statement);

beforeEach(async () => {
  for (const groupId of [here, there]) await happen(groupId, 5);
  await sealAllGroups(database);
});

describe('sealing', () => {
  test('numbers everything without a gap, in order, and only once', async () => {
    await Promise.all([sealGroup(database, here), sealGroup(database, here), sealGroup(database, here)]);
    const { rows } = await owner.query<{ no: number; xid: string }>(
      `select no, (select xid::text from events e where e.id = entry_id union select xid::text from audit_entries a where a.id = entry_id) as xid
       from chain_links where group_id = $1 order by no`,
      [here],
    );
    expect(rows.map((row) => row.no)).toEqual(rows.map((_, index) => index + 1));
    expect(rows.map((row) => Number(row.xid))).toEqual(rows.map((row) => Number(row.xid)).toSorted((a, b) => a - b));
    expect(await verifyGroup(database, here)).toMatchObject({ unsealed: 0, broken: undefined });
  });

  test('leaves out what could still be overtaken by an open transaction', async () => {
    const other = openPool(connect.app, 1);
    const client = await other.connect();
    await client.query('begin');
    await client.query('select pg_current_xact_id()');
    await happen(here);
    expect(await sealGroup(database, here)).toBe(0);
    await client.query('rollback');
    client.release();
    await other.end();
    expect(await sealGroup(database, here)).toBe(2);
  });

  test('goes on over several batches, also in the middle of one transaction', async () => {
    await happen(here, sealBatchMax / 2 + 10);
    expect(await sealGroup(database, here)).toBe(sealBatchMax + 20);
    expect(await verifyGroup(database, here)).toMatchObject({ unsealed: 0, broken: undefined });
  });

  test('is at most two seconds behind, by itself', async () => {
    const started = performance.now();
    await happen(here, 1, context.database);
    await vi.waitFor(async () => expect((await verifyGroup(database, here)).unsealed).toBe(0), {
      timeout: 5000,
      interval: 50,
    });
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('verify finds the first broken link', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['another quantity', `update events set quantity = quantity + 1 where id = ID`, 'changed'],
    ['another time', `update events set happened_at = happened_at - interval '1 ms' where id = ID`, 'changed'],
    [
      'another account',
      `update events set from_account_id = to_account_id, to_account_id = from_account_id where id = ID`,
      'changed',
    ],
    ['another link', `update chain_links set hash = sha256('x') where entry_id = ID`, 'changed'],
    ['a lost event', `delete from events where id = ID`, 'entry-missing'],
    ['a lost link', `delete from chain_links where entry_id = ID`, 'number-missing'],
  ];
  test.each(cases)('%s', async (_, statement, fault) => {
    const { rows } = await owner.query<{ id: string; no: number }>(
      `select entry_id as id, no from chain_links where group_id = $1 and entry_table = 'events' order by no desc offset 1 limit 1`,
      [here],
    );
    const [{ id, no } = { id: '', no: 0 }] = rows;
    const kept = await owner.query(
      `select (select to_jsonb(e) from events e where id = $1) as event,
      (select to_jsonb(l) from chain_links l where entry_id = $1) as link`,
      [id],
    );
    await tamper(statement.replaceAll('ID', `'${id}'`));
    const report = await verifyGroup(database, here);
    expect(report.broken).toMatchObject({ fault, no });
    expect((await verifyGroup(database, there)).broken).toBeUndefined();
    await tamper(`delete from chain_links where entry_id = '${id}'`);
    await tamper(`delete from events where id = '${id}'`);
    await owner.query(`insert into events select * from jsonb_populate_record(null::events, $1)`, [kept.rows[0].event]);
    await owner.query(`insert into chain_links select * from jsonb_populate_record(null::chain_links, $1)`, [
      kept.rows[0].link,
    ]);
    expect((await verifyGroup(database, here)).broken).toBeUndefined();
  });

  test('an audit entry with other data, written as the same jsonb in another order, or not', async () => {
    await happen(here);
    await sealGroup(database, here);
    await tamper(`update audit_entries set data = '{"name": "b", "a": null, "count": 0}' where data->>'count' = '0'`);
    expect((await verifyGroup(database, here)).broken).toBeUndefined();
    await tamper(`update audit_entries set data = '{"name": "c", "a": null, "count": 0}' where data->>'count' = '0'`);
    expect((await verifyGroup(database, here)).broken).toMatchObject({ fault: 'changed', entryTable: 'audit_entries' });
    await tamper(`update audit_entries set data = '{"name": "b", "a": null, "count": 0}' where data->>'count' = '0'`);
  });

  test('the head tells that the end was cut off', async () => {
    const { head } = await verifyGroup(database, here);
    await happen(here);
    await sealGroup(database, here);
    await tamper(
      `delete from chain_links where group_id = '${here}' and no > (select max(no) - 2 from chain_links where group_id = '${here}')`,
    );
    expect((await verifyGroup(database, here)).head).toBe(head);
    await sealGroup(database, here);
    expect((await verifyGroup(database, here)).head).not.toBe(head);
  });
});

test('the program itself can neither change nor delete what happened', async () => {
  for (const statement of [
    'update events set quantity = 1',
    'delete from events',
    'update audit_entries set verb = verb',
    'delete from audit_entries',
    'update chain_links set no = no',
    'delete from chain_links',
    'truncate events',
  ]) {
    await expect(database.pools.app.query(statement)).rejects.toThrow('permission denied');
  }
});

test('every column of an entry is hashed, or is known not to be', async () => {
  const columns = async (table: string): Promise<string[]> => {
    const { rows } = await owner.query<{ name: string }>(
      `select column_name as name from information_schema.columns where table_name = $1 order by 1`,
      [table],
    );
    return rows.map((row) => row.name);
  };
  const hashedElsewhere = ['group_id', 'id', 'xid'];
  expect(await columns('events')).toEqual(
    [...hashedElsewhere, 'verb', 'kind_id', 'quantity', 'effort_minutes', 'from_account_id', 'to_account_id']
      .concat(['commitment_id', 'corrects_id', 'recorded_by_id', 'happened_at', 'recorded_at'])
      .toSorted(),
  );
  expect(await columns('audit_entries')).toEqual(
    [
      ...hashedElsewhere,
      'actor_kind',
      'actor_id',
      'verb',
      'subject_table',
      'subject_id',
      'data',
      'happened_at',
    ].toSorted(),
  );
});
