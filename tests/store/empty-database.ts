import { randomBytes } from 'node:crypto';

import type pg from 'pg';
import { afterAll } from 'vitest';

import { createDatabase } from '../../server/src/database/embedded/make-roles.ts';
import { openPool, type PoolConfig } from '../../server/src/database/pool.ts';

export type EmptyDatabase = { readonly owner: pg.Pool; readonly app: PoolConfig; readonly ownerConfig: PoolConfig };

/** A database with nothing in it, not even the schema; it goes away with the test file. Call outside of hooks. */
export async function emptyDatabase(admin: PoolConfig): Promise<EmptyDatabase> {
  const name = `test_${randomBytes(6).toString('hex')}`;
  const adminPool = openPool(admin, 1);
  await createDatabase(adminPool, name);
  const ownerConfig = { ...admin, user: 'barnraise_owner', database: name };
  const owner = openPool(ownerConfig, 3);
  afterAll(async () => {
    await owner.end();
    await adminPool.query(`drop database ${name} with (force)`);
    await adminPool.end();
  });
  return { owner, ownerConfig, app: { ...ownerConfig, user: 'barnraise_app' } };
}
