// A short code is read over a bad line and written on a hand: seven letters and digits and a check character. Left out
// are those that look alike (0 O, 1 I L, 5 S, 2 Z, 8 B, U V) and, of those that sound alike in English or Spanish, all
// but one (B C D E G beside P T V, N beside M). 19 are left, a prime, which makes the check exact.
const alphabet = '34679AFHJKMPQRTVWXY';
const base = alphabet.length;
const bodyLength = 7;

/** What people hear or see for a letter that is used; whatever else is left out is refused. */
const mistaken: { readonly [Typed in string]?: string } = { N: 'M', B: 'V', D: 'T', U: 'V', S: 'F' };

export type ShortCode = string & { readonly __shortCode: true };

/** Bytes of randomness that {@link newShortCode} takes: eight, so that the remainder is uneven by less than 1 in 10^10. */
export const shortCodeRandomBytes = 8;

/**
 * A code of seven characters and a check character, shown as `ABCD-EFGH`: 19^7, about 894 million. It names a request, it
 * does not open one; that takes the private link.
 */
export function newShortCode(random: Uint8Array): ShortCode {
  if (random.length < shortCodeRandomBytes) throw new RangeError('newShortCode needs 8 random bytes');
  let value = 0n;
  for (const byte of random.subarray(0, shortCodeRandomBytes)) value = value * 256n + BigInt(byte);
  let body = '';
  for (let index = 0; index < bodyLength; index += 1) {
    body += alphabet.charAt(Number(value % BigInt(base)));
    value /= BigInt(base);
  }
  return (body + checkCharacter(body)) as ShortCode;
}

/** As people should see and say it, in two halves. */
export function showShortCode(code: ShortCode): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/**
 * Reads a code as typed: any case, spaces and dashes, some letters taken for others. Every single wrong character and
 * every swap of two neighbors is found by the check character, and gives undefined.
 */
export function parseShortCode(text: string): ShortCode | undefined {
  const typed = text
    .normalize('NFKC')
    .toUpperCase()
    .replace(/[\s.\-_–—]/g, '');
  const code = Array.from(typed, (letter) => mistaken[letter] ?? letter).join('');
  if (code.length !== bodyLength + 1) return undefined;
  const body = code.slice(0, bodyLength);
  if (!Array.from(code).every((letter) => alphabet.includes(letter))) return undefined;
  return checkCharacter(body) === code.slice(bodyLength) ? (code as ShortCode) : undefined;
}

/** Weighted sum modulo a prime, weights 2 to 8: all differ and none is a multiple of 19. */
function checkCharacter(body: string): string {
  let sum = 0;
  for (let index = 0; index < body.length; index += 1) sum += (index + 2) * alphabet.indexOf(body.charAt(index));
  return alphabet.charAt(sum % base);
}
