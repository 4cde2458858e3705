import { randomBytes } from 'node:crypto';

import { newShortCode, type ShortCode, shortCodeRandomBytes } from '@barnraise/kernel/short-code.ts';

/** A code to say on the phone, for a request, an offer or the public address of a need. It names, and opens nothing. */
export function freshShortCode(): ShortCode {
  return newShortCode(randomBytes(shortCodeRandomBytes));
}
