import { parseArgs } from 'node:util';

import { keyPlaces, rememberKeyPlaces } from '../database/backup/key-places.ts';
import { writeBackup } from '../database/backup/write-backup.ts';
import { requireCurrentSchema } from '../database/migrate.ts';
import { type Command, UsageError } from './command.ts';
import { requireOwner, withServer } from './with-server.ts';

export const backup: Command = {
  usage: 'FILE [--keys FILE]',
  summary: 'Writes the whole server’s data into one file, while everything goes on.',
  details: `The keys of people's private details are not in it. They go into a key file of their own, in two places: the data folder,
and beside FILE as person-keys.backup (or where --keys says). Every backup overwrites it, and so does the worker each hour, so
that a backup from before somebody was erased can no longer show them. Do not keep old copies of the key file.
The server's key (server.key in the data folder, or BARNRAISE_KEY) is in neither: keep a copy of it in a safe.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keys: { type: 'string' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Say which one file to write.');
    return withServer(async (server) => {
      const owner = requireOwner(server);
      await requireCurrentSchema(owner);
      const places = keyPlaces(server.config.dataDir, file, values.keys);
      await rememberKeyPlaces(owner, places);
      const { tables, rows, keys } = await writeBackup(owner, file, places);
      console.log(`${file}: ${rows} rows of ${tables} tables.`);
      console.log(`Keys and search hashes of people (${keys} rows) apart, in: ${places.join(', ')}.`);
      return 0;
    });
  },
};
