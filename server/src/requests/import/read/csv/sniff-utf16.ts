/**
 * UTF-16 by its byte order mark, or by the zero that every second byte of Western text then is. A zero byte here and there
 * is damage, not UTF-16.
 */
export function sniffUtf16(head: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const pairs = Math.floor(head.length / 2);
  if (pairs < 2) return undefined;
  const zeros = [0, 0];
  for (let index = 0; index < pairs * 2; index += 1) if (head[index] === 0) zeros[index % 2]! += 1;
  const [even = 0, odd = 0] = zeros;
  if (odd > pairs * 0.6 && even < pairs * 0.2) return 'utf-16le';
  if (even > pairs * 0.6 && odd < pairs * 0.2) return 'utf-16be';
  return undefined;
}
