import type { Context } from '../context.ts';
import { refreshKnownKeyFiles } from '../database/backup/key-places.ts';
import { sealAllGroups } from '../database/chain/start-sealer.ts';
import { dropOldBuckets } from '../database/limits.ts';

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
  { name: 'seal-all', everySeconds: 5 * minute, run: async ({ database }) => void (await sealAllGroups(database)) },
  { name: 'apply-retention', everySeconds: 6 * hour, run: applyRetentionEverywhere },
  { name: 'refresh-key-files', everySeconds: hour, run: refreshKeyFiles },
  { name: 'drop-old-buckets', everySeconds: 6 * hour, run: ({ database }) => dropOldBuckets(database) },
];

async function applyRetentionEverywhere({ database }: Context): Promise<void> {
  const groups = await database.onServer((tx) => tx.db.selectFrom('groups').select('id').orderBy('id').execute());
  for (const { id } of groups) await database.forGroup(id, (tx) => tx.enqueue('apply-retention', {}));
}

/** Only the owner sees every group's keys; a worker on a server of its own that was not told the owner leaves it be. */
async function refreshKeyFiles({ database }: Context): Promise<void> {
  if (database.pools.owner) await refreshKnownKeyFiles(database.pools.owner);
}
