import { createPublicKey, randomBytes, verify } from 'node:crypto';

import { newId, type PersonId } from '@barnraise/kernel/ids.ts';
import { assert, asyncProperty, pre, string } from 'fast-check';
import { describe, expect, test } from 'vitest';

import type { GroupTransaction } from '../../server/src/database/database.ts';
import { openVault } from '../../server/src/database/vault/open-vault.ts';
import { freshDatabase, seedGroups } from './database.ts';

const { context, database, owner } = await freshDatabase();
const { vault } = context;
const { here, there } = await seedGroups(context);

async function newPerson(tx: GroupTransaction): Promise<PersonId> {
  const id = newId<PersonId>(Date.now(), randomBytes(10));
  await tx.db.insertInto('persons').values({ group_id: tx.groupId, id, sort: 'neighbor' }).execute();
  return id;
}

async function personWith(details: Readonly<Record<string, string>>): Promise<PersonId> {
  return database.forGroup(here, async (tx) => {
    const personId = await newPerson(tx);
    const list = Object.entries(details).map(([field, value]) => ({ field, value }));
    const tokens = list.map(({ field, value }) => ({ field, text: value }));
    await vault.sealNew(tx, [{ personId, details: list, tokens }]);
    return personId;
  });
}

const detailsOf = async (personId: PersonId): Promise<Record<string, string>> => {
  const opened = await database.readGroup(here, (tx) => vault.open(tx, { personIds: [personId] }));
  return Object.fromEntries(opened.map(({ field, value }) => [field, value]));
};

describe('sealing', () => {
  test('gives back every text, and the database holds none of it in clear', async () => {
    await assert(
      asyncProperty(string({ unit: 'binary', minLength: 1, maxLength: 200 }), async (text) => {
        pre(text.isWellFormed());
        const personId = await personWith({ description: text });
        expect(await detailsOf(personId)).toEqual({ description: text });
      }),
      { numRuns: 20 },
    );
    await personWith({ name: 'Wilhelmina Okonkwo', phone: '13045550142' });
    const { rows } = await owner.query(`
      select string_agg(t::text, ' ') as everything from (
        select to_jsonb(e) from vault_entries e union all select to_jsonb(h) from vault_hashes h
        union all select to_jsonb(p) from persons p) as rows (t)`);
    const hex = (text: string): string => Buffer.from(text).toString('hex');
    expect(rows[0].everything).not.toContain(hex('Wilhelmina'));
    expect(rows[0].everything).not.toContain(hex('13045550142'));
  });

  test('replaces the entry of the same field and subject, and nothing takes it away', async () => {
    const personId = await personWith({ name: 'Ana', phone: '1' });
    const [requestId, otherId] = [newId(1, randomBytes(10)), newId(1, randomBytes(10))];
    const set = (field: string, value: string, subjectId?: string) =>
      database.forGroup(here, (tx) => vault.seal(tx, personId, [{ field, value, subjectId }]));
    await set('phone', '2');
    await set('description', 'a ride', requestId);
    await set('description', 'firewood', otherId);
    await set('description', 'a ride, please', requestId);
    await set('name', '');
    expect(await detailsOf(personId)).toEqual({ phone: '2', description: 'a ride, please' });
    const bySubject = await database.readGroup(here, (tx) => vault.open(tx, { subjectIds: [otherId] }));
    expect(bySubject.map(({ value }) => value)).toEqual(['firewood']);
  });

  test('an entry past its time is not opened', async () => {
    const personId = await personWith({ name: 'Ana' });
    await database.forGroup(here, (tx) =>
      vault.seal(tx, personId, [{ field: 'raw', value: 'as it came', expiresAt: tx.now - 1 }]),
    );
    expect(await detailsOf(personId)).toEqual({ name: 'Ana' });
  });
});

