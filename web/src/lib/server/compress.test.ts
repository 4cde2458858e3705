import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';

import { compress } from './compress.ts';

const page = '<p>Neighbors who help each other</p>'.repeat(100);

function ask(
  encodings: string,
  type = 'text/html',
  extra: Record<string, string> = {},
  body = page,
): Promise<Response> {
  const request = new Request('http://help.example/', { headers: { 'accept-encoding': encodings } });
  return compress(request, new Response(body, { status: 201, headers: { 'content-type': type, ...extra } }));
}

const bytesOf = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

it('takes brotli before gzip, and keeps the rest of the answer', async () => {
  const answer = await ask('gzip, deflate, br', 'text/html; charset=utf-8', { 'x-kept': 'yes' });
  expect(answer.status).toBe(201);
  expect(answer.headers.get('content-encoding')).toBe('br');
  expect(answer.headers.get('x-kept')).toBe('yes');
  const bytes = await bytesOf(answer);
  expect(answer.headers.get('content-length')).toBe(String(bytes.length));
  expect(brotliDecompressSync(bytes).toString()).toBe(page);
});

it('obeys a browser that does not want brotli', async () => {
  const answer = await ask('br;q=0, gzip');
  expect(answer.headers.get('content-encoding')).toBe('gzip');
  expect(gunzipSync(await bytesOf(answer)).toString()).toBe(page);
});

it.each([
  ['nothing is accepted', '', 'text/html', {}, page],
  ['it is a picture', 'br', 'image/png', {}, page],
  ['it is a live stream', 'br', 'text/event-stream', {}, page],
  ['it is a download', 'br', 'text/csv', { 'content-disposition': 'attachment' }, page],
  ['it fits a packet anyway', 'br', 'text/html', {}, '<p>short</p>'],
])('leaves it as it is when %s', async (_, encodings, type, extra, body) => {
  const answer = await ask(encodings, type, extra, body);
  expect(answer.headers.get('content-encoding')).toBeNull();
  expect(await answer.text()).toBe(body);
});
