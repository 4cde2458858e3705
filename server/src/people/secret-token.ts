import { createHash, randomBytes } from 'node:crypto';

import {
  newShortCode,
  parseShortCode,
  showShortCode,
  type ShortCode,
  shortCodeRandomBytes,
} from '@barnraise/kernel/short-code.ts';

/** A secret for a cookie or a link: 256 random bits, shown once and kept only as a hash. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * The token that one posted form leads to. The form's key has 122 random bits that only its page and its sender ever
 * had, so a form sent twice over a bad line signs in once and gets the same cookie both times.
 */
export function tokenOfForm(
  formKey: string,
  purpose: 'session' | 'recovery-link' | 'invitation' | 'api-token' | 'webhook',
): string {
  return createHash('sha256').update(`${purpose}|${formKey}`).digest('base64url');
}

/** What the database keeps of a key that a secret was made from: enough to know the form again, and not to make the secret. */
export function keptFormKey(formKey: string): string {
  return createHash('sha256').update(`kept|${formKey}`).digest('hex');
}

/** What is kept of a token. A plain hash is enough, since nobody can guess 256 bits. */
export function hashToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** True for text that may be a token; keeps anything else away from the database. */
export function isToken(text: string): boolean {
  return /^[\w-]{43}$/.test(text);
}

/**
 * Four digits to say aloud, for a link that somebody else may see over a shoulder; see {@link tokenOfForm}. Whoever has
 * the link learns nothing about them, since both come from the form's key by a hash.
 */
export function pinOfForm(formKey: string): string {
  const random = createHash('sha256').update(`pin|${formKey}`).digest().readUInt32BE();
  return String(random % 10_000).padStart(4, '0');
}

/** Bound to the secret token of its link, which the database does not hold, so four digits cannot be tried out there. */
export function hashPin(token: string, pin: string): Buffer {
  return createHash('sha256')
    .update(`${token} ${pin.replace(/\D/g, '')}`)
    .digest();
}

/** Parts of a recovery code: three short codes have 89 random bits, and each finds its own slips of the pen. */
const recoveryParts = 3;
const recoveryRandomBytes = recoveryParts * shortCodeRandomBytes;

/** A code for the printed recovery sheet, as it is shown: "ABCD-EFGH ABCD-EFGH ABCD-EFGH". */
export function newRecoveryCode(random: Uint8Array = randomBytes(recoveryRandomBytes)): string {
  const part = (_: unknown, index: number): string =>
    showShortCode(newShortCode(random.subarray(index * shortCodeRandomBytes)));
  return Array.from({ length: recoveryParts }, part).join(' ');
}

/** The code that stands in this place of the sheet which a form leads to; see {@link tokenOfForm}. */
export function recoveryCodeOfForm(formKey: string, place: number): string {
  return newRecoveryCode(createHash('sha256').update(`recovery-code-${place}|${formKey}`).digest());
}

/** Reads a recovery code as somebody typed it and gives what was hashed, or undefined for a slip of the pen. */
export function parseRecoveryCode(text: string): string | undefined {
  const typed = text.normalize('NFKC').replace(/[\s.\-_–—]/g, '');
  const length = typed.length / recoveryParts;
  if (!Number.isInteger(length) || typed.length > 40) return undefined;
  const parts = Array.from({ length: recoveryParts }, (_, index) =>
    parseShortCode(typed.slice(index * length, (index + 1) * length)),
  );
  return parts.every((part): part is ShortCode => part !== undefined) ? parts.join('') : undefined;
}
