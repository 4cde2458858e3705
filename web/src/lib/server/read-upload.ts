import { cleanText, formKeyOf } from './form-input.ts';

/** A form with a file, as it came. */
export interface Upload {
  /** One line of text: trimmed and cut. */
  readonly line: (name: string, lengthMax?: number) => string;
  /** A text as it was pasted, up to a length. */
  readonly text: (name: string, lengthMax: number) => string;
  readonly file: (name: string) => Promise<UploadedFile | undefined>;
  readonly idempotencyKey: string;
}

export interface UploadedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** Reads a form with a file; `too-large` for a body beyond the limit, of which nothing is kept. */
export async function readUpload(request: Request): Promise<Upload | 'too-large'> {
  const fields = await formDataOf(request);
  if (!fields) return 'too-large';
  const textOf = (name: string): string => {
    const value = fields.get(name);
    return typeof value === 'string' ? value : '';
  };
  return {
    line: (name, lengthMax = 200) => cleanText(textOf(name), lengthMax).replaceAll(/\s+/g, ' ').trim(),
    // Marks of writing direction stay: they tell the words of a program from those of people.
    text: (name, lengthMax) => textOf(name).replaceAll('\r\n', '\n').slice(0, lengthMax).toWellFormed(),
    file: async (name) => {
      const value = fields.get(name);
      if (!(value instanceof File) || value.size === 0) return undefined;
      return { name: cleanText(value.name, 200), bytes: Buffer.from(await value.arrayBuffer()) };
    },
    idempotencyKey: formKeyOf(textOf('idempotencyKey')),
  };
}

async function formDataOf(request: Request): Promise<FormData | undefined> {
  try {
    return await request.formData();
  } catch (error) {
    if ((error as { readonly status?: number }).status === 413) return undefined;
    throw error;
  }
}
