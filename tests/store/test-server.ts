import type { PoolConfig } from '../../server/src/database/pool.ts';

/** The PostgreSQL of this test run: how to reach it as superuser, and the database that is copied. */
export type TestServer = { readonly admin: PoolConfig; readonly template: string };

export const testServerKey = 'barnraiseTestServer';

declare module 'vitest' {
  interface ProvidedContext {
    readonly barnraiseTestServer: TestServer;
  }
}
