import { parseArgs } from 'node:util';

import { BackupError, type BackupHeader } from '../database/backup/backup-format.ts';
import { keyPlaces } from '../database/backup/key-places.ts';
import { type RestoreReport, restoreBackup } from '../database/backup/restore-backup.ts';
import { availableKey, checkOf } from '../database/vault/server-key.ts';
import { type Command, UsageError } from './command.ts';
import { type ReachedServer, requireOwner, withServer } from './with-server.ts';

export const restore: Command = {
  usage: 'FILE [--keys FILE] [--without-keys]',
  summary: 'Reads a backup into an empty database.',
  details: `Of the key files (person-keys.backup in the data folder and beside FILE, or the one that --keys names) the newest whole one
is taken. Put server.key back into the data folder first, or set BARNRAISE_KEY. People who were erased since the backup stay
erased. With --without-keys every private detail in the backup is lost.`,
  run: (args) => {
    const { values, positionals } = parseArgs({
      args: [...args],
      options: { keys: { type: 'string' }, 'without-keys': { type: 'boolean' } },
      allowPositionals: true,
    });
    const [file] = positionals;
    if (file === undefined || positionals.length > 1) throw new UsageError('Say which one file to read.');
    return withServer(async (server) => {
      const places = keyPlaces(server.config.dataDir, file, values.keys);
      const keyFiles = values['without-keys'] ? undefined : places;
      const approve = (header: BackupHeader): void => requireBackupsKey(server, header);
      show(await restoreBackup(requireOwner(server), { file, keyFiles, approve }));
      return 0;
    });
  },
};

/** With another key the details could not be opened, and the program would refuse to start. */
function requireBackupsKey({ config, secrets }: ReachedServer, header: BackupHeader): void {
  const { key, place } = availableKey(config.dataDir, secrets.serverKey);
  if (header.serverKeyCheck === null || (key && checkOf(key) === header.serverKeyCheck)) return;
  throw new BackupError(
    `The backup belongs to another server key than the one in ${place}. Put the key back that the server had then.`,
  );
}

function show({ madeAt, rows, jobs, erased }: RestoreReport): void {
  console.log(`The backup of ${madeAt} is back: ${rows} rows, ${jobs} waiting jobs.`);
  if (erased > 0) console.log(`${erased} people are erased: they were since then, or their keys are lost.`);
  console.log('Everybody has to sign in again.');
}
