import { hash, type KeyObject } from 'node:crypto';

const blockBytes = 64;
const innerByte = 0x36;
const outerByte = 0x5c;

/** Bytes of one hash. */
const hashBytes = 32;

/** HMAC-SHA-256 (RFC 2104) under one key. */
export type KeyedHash = (text: string) => Buffer;

/**
 * Makes the hash of a key, of at most 64 bytes. An import takes some twenty hashes a person, and Node's own object for each
 * costs three times as much as hashing itself; so the two paddings are made once, and each hash is two calls. A test holds
 * it to Node's `createHmac`.
 */
export function keyedHash(key: KeyObject): KeyedHash {
  const secret = key.export();
  if (secret.length > blockBytes) throw new RangeError('A longer key would have to be hashed first.');
  const padded = (byte: number): Buffer =>
    Buffer.from(Buffer.alloc(blockBytes).map((_, index) => (secret[index] ?? 0) ^ byte));
  const inner = padded(innerByte);
  const outer = Buffer.concat([padded(outerByte), Buffer.alloc(hashBytes)]);
  return (text) => {
    const length = Buffer.byteLength(text);
    const message = Buffer.allocUnsafe(blockBytes + length);
    inner.copy(message);
    message.write(text, blockBytes);
    hash('sha256', message, 'buffer').copy(outer, blockBytes);
    return hash('sha256', outer, 'buffer');
  };
}
