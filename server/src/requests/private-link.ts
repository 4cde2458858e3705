import { createHash, randomBytes } from 'node:crypto';

/** The token of a private link: 128 random bits, shown once and kept only as a hash. */
export function newLinkToken(): string {
  return randomBytes(16).toString('base64url');
}

/**
 * The token of the link that one posted form leads to. The form's key has 122 random bits that only its sender and this
 * page ever had, so a form sent twice over a bad line gives the same link, and nothing has to be kept to make it again.
 */
export function linkTokenFrom(formSecret: string): string {
  return createHash('sha256').update(`private-link|${formSecret}`).digest().subarray(0, 16).toString('base64url');
}

/** What is stored of a private link. A plain hash is enough, since nobody can guess 128 bits. */
export function hashLinkToken(token: string): Buffer {
  return createHash('sha256').update(token).digest();
}

/** True for text that may be a token; keeps anything else away from the database. */
export function isLinkToken(text: string): boolean {
  return /^[\w-]{22}$/.test(text);
}
