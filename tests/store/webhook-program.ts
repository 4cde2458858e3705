// A worker that tells one webhook without pause, for the kill test. Takes how to connect, which webhook, and whom it may tell.
import { setTimeout as sleep } from 'node:timers/promises';

import type { GroupId } from '@barnraise/kernel/ids.ts';

import { sendWebhooks } from '../../server/src/api/webhooks/send-webhooks.ts';
import { configFromEnv } from '../../server/src/config/config.ts';
import { openContext } from '../../server/src/context.ts';
import type { PoolConfig } from '../../server/src/database/pool.ts';

export interface WebhookProgram {
  readonly connect: { readonly app: PoolConfig; readonly owner: PoolConfig };
  readonly serverKey: string;
  readonly groupId: GroupId;
  readonly webhookId: string;
  readonly host: string;
}

const given = JSON.parse(process.argv[2] ?? '') as WebhookProgram;
const connection = { ...given.connect, stop: async () => undefined };
const context = await openContext(configFromEnv({ webhookHosts: given.host }), {
  connection,
  secrets: { serverKey: Buffer.from(given.serverKey, 'hex') },
  say: () => undefined,
});
console.log('ready');
for (;;) {
  await sendWebhooks(context, given);
  await sleep(5);
}
