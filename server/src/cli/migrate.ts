import { migrate } from '../database/migrate.ts';
import { serverKey } from '../database/vault/server-key.ts';
import type { Command } from './command.ts';
import { requireOwner, withServer } from './with-server.ts';

export const migrateCommand: Command = {
  usage: '',
  summary: 'Brings the database up to date, and gives a new one its key.',
  details: 'The embedded database is migrated at every start. On a server of your own it takes DATABASE_OWNER_URL.',
  run: () =>
    withServer(async (server) => {
      const owner = requireOwner(server);
      const ran = await migrate(owner);
      await serverKey({ app: server.app, owner, dataDir: server.config.dataDir, given: server.secrets.serverKey });
      console.log(ran.length === 0 ? 'The database was up to date.' : `Done: ${ran.join(', ')}.`);
      return 0;
    }),
};
