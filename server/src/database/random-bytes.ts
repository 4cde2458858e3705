import { randomFillSync } from 'node:crypto';

/** Each question to the system's generator costs some microseconds, whether it is for ten bytes or for thousands. */
const poolBytes = 8192;
const pool = Buffer.alloc(poolBytes);
let taken = poolBytes;

/**
 * So many bytes from the system's generator, at most {@link poolBytes}. Ids, codes and nonces are drawn by the thousand, so
 * they come from a supply; what was given is wiped there. Keys are drawn by themselves (`newKey`).
 */
export function freshBytes(count: number): Buffer {
  if (taken + count > poolBytes) {
    randomFillSync(pool);
    taken = 0;
  }
  const given = Buffer.from(pool.subarray(taken, taken + count));
  pool.fill(0, taken, taken + count);
  taken += count;
  return given;
}
