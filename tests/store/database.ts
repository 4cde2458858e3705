import { randomBytes } from 'node:crypto';

import { type GroupId, newId } from '@barnraise/kernel/ids.ts';
import type pg from 'pg';
import { afterAll, inject } from 'vitest';

import { configFromEnv } from '../../server/src/config/config.ts';
import { type Context, type ContextOverrides, openContext } from '../../server/src/context.ts';
import type { Database } from '../../server/src/database/database.ts';
import { createDatabase } from '../../server/src/database/embedded/make-roles.ts';
import { openPool, type PoolConfig } from '../../server/src/database/pool.ts';

/** A database of one test file's own, migrated and empty, with every role that a test may need to play. */
export type TestDatabase = {
  readonly context: Context;
  readonly database: Database;
  /** The owner sees every group: for looking behind the program's back and for tampering. */
  readonly owner: pg.Pool;
  /** How each role connects, for tests that open connections of their own. */
  readonly connect: { readonly app: PoolConfig; readonly owner: PoolConfig; readonly admin: PoolConfig };
};

/**
 * Copies the template (about 50 ms) and opens a context on the copy. Call it at the top of a test file, outside of
 * hooks: `const { context, database } = await freshDatabase();`. It goes away with the file.
 */
export async function freshDatabase(overrides: ContextOverrides = {}): Promise<TestDatabase> {
  const { admin, template } = inject('barnraiseTestServer');
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminPool = openPool(admin, 1);
  await createDatabase(adminPool, name, template);
  const connectAs = (user: string): PoolConfig => ({ ...admin, user, database: name });
  const connect = {
    app: connectAs('barnraise_app'),
    owner: connectAs('barnraise_owner'),
    admin: connectAs(admin.user ?? ''),
  };
  const connection = { ...connect, stop: async () => undefined };
  const context = await openContext(configFromEnv({}), {
    connection,
    secrets: { serverKey: testServerSecret },
    say: () => undefined,
    ...overrides,
  });
  const owner = openPool(connect.owner, 2);
  afterAll(async () => {
    await Promise.all([context.close(), owner.end()]);
    await adminPool.query(`drop database ${name} with (force)`);
    await adminPool.end();
  });
  return { context, database: context.database, owner, connect };
}

/** Given, so that no test writes a key file. */
export const testServerSecret = Buffer.alloc(32, 'barnraise test key');

/** Two groups, always: what holds for one tenant must be tried against another. */
export async function seedGroups(
  context: Pick<Context, 'database' | 'vault'>,
): Promise<{ readonly here: GroupId; readonly there: GroupId }> {
  const here = await seedGroup(context, 'harbor-street');
  const there = await seedGroup(context, 'mill-valley');
  return { here, there };
}

async function seedGroup({ database, vault }: Pick<Context, 'database' | 'vault'>, slug: string): Promise<GroupId> {
  const id = newId<GroupId>(Date.now(), randomBytes(10));
  await database.startGroup({ id, slug, name: slug, state: 'active' }, async (tx) => {
    await vault.startGroup(tx);
    await tx.db.insertInto('group_settings').values({ group_id: id }).execute();
  });
  return id;
}
