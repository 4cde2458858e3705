import { pipeline, Readable } from 'node:stream';

import { Busboy, type BusboyFileStream, type BusboyInstance } from '@fastify/busboy';

/** A file as it arrives, with the fields that stood before it in its form. */
export interface Upload {
  readonly text: (name: string) => string;
  /** Its name on the sender's machine, without folders. */
  readonly fileName: string;
  /** Its bytes, read once. It throws an {@link UploadError} when the line breaks or more comes than may. */
  readonly bytes: AsyncIterable<Uint8Array>;
}

export type UploadProblem = 'no-file' | 'too-large' | 'cut-off';

/** Ends an upload that did not arrive whole. */
export class UploadError extends Error {
  override readonly name = 'UploadError';
  readonly problem: UploadProblem;

  constructor(problem: UploadProblem, cause?: unknown) {
    super(`The file did not arrive: ${problem}`, { cause });
    this.problem = problem;
  }
}

/** What a form may have beside its file: names of fields and lines between the parts. */
const fieldsBytesMax = 65_536;

/**
 * Hands a form's file on while it arrives, so that it is never whole in memory; whoever takes it slows the sender down.
 * The file must stand last in its form. A form that says beforehand that it is too large is not read at all. Returns
 * what `take` makes of the file, or why there is none; nothing is left behind by an upload that ends in a problem if
 * `take` lets go of what it has when its bytes throw.
 */
export async function takeUpload<Taken>(
  request: Request,
  form: { readonly field: string; readonly bytesMax: number },
  take: (upload: Upload) => Promise<Taken>,
): Promise<{ readonly taken: Taken } | { readonly problem: UploadProblem }> {
  const type = request.headers.get('content-type') ?? '';
  if (!request.body || !/^multipart\/form-data\s*;/i.test(type)) return { problem: 'no-file' };
  if (Number(request.headers.get('content-length') ?? 0) > form.bytesMax + fieldsBytesMax)
    return { problem: 'too-large' };
  try {
    return await readParts(request.body, type, form, take);
  } catch (error) {
    if (error instanceof UploadError) return { problem: error.problem };
    throw error;
  }
}

async function readParts<Taken>(
  body: NonNullable<Request['body']>,
  type: string,
  { field, bytesMax }: { readonly field: string; readonly bytesMax: number },
  take: (upload: Upload) => Promise<Taken>,
): Promise<{ readonly taken: Taken } | { readonly problem: UploadProblem }> {
  const fields = new Map<string, string>();
  const parts = openParts(type, bytesMax);
  parts.on('field', (name, value) => fields.set(name, value));
  const found = await firstFile(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), parts, field);
  if (!found) return { problem: 'no-file' };
  try {
    const { fileName, stream } = found;
    return { taken: await take({ text: (name) => fields.get(name) ?? '', fileName, bytes: whole(stream) }) };
  } finally {
    // Whoever refuses a file early does not wait for the rest of it, which is passed over.
    found.stream.resume();
  }
}

function openParts(type: string, bytesMax: number): BusboyInstance {
  const limits = {
    fileSize: bytesMax,
    files: 1,
    fields: 30,
    fieldNameSize: 100,
    fieldSize: 4096,
    parts: 40,
    headerPairs: 40,
  };
  try {
    return new Busboy({ headers: { 'content-type': type }, limits });
  } catch (error) {
    throw new UploadError('no-file', error);
  }
}

interface FoundFile {
  readonly fileName: string;
  readonly stream: BusboyFileStream;
}

/** Reads on until the file begins; undefined when the form ends without one. */
function firstFile(source: Readable, parts: BusboyInstance, field: string): Promise<FoundFile | undefined> {
  return new Promise((resolve, reject) => {
    let open: BusboyFileStream | undefined;
    parts.on('file', (name, stream, fileName: string | undefined) => {
      // Whoever reads the stream sees its error too; without a handler here it would end the process.
      stream.on('error', () => undefined);
      if (name !== field || !fileName) return void stream.resume();
      open = stream;
      resolve({ fileName: fileName.split(/[/\\]/).at(-1) ?? '', stream });
    });
    pipeline(source, parts, (error) => {
      if (!error) return resolve(undefined);
      const cutOff = new UploadError('cut-off', error);
      open?.destroy(cutOff);
      reject(cutOff);
    });
  });
}

/** All of a file's bytes, or an error: never a part of it that looks like the whole. */
async function* whole(stream: BusboyFileStream): AsyncGenerator<Uint8Array, void, undefined> {
  try {
    yield* stream as AsyncIterable<Uint8Array>;
  } catch (error) {
    throw error instanceof UploadError ? error : new UploadError('cut-off', error);
  }
  if (stream.truncated) throw new UploadError('too-large');
}
