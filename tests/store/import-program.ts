// A program that goes on with an import on the database of a test, for killing it in the middle. Says "ready" before it
// begins and "ended" when nothing is left to do.
import type { GroupId } from '@barnraise/kernel/ids.ts';

import { configFromEnv } from '../../server/src/config/config.ts';
import { openContext } from '../../server/src/context.ts';
import type { PoolConfig } from '../../server/src/database/pool.ts';
import { runImport } from '../../server/src/requests/import/run-import.ts';
import { runUndoImport } from '../../server/src/requests/import/undo-import.ts';

export interface ImportOrder {
  readonly connect: { readonly app: PoolConfig; readonly owner: PoolConfig };
  readonly serverKey: string;
  readonly groupId: string;
  readonly importId: string;
  readonly work: 'run' | 'undo';
}

const order = JSON.parse(process.argv[2] ?? '') as ImportOrder;
const context = await openContext(configFromEnv({}), {
  connection: { ...order.connect, stop: async () => undefined },
  secrets: { serverKey: Buffer.from(order.serverKey, 'hex') },
  say: () => undefined,
});
console.log('ready');
const job = { groupId: order.groupId as GroupId, importId: order.importId };
await (order.work === 'run' ? runImport(context, job) : runUndoImport(context, job));
console.log('ended');
await context.close();
