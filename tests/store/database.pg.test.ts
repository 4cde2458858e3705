import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';

import { freshDatabase, seedGroups } from './database.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);

describe('forGroup', () => {
  test('sees and writes the rows of its own group only', async () => {
    const seen = await database.readGroup(here, (tx) =>
      tx.db.selectFrom('group_settings').select('group_id').execute(),
    );
    expect(seen).toEqual([{ group_id: here }]);
    const changed = await database.forGroup(here, (tx) =>
      tx.db.updateTable('group_settings').set({ about: 'ours' }).executeTakeFirst(),
    );
    expect(changed.numUpdatedRows).toBe(1n);
    await expect(
      database.forGroup(here, (tx) => tx.db.insertInto('group_settings').values({ group_id: there }).execute()),
    ).rejects.toThrow('row-level security');
  });

  test('a query after the end of its transaction is refused', async () => {
    const late = await database.forGroup(here, async (tx) => ({ db: tx.db }));
    await expect(late.db.selectFrom('members').selectAll().execute()).rejects.toThrow(
      'after its transaction had ended',
    );
  });

  test('takes its time from the database', async () => {
    const now = await database.readGroup(here, async (tx) => tx.now);
    const { rows } = await owner.query<{ now: number }>('select now()');
    expect(Math.abs((rows[0]?.now ?? 0) - now)).toBeLessThan(5000);
    expect(Number.isSafeInteger(now)).toBe(true);
  });

  test('an error that was swallowed does not pass for success', async () => {
    await expect(
      database.forGroup(here, async (tx) => {
        await tx.db
          .insertInto('teams')
          .values({ group_id: here, id: here as never, name: 'x' })
          .execute();
        await sql`select 1 / 0`.execute(tx.db).catch(() => undefined);
      }),
    ).rejects.toThrow('nothing was saved');
    const teams = await database.readGroup(here, (tx) => tx.db.selectFrom('teams').select('id').execute());
    expect(teams).toEqual([]);
  });
});

describe('decide', () => {
  test('a refusal rolls back; a value commits; afterCommit runs only then', async () => {
    const ran: string[] = [];
    const about = (text: string, isRefused: boolean) =>
      database.decide(here, async (tx) => {
        tx.afterCommit(() => void ran.push(text));
        await tx.db.updateTable('group_settings').set({ about: text }).execute();
        return isRefused ? refuse({ code: 'no' }) : accept(text);
      });
    expect(await about('refused', true)).toEqual({ ok: false, refusal: { code: 'no' } });
    expect(await about('accepted', false)).toEqual({ ok: true, value: 'accepted' });
    const row = await database.readGroup(here, (tx) => tx.db.selectFrom('group_settings').select('about').execute());
    expect(row).toEqual([{ about: 'accepted' }]);
    expect(ran).toEqual(['accepted']);
  });
});

describe('onServer', () => {
  test('reaches server-wide tables, and no group table', async () => {
    const slugs = await database.onServer((tx) => tx.db.selectFrom('groups').select('slug').orderBy('slug').execute());
    expect(slugs).toEqual([{ slug: 'harbor-street' }, { slug: 'mill-valley' }]);
    await expect(database.onServer((tx) => sql`select * from members`.execute(tx.db))).rejects.toThrow();
    await expect(database.pools.app.query('select * from members')).rejects.toThrow();
  });
});
