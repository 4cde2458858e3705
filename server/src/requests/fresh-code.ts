import { newShortCode, type ShortCode, shortCodeRandomBytes } from '@barnraise/kernel/short-code.ts';

import { freshBytes } from '../database/random-bytes.ts';

/** A code to say on the phone, for a request, an offer or the public address of a need. It names, and opens nothing. */
export function freshShortCode(): ShortCode {
  return newShortCode(freshBytes(shortCodeRandomBytes));
}