describe('what is sealed opens only in its place', () => {
  const swapped = async (statement: string, values: readonly string[]): Promise<void> => {
    await owner.query(statement, [...values]);
  };

  test('not as another field, not for another person, not under another row', async () => {
    const a = await personWith({ name: 'Ana', phone: '1' });
    const b = await personWith({ name: 'Bo' });
    await swapped(`update vault_entries set field = 'mail' where person_id = $1 and field = 'phone'`, [a]);
    await expect(detailsOf(a)).rejects.toThrow('does not open');
    await swapped(
      `update vault_entries set sealed = (select sealed from vault_entries where person_id = $1 and field = 'name')
       where person_id = $2 and field = 'name'`,
      [a, b],
    );
    await expect(detailsOf(b)).rejects.toThrow('does not open');
  });

  test('not with another person’s key, and not with another server’s', async () => {
    const [a, b] = [await personWith({ name: 'Ana' }), await personWith({ name: 'Bo' })];
    const strange = openVault(randomBytes(32));
    await expect(database.readGroup(here, (tx) => strange.open(tx, { personIds: [a] }))).rejects.toThrow(
      'does not open',
    );
    await swapped(
      `update person_keys set wrapped = (select wrapped from person_keys where person_id = $1) where person_id = $2`,
      [a, b],
    );
    await expect(detailsOf(b)).rejects.toThrow('does not open');
  });

  test('two transactions that make a key for one person cannot both succeed', async () => {
    const personId = await database.forGroup(here, newPerson);
    const seal = (value: string) =>
      database.forGroup(here, (tx) =>
        vault.sealNew(tx, [{ personId, details: [{ field: 'name', value }], tokens: [] }]),
      );
    const results = await Promise.allSettled([seal('Ana'), seal('Bo')]);
    expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected']);
    expect(Object.keys(await detailsOf(personId))).toEqual(['name']);
  });
});

describe('keyed hashes', () => {
  test('find people by equal tokens, inside their group only', async () => {
    const personId = await personWith({ phone: '13045550199' });
    const token = { field: 'phone', text: '13045550199' };
    const findIn = (groupId: typeof here) => database.readGroup(groupId, (tx) => vault.find(tx, [token]));
    expect(await findIn(here)).toEqual([personId]);
    expect(await findIn(there)).toEqual([]);
    const [a, b] = await Promise.all(
      [here, there].map((groupId) => database.readGroup(groupId, (tx) => vault.hash(tx, 'phone', token.text))),
    );
    expect(a).not.toEqual(b);
  });

  test('are replaced field by field, and added where nothing is said', async () => {
    const personId = await personWith({ phone: '1', name: 'ana', word: 'ana' });
    await database.forGroup(here, (tx) =>
      vault.putTokens(
        tx,
        personId,
        [
          { field: 'phone', text: '2' },
          { field: 'phone', text: '2' },
          { field: 'word', text: 'ana' },
          { field: 'word', text: 'reyes' },
        ],
        ['name', 'phone'],
      ),
    );
    const findBy = (field: string, text: string) => database.readGroup(here, (tx) => vault.find(tx, [{ field, text }]));
    expect(await findBy('phone', '1')).not.toContain(personId);
    expect(await findBy('name', 'ana')).not.toContain(personId);
    expect(await findBy('phone', '2')).toContain(personId);
    expect(await findBy('word', 'ana')).toContain(personId);
    expect(await findBy('word', 'reyes')).toContain(personId);
  });
});

test('erasing a person takes key, details and hashes, and nothing of anybody else', async () => {
  const [gone, stays] = [
    await personWith({ name: 'Gone', phone: '7' }),
    await personWith({ name: 'Stays', phone: '7' }),
  ];
  await database.forGroup(here, (tx) => vault.erasePerson(tx, gone));
  const { rows } = await owner.query(
    `select (select count(*) from person_keys where person_id = $1) as keys,
       (select count(*) from vault_entries where person_id = $1) as details,
       (select count(*) from vault_hashes where person_id = $1) as hashes,
       (select count(*) from persons where id = $1) as persons`,
    [gone],
  );
  expect(rows).toEqual([{ keys: 0, details: 0, hashes: 0, persons: 1 }]);
  expect(await detailsOf(stays)).toEqual({ name: 'Stays', phone: '7' });
  expect(await database.readGroup(here, (tx) => vault.find(tx, [{ field: 'phone', text: '7' }]))).toEqual([stays]);
});

test('a group signs with its own key, which its public key checks', async () => {
  const message = Buffer.from('we promised each other');
  const signature = await database.readGroup(here, (tx) => vault.sign(tx, message));
  const rows = await database.onServer((tx) => tx.db.selectFrom('groups').select(['id', 'public_key']).execute());
  const checks = (groupId: string): boolean => {
    const der = rows.find((row) => row.id === groupId)?.public_key;
    return verify(null, message, createPublicKey({ key: der as Buffer, format: 'der', type: 'spki' }), signature);
  };
  expect(checks(here)).toBe(true);
  expect(checks(there)).toBe(false);
});

test('what belongs to no group is sealed under the server’s key, in its place', () => {
  const sealed = vault.server.seal('login 1', 'ana@example.org');
  expect(vault.server.open('login 1', sealed)).toBe('ana@example.org');
  expect(() => vault.server.open('login 2', sealed)).toThrow('does not open');
  expect(() => vault.server.open('login 1', sealed.subarray(0, 20))).toThrow('spoiled');
  expect(vault.server.hash('mail', 'a')).not.toEqual(vault.server.hash('phone', 'a'));
});
