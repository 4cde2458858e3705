// A program that writes without pause, for the kill tests: says "ready <pid of the database>", then each id that the
// database has acknowledged. SIGTERM ends it cleanly.
import { setTimeout as sleep } from 'node:timers/promises';

import type { GroupId } from '@barnraise/kernel/ids.ts';

import { configFromEnv } from '../../server/src/config/config.ts';
import { openContext } from '../../server/src/context.ts';
import { startEmbedded } from '../../server/src/database/embedded/start-embedded.ts';
import { anId, insertEvent, seedLedger } from './seed-ledger.ts';

const dataDir = process.argv[2] ?? '';
const connection = await startEmbedded({ dataDir });
const context = await openContext(configFromEnv({ dataDir }), { connection, report: () => undefined });
const { database, vault } = context;

const groupId = anId<GroupId>();
await database.startGroup(
  { id: groupId, slug: `g${groupId.replaceAll('-', '')}`, name: 'Writers', state: 'active' },
  vault.startGroup,
);
const ledger = await seedLedger(database, groupId);

const ending = new AbortController();
process.on('SIGTERM', () => ending.abort());
console.log(`ready ${connection.pid()}`);
await Promise.all(Array.from({ length: 4 }, write));
await context.close();
await connection.stop();

async function write(): Promise<void> {
  while (!ending.signal.aborted) {
    try {
      const id = await database.forGroup(groupId, async (tx) => {
        const eventId = await insertEvent(tx, ledger);
        tx.changed('events', eventId);
        await tx.enqueue('send-message', { messageId: eventId });
        return eventId;
      });
      console.log(id);
    } catch {
      // The database is away for a moment.
      await sleep(20);
    }
  }
}
