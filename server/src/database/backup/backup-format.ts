import { createHash } from 'node:crypto';

/**
 * The file of a backup: gzip over lines. First a header, then each table: a line about it, its rows as PostgreSQL's COPY
 * writes them in text form, a line `\.`, and a line with their number and checksum; last an end line. Anybody can read it
 * with zcat, and load one table of it with psql.
 */
export type BackupHeader = {
  readonly format: 'barnraise-backup' | 'barnraise-keys';
  readonly formatVersion: 1;
  readonly madeAt: string;
  /** The migrations that the database had had: it is read in at that level, then migrated further. */
  readonly migrations: readonly string[];
  /** The server version it came from, for the reader's information. */
  readonly postgres: string;
  /** Which server key the private details in it need; null for a database that has none yet. */
  readonly serverKeyCheck: string | null;
};

export type TableHeader = { readonly table: string; readonly columns: readonly string[] };
export type TableEnd = { readonly rows: number; readonly sha256: string };
export type BackupEnd = { readonly end: true; readonly tables: number };

export const rowsEnd = '\\.';

/** A backup that cannot be read in. The message is a sentence for the operator. */
export class BackupError extends Error {
  override readonly name = 'BackupError';
}

/** Counts rows and bytes of a table's text as it passes by. */
export function tableSum(): { readonly add: (piece: Buffer) => void; readonly end: () => TableEnd } {
  const hash = createHash('sha256');
  let rows = 0;
  return {
    add: (piece) => {
      hash.update(piece);
      for (let at = piece.indexOf(10); at !== -1; at = piece.indexOf(10, at + 1)) rows += 1;
    },
    end: () => ({ rows, sha256: hash.digest('hex') }),
  };
}

export const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
