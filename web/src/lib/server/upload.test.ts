import { describe, expect, it } from 'vitest';

import { takeUpload, type Upload, UploadError } from './upload.ts';

const boundary = 'ZZZ';
const part = (name: string, content: string, fileName?: string): string =>
  `--${boundary}\r\nContent-Disposition: form-data; name="${name}"${fileName === undefined ? '' : `; filename="${fileName}"\r\nContent-Type: text/csv`}\r\n\r\n${content}\r\n`;
const end = `--${boundary}--\r\n`;

/** A form that arrives in pieces; `breaksAfter` of them the line breaks. */
function formOf(body: string, { breaksAfter = Number.POSITIVE_INFINITY, headers = {} } = {}): Request {
  const bytes = Buffer.from(body);
  let [at, pieces] = [0, 0];
  const stream = new ReadableStream({
    pull(controller) {
      pieces += 1;
      if (pieces > breaksAfter) controller.error(new Error('aborted'));
      else if (at >= bytes.length) controller.close();
      else controller.enqueue(bytes.subarray(at, (at += 50)));
    },
  });
  return new Request('http://localhost/', {
    method: 'POST',
    body: stream,
    duplex: 'half',
    headers: { 'content-type': `multipart/form-data; boundary=${boundary}`, ...headers },
  } as RequestInit);
}

const form = { field: 'file', bytesMax: 1000 };

async function readAll(upload: Upload): Promise<unknown> {
  let text = '';
  for await (const piece of upload.bytes) text += Buffer.from(piece).toString();
  return { source: upload.text('source'), fileName: upload.fileName, text };
}

describe('takeUpload', () => {
  it('hands on the file and the fields before it', async () => {
    const request = formOf(part('source', 'call sheet') + part('file', 'a,b\n1,2', 'C:\\lists\\calls.csv') + end);
    expect(await takeUpload(request, form, readAll)).toEqual({
      taken: { source: 'call sheet', fileName: 'calls.csv', text: 'a,b\n1,2' },
    });
  });

  it.each([
    ['a file that is too large', formOf(part('file', 'x'.repeat(1001), 'a.csv') + end), 'too-large'],
    ['a form that says so beforehand', formOf('', { headers: { 'content-length': '99999999' } }), 'too-large'],
    [
      'a line that breaks in the file',
      formOf(part('file', 'x'.repeat(900), 'a.csv') + end, { breaksAfter: 5 }),
      'cut-off',
    ],
    [
      'a line that breaks before it',
      formOf(part('file', 'x'.repeat(900), 'a.csv') + end, { breaksAfter: 1 }),
      'cut-off',
    ],
    ['a form that ends in the file', formOf(part('file', 'x'.repeat(300), 'a.csv').slice(0, 200)), 'cut-off'],
    ['a form without a file', formOf(part('source', 'x') + end), 'no-file'],
    ['a file that nobody chose', formOf(part('file', '', '') + end), 'no-file'],
    ['a file under another name', formOf(part('photo', 'x', 'a.jpg') + end), 'no-file'],
    ['no form', new Request('http://localhost/', { method: 'POST', body: 'a=b' }), 'no-file'],
    ['no boundary', formOf(end, { headers: { 'content-type': 'multipart/form-data; x' } }), 'no-file'],
    ['rubbish', formOf('\u0000\u0001--ZZ--Z'.repeat(40)), 'cut-off'],
  ])('refuses %s', async (_, request, problem) => {
    const result = await takeUpload(request, form, readAll);
    expect(result).toEqual({ problem });
  });

  it('lets whoever takes a file refuse it before it has arrived', async () => {
    const request = formOf(part('file', 'x'.repeat(900), 'a.csv') + end);
    expect(await takeUpload(request, form, async () => 'refused')).toEqual({ taken: 'refused' });
  });

  it('passes on what goes wrong in taking', async () => {
    const request = formOf(part('file', 'x', 'a.csv') + end);
    const failing = takeUpload(request, form, async () => Promise.reject(new Error('disk')));
    await expect(failing).rejects.toThrow('disk');
    expect(new UploadError('cut-off').problem).toBe('cut-off');
  });
});
