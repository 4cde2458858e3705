import type { RequestId } from '@barnraise/kernel/ids.ts';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from '../../../tests/store/database.ts';
import { anId } from '../../../tests/store/seed-ledger.ts';
import { insertRows } from './insert-rows.ts';
import { freshId } from './new-id.ts';
import { waitForRowsAtMost } from './transaction-settings.ts';

const { context, database, owner } = await freshDatabase();
const { here } = await seedGroups(context);

/** Writes a request under each code in turn, until one is free; gives how many it took. */
async function writeUnder(codes: readonly string[]): Promise<number> {
  let tries = 0;
  await database.forGroup(here, async (tx) => {
    const code = codes[tries] ?? 'none';
    tries += 1;
    const request = { requester_kind: 'neighbor', state: 'new', channel: 'web', sharing: '{}' } as const;
    tx.later(insertRows('requests', [{ ...request, group_id: here, id: freshId<RequestId>(tx), code }]));
  });
  return tries;
}

test('a code that another request drew before is drawn again', async () => {
  expect(await writeUnder(['FIRST'])).toBe(1);
  expect(await writeUnder(['FIRST', 'SECOND'])).toBe(2);
});

test('a failed write that nobody waited for fails the transaction with its own reason', async () => {
  const write = database.forGroup(here, async (tx) => {
    tx.later(insertRows('must_know_facts', [{ group_id: here } as never]));
    await tx.db.selectFrom('requests').select('id').execute();
  });
  await expect(write).rejects.toThrow('null value in column "id"');
});

test('a row that is touched before and after writes were sent on is one change', async () => {
  const [one, other] = [anId(), anId()];
  await database.forGroup(here, async (tx) => {
    tx.changed('requests', one);
    await tx.sendNow();
    tx.changed('requests', one);
    tx.changed('requests', other);
  });
  const { rows } = await owner.query('select row_id from changes where row_id = any($1) order by row_id', [
    [one, other],
  ]);
  expect(rows.map((row) => row.row_id)).toEqual([one, other].toSorted());
});

test('whoever waits too long for a row of another begins again, and has it when the other is done', async () => {
  const lock = sql`select from group_settings where group_id = ${here} for update`;
  const [held, letGo] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  const holder = database.forGroup(here, async (tx) => {
    await lock.execute(tx.db);
    held.resolve();
    await letGo.promise;
  });
  await held.promise;
  let tries = 0;
  await database.forGroup(here, async (tx) => {
    tries += 1;
    if (tries === 2) letGo.resolve();
    waitForRowsAtMost(tx, 0.1);
    await lock.execute(tx.db);
  });
  await holder;
  expect(tries).toBeGreaterThan(1);
});

describe('queries of one moment', () => {
  test('leave together and each gets its own answer', async () => {
    const [codes, groups] = await database.readGroup(here, (tx) =>
      Promise.all([
        tx.db.selectFrom('requests').select('code').orderBy('code').execute(),
        tx.db.selectFrom('group_settings').select('group_id').execute(),
      ]),
    );
    expect(codes.map(({ code }) => code)).toEqual(['FIRST', 'SECOND']);
    expect(groups).toEqual([{ group_id: here }]);
  });

  test('after one that failed, fail with its reason', async () => {
    const reasons = database.readGroup(here, async (tx) => {
      const answers = await Promise.allSettled([
        tx.db
          .selectFrom('no_such_table' as 'requests')
          .select('id')
          .execute(),
        tx.db.selectFrom('requests').select('id').execute(),
      ]);
      return answers.map((answer) => (answer.status === 'rejected' ? String(answer.reason) : 'answered'));
    });
    await expect(reasons).rejects.toThrow('The transaction had failed before');
  });
});

describe('a read in one message', () => {
  test('gives the rows of each query, of this group only, and the time', async () => {
    const { now, rows } = await database.readAtOnce(here, (db) => ({
      requests: db.selectFrom('requests').select('code').orderBy('code'),
      settings: db.selectFrom('group_settings').select('group_id'),
    }));
    expect(rows.requests.map(({ code }) => code)).toEqual(['FIRST', 'SECOND']);
    expect(rows.settings).toEqual([{ group_id: here }]);
    expect(Math.abs(now - Date.now())).toBeLessThan(60_000);
  });

  test('cannot write, fails with the reason, and leaves its connection fit for the next', async () => {
    const broken = database.readAtOnce(here, (db) => ({
      none: db.selectFrom('no_such_table' as 'requests').select('id'),
      requests: db.selectFrom('requests').select('id'),
    }));
    await expect(broken).rejects.toThrow('no_such_table');
    const writing = database.readAtOnce(here, (db) => ({
      code: db.selectNoFrom(sql<string>`set_config('barnraise.group_id', '', true)`.as('set')),
      locked: db.selectFrom('requests').select('id').forUpdate(),
    }));
    await expect(writing).rejects.toThrow('read-only transaction');
    expect(await writeUnder(['THIRD'])).toBe(1);
  });
});
