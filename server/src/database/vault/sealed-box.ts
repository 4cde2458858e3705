import { createCipheriv, createDecipheriv, createSecretKey, hkdfSync, type KeyObject, randomBytes } from 'node:crypto';

import { freshBytes } from '../random-bytes.ts';

/** Something sealed cannot be opened: another key, another place than it was sealed for, or spoiled bytes. */
export class SealError extends Error {
  override readonly name = 'SealError';
}

/** First byte of every box, so that another cipher can follow one day. */
const version = 1;
const nonceBytes = 12;
const tagBytes = 16;
const overhead = 1 + nonceBytes + tagBytes;

const keyBytes = 32;

/**
 * A key that is used more than once is best made a KeyObject: for plain bytes Node finds out what they are by an exception
 * that it throws to itself, each time.
 */
export type BoxKey = Uint8Array | KeyObject;

export function newKey(): Buffer {
  return randomBytes(keyBytes);
}

/** One of several keys made from one (RFC 5869), each for a use of its own. */
export function derivedKey(key: Buffer, use: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', key, '', use, keyBytes)));
}

/**
 * AES-256-GCM with a random nonce (NIST SP 800-38D, section 8.2.2): version, nonce, ciphertext, tag. `place` says where
 * the box belongs and is authenticated with it, so a box that is copied to another row or another person does not open.
 */
export function sealBox(key: BoxKey, place: string, plain: Uint8Array): Buffer {
  const nonce = freshBytes(nonceBytes);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(Buffer.from(place));
  const body = cipher.update(plain);
  return Buffer.concat([Buffer.of(version), nonce, body, cipher.final(), cipher.getAuthTag()]);
}

/** Opens what {@link sealBox} made for the same place, or throws a {@link SealError}. */
export function openBox(key: BoxKey, place: string, box: Uint8Array): Buffer {
  if (box.length < overhead || box[0] !== version) throw new SealError(`What is sealed for ${place} is spoiled.`);
  const decipher = createDecipheriv('aes-256-gcm', key, box.subarray(1, 1 + nonceBytes));
  decipher.setAAD(Buffer.from(place));
  decipher.setAuthTag(box.subarray(-tagBytes));
  try {
    return Buffer.concat([decipher.update(box.subarray(1 + nonceBytes, -tagBytes)), decipher.final()]);
  } catch {
    throw new SealError(`What is sealed for ${place} does not open with this key.`);
  }
}
