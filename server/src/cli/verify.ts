import { verifyGroup } from '../database/chain/verify-group.ts';
import { openDatabase } from '../database/database.ts';
import { requireCurrentSchema } from '../database/migrate.ts';
import type { Command } from './command.ts';
import { withServer } from './with-server.ts';

export const verify: Command = {
  usage: '',
  summary: 'Computes every group’s chain of events anew and names the first link that does not hold.',
  details: `Each group's line ends with the chain's head. Written down elsewhere, it shows later that nothing was cut off the end.
The exit code is 1 if anything is broken.`,
  run: () =>
    withServer(async ({ app }) => {
      await requireCurrentSchema(app);
      const database = openDatabase({ pools: { app } });
      const groups = await database.onServer((tx) =>
        tx.db.selectFrom('groups').select(['id', 'slug']).orderBy('slug').execute(),
      );
      let broken = 0;
      for (const { id, slug } of groups) {
        const report = await verifyGroup(database, id);
        const state = `${report.links} sealed, ${report.unsealed} waiting, head ${report.head}`;
        if (!report.broken) {
          console.log(`ok      ${slug}: ${state}`);
          continue;
        }
        broken += 1;
        const { no, entryTable, entryId, fault } = report.broken;
        console.log(`BROKEN  ${slug}: link ${no} (${entryTable} ${entryId}): ${words[fault]}`);
      }
      if (groups.length === 0) console.log('There is no group yet.');
      return broken === 0 ? 0 : 1;
    }),
};

const words = {
  changed: 'the entry or its link is not as it was sealed',
  'entry-missing': 'what it seals is gone',
  'number-missing': 'the link with this number is gone',
} as const;
