import { createHmac, createSecretKey } from 'node:crypto';

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { keyedHash } from './keyed-hash.ts';

test('is the HMAC that Node makes', () => {
  fc.assert(
    fc.property(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.array(fc.string({ unit: 'grapheme' })),
      (bytes, texts) => {
        const key = createSecretKey(bytes);
        const ours = keyedHash(key);
        for (const text of texts) expect(ours(text)).toEqual(createHmac('sha256', key).update(text).digest());
      },
    ),
  );
});

test('refuses a key that would have to be hashed first', () => {
  expect(() => keyedHash(createSecretKey(Buffer.alloc(65, 1)))).toThrow(RangeError);
});
