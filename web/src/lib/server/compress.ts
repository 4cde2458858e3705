import { promisify } from 'node:util';
import { brotliCompress, constants, gzip } from 'node:zlib';

const brotli = promisify(brotliCompress);
const gunzippable = promisify(gzip);

// Below this a packet carries it anyway.
const smallestBytes = 600;
const texts = /^(text\/(html|plain|css|csv|calendar)|application\/(json|atom\+xml)|image\/svg\+xml)\b/;

/**
 * The same answer, smaller, when the browser can read it. Only texts that are made whole are touched: downloads and
 * live streams pass as they are. Brotli at level 5 takes about a millisecond for a page of 30 kB; higher levels cost
 * much more than they save.
 */
export async function compress(request: Request, response: Response): Promise<Response> {
  const type = response.headers.get('content-type') ?? '';
  if (!response.body || !texts.test(type) || response.headers.has('content-encoding')) return response;
  if (response.headers.has('content-disposition') || request.method === 'HEAD') return response;
  const encoding = chooseEncoding(request.headers.get('accept-encoding') ?? '');
  const headers = new Headers(response.headers);
  headers.append('vary', 'accept-encoding');
  const plain = Buffer.from(await response.arrayBuffer());
  const small = !encoding || plain.length < smallestBytes;
  const body = small ? plain : await shrink(plain, encoding);
  headers.set('content-length', String(body.length));
  if (!small) headers.set('content-encoding', encoding);
  return new Response(new Uint8Array(body), { status: response.status, statusText: response.statusText, headers });
}

type Encoding = 'br' | 'gzip';

function chooseEncoding(accepted: string): Encoding | undefined {
  const names = accepted.split(',').map((part) => part.trim().split(';'));
  const takes = (name: string): boolean =>
    names.some(([found, weight]) => found === name && !/q=0(\.0*)?$/.test(weight ?? ''));
  return takes('br') ? 'br' : takes('gzip') ? 'gzip' : undefined;
}

function shrink(plain: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === 'gzip') return gunzippable(plain, { level: 6 });
  return brotli(plain, {
    params: {
      [constants.BROTLI_PARAM_QUALITY]: 5,
      [constants.BROTLI_PARAM_SIZE_HINT]: plain.length,
      [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    },
  });
}
