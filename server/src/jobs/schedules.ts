import { dropOldDeliveries } from '../api/webhooks/drop-old-deliveries.ts';
import { wakeWebhooks } from '../api/webhooks/wake-webhooks.ts';
import type { Context } from '../context.ts';
import { allGroups } from '../database/all-groups.ts';
import { refreshKnownKeyFiles } from '../database/backup/key-places.ts';
import { sealAllGroups } from '../database/chain/start-sealer.ts';
import { dropOldChanges } from '../database/changes.ts';
import { dropOldKeys } from '../database/idempotency.ts';
import { dropOldBuckets } from '../database/limits.ts';
import { dropEndedSessions } from '../people/session-table.ts';
import { forgetImports } from '../requests/import/forget-imports.ts';

/** Something to do again and again, over all groups. */
export type Schedule = {
  readonly name: string;
  readonly everySeconds: number;
  readonly run: (context: Context) => Promise<void>;
};

const minute = 60;
const hour = 60 * minute;

/** Each runs once in its time, however many workers there are. */
export const schedules: readonly Schedule[] = [
  { name: 'wake-webhooks', everySeconds: 2, run: wakeWebhooks },
  { name: 'seal-all', everySeconds: 5 * minute, run: async ({ database }) => void (await sealAllGroups(database)) },
  { name: 'apply-retention', everySeconds: 6 * hour, run: inEveryGroup('apply-retention') },
  { name: 'drop-attachments', everySeconds: 6 * hour, run: inEveryGroup('drop-attachments') },
  { name: 'ask-still-needed', everySeconds: 24 * hour, run: inEveryGroup('ask-still-needed') },
  { name: 'expire-asks', everySeconds: 10 * minute, run: inEveryGroup('expire-asks') },
  { name: 'refresh-key-files', everySeconds: hour, run: refreshKeyFiles },
  { name: 'tidy-groups', everySeconds: 24 * hour, run: tidyGroups },
  { name: 'drop-ended-sessions', everySeconds: 24 * hour, run: ({ database }) => dropEndedSessions(database) },
  { name: 'drop-old-buckets', everySeconds: 6 * hour, run: ({ database }) => dropOldBuckets(database) },
];

/** One job for each group, so that a large or broken one holds up no other. */
function inEveryGroup(
  name: 'apply-retention' | 'ask-still-needed' | 'expire-asks' | 'drop-attachments',
): Schedule['run'] {
  return async ({ database }) => {
    for (const id of await allGroups(database)) await database.forGroup(id, (tx) => tx.enqueue(name, {}));
  };
}

async function tidyGroups({ database }: Context): Promise<void> {
  for (const id of await allGroups(database)) {
    await database.forGroup(id, async (tx) => {
      await dropOldChanges(tx);
      await dropOldKeys(tx);
      await forgetImports(tx);
      await dropOldDeliveries(tx);
    });
  }
}

async function refreshKeyFiles({ database }: Context): Promise<void> {
  await refreshKnownKeyFiles(database.pools.app);
}
