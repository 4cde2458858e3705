import { expect, it } from 'vitest';

import { freshDatabase } from '../../../tests/store/database.ts';
import type { Caller } from '../record/caller.ts';
import { deleteDemo } from './delete-demo.ts';
import { enterDemo } from './enter-demo.ts';
import { findDemo, makeDemo } from './make-demo.ts';

const { context, owner } = await freshDatabase();

async function count(what: string): Promise<number> {
  const { rows } = await owner.query<{ n: number }>(`select count(*)::int as n from ${what}`);
  return rows[0]?.n ?? 0;
}

it('is made once, however many ask for it, and adds up', async () => {
  await Promise.all([makeDemo(context), makeDemo(context)]);
  expect(await count(`groups where slug = 'demo' and state = 'demo'`)).toBe(1);
  expect(await count('events')).toBeGreaterThan(80);
  expect(await count(`requests where state <> 'closed'`)).toBeGreaterThan(5);
  expect(await count('offers where taken_in_at is not null')).toBeGreaterThan(3);
  expect(await count('offers where taken_in_at is null')).toBeGreaterThan(0);
  expect(await count('asks')).toBeGreaterThan(5);
  expect(await count('messages')).toBe(0);
  const { rows } = await owner.query<{ off: number }>(
    `select count(*)::int as off from ledger_accounts a where a.balance <>
       coalesce((select sum(quantity) from events where to_account_id = a.id), 0) -
       coalesce((select sum(quantity) from events where from_account_id = a.id), 0)`,
  );
  expect(rows).toEqual([{ off: 0 }]);
});

it('has no amount that people would not say', async () => {
  const { rows } = await owner.query<{ odd: number }>(`
    select count(*)::int as odd from (
      select kind_id, quantity from needs union all
      select n.kind_id, c.quantity from commitments c join needs n on n.id = c.need_id union all
      select n.kind_id, c.done_quantity from commitments c join needs n on n.id = c.need_id union all
      select kind_id, quantity from events) said
    join kinds k on k.id = said.kind_id, jsonb_extract_path(k.definition::jsonb, 'entryUnits', '0') usual
    where mod(quantity * (usual->>'denominator')::bigint, (usual->>'numerator')::bigint) <> 0`);
  expect(rows).toEqual([{ odd: 0 }]);
});

it('is made anew when it was broken off in the middle', async () => {
  await owner.query(`update groups set state = 'frozen' where slug = 'demo'`);
  await makeDemo(context);
  expect(await count(`groups where slug = 'demo'`)).toBe(1);
  expect(await count(`groups where state = 'demo'`)).toBe(1);
});

it('lets a visitor in, and its group lead delete it with everything', async () => {
  expect(await enterDemo(context, 'member', 'a browser')).toMatchObject({ ok: true });
  const groupId = await findDemo(context);
  if (!groupId) throw new Error('There is no demo group');
  const as = (role: 'member' | 'steward'): Caller => ({
    groupId,
    actor: { kind: 'member', memberId: groupId as never, role, teams: [] },
  });
  expect(await deleteDemo(context, as('member'))).toMatchObject({ refusal: { code: 'not-allowed' } });
  expect(await deleteDemo(context, as('steward'))).toMatchObject({ ok: true });
  for (const table of ['groups', 'requests', 'events', 'vault_entries', 'person_keys', 'sessions']) {
    expect(await count(table)).toBe(0);
  }
  expect(await enterDemo(context, 'member', 'a browser')).toMatchObject({ refusal: { code: 'not-found' } });
});
