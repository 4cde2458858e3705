import { beforeAll, expect, test } from 'vitest';

import { eventsQuery } from '../../server/src/database/chain/chain-entry.ts';
import { unsealedSince } from '../../server/src/database/chain/seal-group.ts';
import { changesQuery } from '../../server/src/database/changes.ts';
import { findQuery } from '../../server/src/database/vault/search-tokens.ts';
import { freshDatabase, seedGroups } from './database.ts';
import { accessesOf } from './plan.ts';
import { anId, seedLedger } from './seed-ledger.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);

beforeAll(async () => {
  const people = 5000;
  for (const groupId of [here, there]) {
    const { kindId, outside, pantry } = await seedLedger(database, groupId);
    const person = anId();
    await owner.query(`insert into persons (group_id, id, sort) values ($1, $2, 'neighbor')`, [groupId, person]);
    await owner.query(
      `insert into vault_hashes (group_id, field, hash, person_id)
       select $1, 'phone', substring(sha256(n::text::bytea) for 8), $2 from generate_series(1, ${people}) n`,
      [groupId, person],
    );
    await owner.query(
      `insert into changes (group_id, xid, table_name, row_id)
       select $1, n::text::xid8, 'requests', gen_random_uuid() from generate_series(1, ${people}) n`,
      [groupId],
    );
    await owner.query(
      `insert into events (group_id, id, xid, verb, kind_id, quantity, from_account_id, to_account_id, happened_at, recorded_at)
       select $1, gen_random_uuid(), n::text::xid8, 'received', $2, 1, $3, $4, now(), now() from generate_series(1, ${people}) n`,
      [groupId, kindId, outside, pantry],
    );
  }
  await owner.query('analyze');
});

test('the changes after a cursor are read from where the cursor stands', async () => {
  const accesses = await accessesOf(database, here, (tx) => changesQuery(tx, `4900.requests.${anId()}`, 500));
  expect(accesses).toHaveLength(1);
  expect(accesses[0]).toMatchObject({ index: 'changes_pkey', condition: expect.stringContaining('xid') });
});

test('a hash finds its person through the key', async () => {
  const hash = await database.readGroup(here, (tx) => context.vault.token(tx, 'phone', '1'));
  const accesses = await accessesOf(database, here, (tx) => findQuery(tx, [hash]));
  expect(accesses).toHaveLength(1);
  expect(accesses[0]).toMatchObject({ index: 'vault_hashes_by_hash', condition: expect.stringContaining('hash =') });
});

test('the sealer looks only at what came after the last link', async () => {
  const accesses = await accessesOf(database, here, (tx) => eventsQuery(tx, unsealedSince('4900', 'events')));
  const events = accesses.filter(({ table }) => table === 'events');
  expect(events).toHaveLength(1);
  expect(events[0]).toMatchObject({ index: 'events_unsealed', condition: expect.stringContaining('xid >=') });
});

test('a comparison that could leak is kept from the index: which is why nothing here searches with LIKE', async () => {
  await owner.query('create index teams_by_name on teams (name text_pattern_ops)');
  await owner.query(
    `insert into teams (group_id, id, name) select $1, gen_random_uuid(), 'team ' || n from generate_series(1, 5000) n`,
    [here],
  );
  await owner.query('analyze teams');
  const accesses = await accessesOf(database, here, (tx) =>
    tx.db.selectFrom('teams').select('id').where('name', 'like', 'team 42%'),
  );
  expect(accesses.map(({ index }) => index)).not.toContain('teams_by_name');
});

test('a young table is looked up by its primary key, which is the newest of its indexes', async () => {
  const { rows } = await owner.query<{ index: string }>(`
    select i.indexrelid::regclass::text as index
    from pg_index i join pg_index key on key.indrelid = i.indrelid and key.indisprimary
    where i.indexrelid > key.indexrelid and i.indpred is null
      and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) = 'group_id'
      and exists (select from pg_constraint where contype = 'f' and confrelid = i.indrelid)
      and i.indrelid::regclass::text in (select table_name from information_schema.tables where table_schema = 'public')`);
  expect(rows).toEqual([]);
});
