import { chmodSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/**
 * A new data folder in the system's temporary one. The database's own user may pass through it: else the program would put
 * the database elsewhere, and whoever takes this folder away would leave half a gigabyte behind.
 */
export function dataFolder(name: string): string {
  const folder = mkdtempSync(path.join(os.tmpdir(), `barnraise-${name}-`));
  chmodSync(folder, 0o711);
  return folder;
}
