import type { TeamId } from '@barnraise/kernel/ids.ts';
import { accept, refuse } from '@barnraise/kernel/outcome.ts';
import { expect, test } from 'vitest';

import { dropOldKeys, once } from '../../server/src/database/idempotency.ts';
import { freshDatabase, seedGroups } from './database.ts';
import { anId } from './seed-ledger.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);

const addTeam = (groupId: typeof here, key: string | undefined, name: string, isRefused = false) =>
  database.decide(groupId, (tx) =>
    once(tx, key, 'add-team', async () => {
      const id = anId<TeamId>();
      await tx.db.insertInto('teams').values({ group_id: groupId, id, name }).execute();
      return isRefused ? refuse({ code: 'no' }) : accept({ teamId: id });
    }),
  );
const teamsNamed = async (name: string): Promise<number> => {
  const { rows } = await owner.query<{ n: number }>('select count(*) as n from teams where name = $1', [name]);
  return rows[0]?.n ?? 0;
};

test('a repeat gets the first one’s value, also with other input', async () => {
  const first = await addTeam(here, 'k1', 'Pantry');
  expect(await addTeam(here, 'k1', 'Storm crew')).toEqual(first);
  expect([await teamsNamed('Pantry'), await teamsNamed('Storm crew')]).toEqual([1, 0]);
});

test('a key means nothing in another group, under another scope, or when there is none', async () => {
  const first = await addTeam(here, 'k2', 'A');
  expect(await addTeam(there, 'k2', 'A')).not.toEqual(first);
  const inOtherScope = await database.decide(here, (tx) => once(tx, 'k2', 'else', async () => accept('new')));
  expect(inOtherScope).toEqual(accept('new'));
  expect(await addTeam(here, undefined, 'B')).not.toEqual(await addTeam(here, undefined, 'B'));
  expect(await teamsNamed('B')).toBe(2);
});

test('a refusal is not kept: the same key may succeed later', async () => {
  expect(await addTeam(here, 'k3', 'C', true)).toEqual(refuse({ code: 'no' }));
  expect(await teamsNamed('C')).toBe(0);
  expect(await addTeam(here, 'k3', 'C')).toMatchObject({ ok: true });
});

test('of twenty at once, one does the work and all get its value', async () => {
  const outcomes = await Promise.all(Array.from({ length: 20 }, () => addTeam(here, 'k4', 'D')));
  expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1);
  expect(outcomes[0]).toMatchObject({ ok: true });
  expect(await teamsNamed('D')).toBe(1);
});

test('a key is forgotten after a while', async () => {
  const first = await addTeam(here, 'k5', 'E');
  await database.forGroup(here, (tx) => dropOldKeys(tx));
  expect(await addTeam(here, 'k5', 'E')).toEqual(first);
  await owner.query(`update idempotency_keys set created_at = now() - interval '31 days' where key = 'k5'`);
  await database.forGroup(here, (tx) => dropOldKeys(tx));
  expect(await addTeam(here, 'k5', 'E')).not.toEqual(first);
});
