import { type Entry, fromBufferPromise } from 'yauzl';

import { TableError, tableLimits, type WholeFileProblem } from '../table-row.ts';

/** The parts of a workbook, which is a ZIP archive. Nothing is unpacked before it is asked for, and only up to a limit. */
export interface ZipParts {
  readonly names: readonly string[];
  /** Throws a TableError when the part is missing, broken or unpacks to more than `bytesMax`. */
  readonly stream: (name: string, bytesMax: number) => AsyncGenerator<Buffer>;
  readonly text: (name: string) => Promise<string>;
}

/** Opens a ZIP archive; a TableError when it is broken or has more parts than any workbook. */
export async function openZip(bytes: Buffer): Promise<ZipParts> {
  const entries = new Map<string, Entry>();
  const zip = await fromBufferPromise(bytes).catch(broken);
  try {
    for await (const entry of zip.eachEntry()) {
      entries.set(entry.fileName, entry);
      if (entries.size > tableLimits.parts) throw new TableError({ code: 'unpacks-too-big' });
    }
  } catch (error) {
    throw problemOf(error);
  }
  async function* stream(name: string, bytesMax: number): AsyncGenerator<Buffer> {
    const entry = entries.get(name);
    if (!entry) throw new TableError({ code: 'broken-workbook' });
    if (entry.isEncrypted()) throw new TableError({ code: 'encrypted-workbook' });
    // What an archive says of its sizes may be wrong: the bytes are counted as they come out.
    if (entry.uncompressedSize > bytesMax) throw new TableError({ code: 'unpacks-too-big' });
    let size = 0;
    try {
      for await (const chunk of await zip.openReadStreamPromise(entry)) {
        size += (chunk as Buffer).length;
        if (size > bytesMax) throw new TableError({ code: 'unpacks-too-big' });
        yield chunk as Buffer;
      }
    } catch (error) {
      throw problemOf(error);
    }
  }
  const text = async (name: string): Promise<string> => {
    const chunks: Buffer[] = [];
    for await (const chunk of stream(name, tableLimits.smallPartBytes)) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  return { names: [...entries.keys()], stream, text };
}

function broken(cause: unknown, code: WholeFileProblem = 'broken-workbook'): never {
  throw new TableError({ code }, cause);
}

function problemOf(error: unknown): TableError {
  return error instanceof TableError ? error : new TableError({ code: 'broken-workbook' }, error);
}
