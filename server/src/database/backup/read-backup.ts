import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';

import {
  type BackupEnd,
  BackupError,
  type BackupHeader,
  rowsEnd,
  type TableEnd,
  type TableHeader,
  tableSum,
} from './backup-format.ts';

export type BackupReader = {
  readonly header: BackupHeader;
  /** The tables in order; each one's rows must be read to the end before the next is asked for. */
  readonly tables: AsyncGenerator<BackupTable, void, void>;
  readonly close: () => void;
};

export type BackupTable = TableHeader & {
  /** The rows as COPY wrote them. Ends with an error when number or checksum do not agree. */
  readonly rows: AsyncGenerator<Buffer, void, void>;
};

/** Opens a backup or key file and reads its header; nothing of it is kept in memory but a piece. */
export async function readBackup(file: string, format: BackupHeader['format']): Promise<BackupReader> {
  const gunzip = createGunzip({ chunkSize: 1 << 18 });
  const source = createReadStream(file);
  pipeline(source, gunzip, () => undefined);
  const lines = lineReader(gunzip);
  const header = await parsed<BackupHeader>(lines, file);
  if (header.format !== format) throw new BackupError(`${file} is not a file of the kind "${format}".`);
  if (header.formatVersion !== 1) throw new BackupError(`${file} was written by a newer version of Barnraise.`);
  return { header, tables: tablesOf(lines, file), close: () => source.destroy() };
}

async function* tablesOf(lines: LineReader, file: string): AsyncGenerator<BackupTable, void, void> {
  for (let count = 0; ; count += 1) {
    const head = await parsed<TableHeader | BackupEnd>(lines, file);
    if ('end' in head) {
      if (head.tables !== count) throw new BackupError(`${file} lacks a table.`);
      return;
    }
    yield { ...head, rows: rowsOf(lines, head.table, file) };
  }
}

async function* rowsOf(lines: LineReader, table: string, file: string): AsyncGenerator<Buffer, void, void> {
  const sum = tableSum();
  for (;;) {
    const rows = await lines.rows();
    if (rows === undefined) break;
    sum.add(rows);
    yield rows;
  }
  const expected = await parsed<TableEnd>(lines, file);
  const found = sum.end();
  if (found.rows === expected.rows && found.sha256 === expected.sha256) return;
  throw new BackupError(`${file} is spoiled: the table ${table} is not as it was written.`);
}

async function parsed<T>(lines: LineReader, file: string): Promise<T> {
  try {
    return JSON.parse((await lines.line()) ?? '') as T;
  } catch (error) {
    throw new BackupError(`${file} is not a whole backup file.`, { cause: error });
  }
}

type LineReader = {
  /** The next line without its end, or undefined after the last. */
  readonly line: () => Promise<string | undefined>;
  /** As many whole rows as are at hand, or undefined once the line `\.` has been read. */
  readonly rows: () => Promise<Buffer | undefined>;
};

function lineReader(stream: AsyncIterable<Buffer>): LineReader {
  const source = stream[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  const more = async (): Promise<boolean> => {
    const { done, value } = await source.next();
    if (done) return false;
    held = held.length === 0 ? value : Buffer.concat([held, value]);
    return true;
  };
  const take = (length: number): Buffer => {
    const taken = held.subarray(0, length);
    held = held.subarray(length);
    return taken;
  };
  const endMark = Buffer.from(`${rowsEnd}\n`);
  return {
    line: async () => {
      while (!held.includes(10)) if (!(await more())) return undefined;
      return take(held.indexOf(10) + 1)
        .toString()
        .trimEnd();
    },
    rows: async () => {
      while (!held.includes(10)) if (!(await more())) throw new BackupError('The file ends in the middle of a table.');
      if (held.subarray(0, endMark.length).equals(endMark)) {
        take(endMark.length);
        return undefined;
      }
      // A row never starts with a backslash and a dot: COPY doubles the backslashes of values.
      const end = held.indexOf(`\n${rowsEnd}\n`);
      return take(end === -1 ? held.lastIndexOf(10) + 1 : end + 1);
    },
  };
}
