import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';

import { tables, type TableSort } from '../../server/src/database/tables.ts';
import { freshDatabase, seedGroups } from './database.ts';

const { context, database, owner } = await freshDatabase();
const { here, there } = await seedGroups(context);

const sortOf = (table: string): TableSort | undefined => (tables as Readonly<Record<string, TableSort>>)[table];
const groupTables = Object.keys(tables).filter((table) => sortOf(table) !== 'serverWide');
const serverTables = Object.keys(tables).filter((table) => sortOf(table) === 'serverWide');
/** Tables of the migration tool; the app role only reads which migrations have run. */
const toolTables = ['kysely_migration', 'kysely_migration_lock'];

const namesOf = async (query: string, values: readonly unknown[] = []): Promise<string[]> => {
  const { rows } = await owner.query<{ name: string }>(query, [...values]);
  return rows.map((row) => row.name).toSorted();
};

describe('the register', () => {
  test('names every table there is, and no other', async () => {
    const there = await namesOf(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    );
    expect(there).toEqual([...Object.keys(tables), ...toolTables].toSorted());
  });

  test('puts each table behind those it points to, so that rows can be written in its order', async () => {
    const { rows } = await owner.query<{ from: string; to: string }>(
      `select conrelid::regclass::text as "from", confrelid::regclass::text as "to" from pg_constraint
       where contype = 'f' and connamespace = 'public'::regnamespace and conrelid <> confrelid`,
    );
    const order = Object.keys(tables);
    expect(rows.length).toBeGreaterThan(30);
    expect(rows.filter(({ from, to }) => order.indexOf(from) < order.indexOf(to))).toEqual([]);
  });
});

describe('every group table', () => {
  test('has row-level security, enabled and forced on its owner too', async () => {
    const secured = await namesOf(
      `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity`,
    );
    expect(secured).toEqual(groupTables.toSorted());
  });

  test('lets the app role see and write the rows of the named group only', async () => {
    const { rows } = await owner.query<{ table: string; command: string; using: string; check: string }>(
      `select tablename as table, cmd as command, qual as using, with_check as check from pg_policies where 'barnraise_app' = any(roles)`,
    );
    expect(rows.map((row) => row.table).toSorted()).toEqual(groupTables.toSorted());
    for (const { command, using, check } of rows) {
      expect([command, using, check]).toEqual(['ALL', using, using]);
      expect(using).toMatch(/^\(group_id = .*current_setting\('barnraise\.group_id'::text\).*\)$/s);
      expect(using).not.toContain('true');
    }
    const permissive = await namesOf(
      `select tablename || ' ' || policyname as name from pg_policies where not ('barnraise_app' = any(roles) or 'barnraise_owner' = any(roles)) or roles && '{public}'`,
    );
    expect(permissive).toEqual([]);
  });

  test('has group_id as the first column of every key and unique constraint or index', async () => {
    const wrong = await namesOf(
      `select i.indexrelid::regclass::text as name from pg_index i join pg_class c on c.oid = i.indrelid
       where c.relname = any($1) and (i.indisunique or i.indisprimary)
         and (select attname from pg_attribute where attrelid = i.indrelid and attnum = i.indkey[0]) <> 'group_id'`,
      [groupTables],
    );
    expect(wrong).toEqual([]);
  });

  test('points to other group tables by (group_id, …) only, so no row can belong to another group’s', async () => {
    const { rows } = await owner.query<{ name: string; from_column: string; to_column: string; to: string }>(
      `select conname as name, confrelid::regclass::text as to,
         (select attname from pg_attribute where attrelid = conrelid and attnum = conkey[1]) as from_column,
         (select attname from pg_attribute where attrelid = confrelid and attnum = confkey[1]) as to_column
       from pg_constraint where contype = 'f' and conrelid::regclass::text = any($1)`,
      [groupTables],
    );
    expect(rows.length).toBeGreaterThan(30);
    for (const row of rows) {
      expect(row.from_column, row.name).toBe('group_id');
      expect(row.to_column, row.name).toBe(row.to === 'groups' ? 'id' : 'group_id');
    }
  });

  test('gives an error, and not all rows or none, while no group is named', async () => {
    for (const table of groupTables) {
      await expect(
        database.onServer((tx) => sql.raw(`select count(*) from ${table}`).execute(tx.db)),
        table,
      ).rejects.toThrow(/barnraise\.group_id|invalid input syntax for type uuid/);
    }
  });

  test('shows nothing of another group, whatever is asked', async () => {
    for (const table of groupTables) {
      const seen = await database.forGroup(here, (tx) =>
        sql.raw<{ n: number }>(`select count(*) as n from ${table} where group_id = '${there}'`).execute(tx.db),
      );
      expect(seen.rows, table).toEqual([{ n: 0 }]);
    }
    const { rows } = await owner.query('select count(*) as n from group_settings');
    expect(rows).toEqual([{ n: 2 }]);
  });
});

describe('the app role', () => {
  test('may do what its work needs and nothing else', async () => {
    const { rows } = await owner.query<{ table: string; grants: string }>(
      `select c.relname as table, string_agg(privilege_type, ' ' order by privilege_type) as grants
       from pg_class c, aclexplode(c.relacl) as acl join pg_roles r on r.oid = acl.grantee
       where c.relnamespace = 'public'::regnamespace and r.rolname = 'barnraise_app' group by 1`,
    );
    const grants = new Map(rows.map((row) => [row.table, row.grants]));
    for (const table of ['events', 'audit_entries', 'chain_links'])
      expect(grants.get(table), table).toBe('INSERT SELECT');
    for (const table of ['server_values', 'kysely_migration']) expect(grants.get(table), table).toBe('SELECT');
    for (const [table, text] of grants) expect(text, table).not.toMatch(/TRUNCATE|TRIGGER|REFERENCES|MAINTAIN/);
    expect([...grants.keys()].filter((table) => sortOf(table) === undefined)).toEqual(['kysely_migration']);
    expect(serverTables.filter((table) => !grants.has(table))).toEqual([]);
  });

  test('is no owner, no superuser, bypasses nothing, and can make nothing', async () => {
    const { rows } = await database.pools.app.query(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         has_schema_privilege('public', 'create') as creates, has_database_privilege(current_database(), 'temporary') as temporary,
         pg_has_role('barnraise_owner', 'member') as is_owner
       from pg_roles where rolname = current_user`,
    );
    expect(Object.values(rows[0]).every((value) => value === false)).toBe(true);
    await expect(database.pools.app.query('set role barnraise_owner')).rejects.toThrow('permission denied');
    await expect(database.pools.app.query('alter table members disable row level security')).rejects.toThrow(
      'must be owner',
    );
    await expect(database.pools.app.query('set row_security = off; select * from members')).rejects.toThrow(
      'row-level security',
    );
  });

  test('reads rows in bulk only as inserts: COPY is refused under row-level security', async () => {
    await expect(
      database.forGroup(here, (tx) => sql`copy teams (group_id, id, name) from stdin`.execute(tx.db)),
    ).rejects.toThrow('COPY FROM not supported with row-level security');
  });

  test('no function runs with its owner’s rights', async () => {
    const definers = await namesOf(
      `select proname as name from pg_proc p join pg_namespace n on n.oid = p.pronamespace where prosecdef and n.nspname not in ('pg_catalog', 'information_schema')`,
    );
    expect(definers).toEqual([]);
  });
});
