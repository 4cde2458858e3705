import { existsSync } from 'node:fs';
import path from 'node:path';

import type { Pool } from 'pg';

import { refreshKeyFiles } from './write-backup.ts';

/** The key file's name in each of its places. One name, so that every new copy overwrites the last. */
export const keyFileName = 'person-keys.backup';

const placesName = 'key-file-places';

/** Where the key file lies: beside the data, and beside the backup (or where the operator says). */
export function keyPlaces(dataDir: string, backupFile: string, chosen?: string): readonly string[] {
  const second = path.resolve(chosen ?? path.join(path.dirname(path.resolve(backupFile)), keyFileName));
  return [...new Set([path.join(dataDir, keyFileName), second])];
}

/** Remembers the places, so that the copies can be overwritten between two backups. */
export async function rememberKeyPlaces(owner: Pool, places: readonly string[]): Promise<void> {
  await owner.query(
    'insert into server_values (name, value) values ($1, $2) on conflict (name) do update set value = excluded.value',
    [placesName, JSON.stringify(places)],
  );
}

/**
 * Overwrites the copies that are in reach (a disk for backups is often unplugged), so that whoever was erased since the
 * last backup is in them no more. Gives the files that were written.
 */
export async function refreshKnownKeyFiles(app: Pool): Promise<readonly string[]> {
  const { rows } = await app.query<{ value: string }>('select value from server_values where name = $1', [placesName]);
  const places = JSON.parse(rows[0]?.value ?? '[]') as string[];
  const inReach = places.filter((place) => existsSync(place));
  if (inReach.length > 0) await refreshKeyFiles(app, inReach);
  return inReach;
}
