/**
 * Xoshiro128** over four 32-bit words: integer arithmetic only, so the same seed gives the same search on every
 * machine, and cheap enough (about 2 ns) to be asked several times for each visit that is moved. The words live in
 * a typed array because a closure's own variables would be boxed anew at every draw.
 * After Blackman and Vigna, "Scrambled linear pseudorandom number generators" (2021).
 */
export interface Random {
  /** A whole number from 0 up to `below` (exclusive), `below` at most 2^31. */
  below(below: number): number;
  /** From 0 (inclusive) to 1 (exclusive). */
  unit(): number;
}

export function createRandom(seed: number): Random {
  const words = spread(seed);
  const next = (): number => {
    const b = words[1]!;
    const product = Math.imul(b, 5);
    const result = Math.imul((product << 7) | (product >>> 25), 9);
    words[2]! ^= words[0]!;
    words[3]! ^= b;
    words[1]! ^= words[2]!;
    words[0]! ^= words[3]!;
    words[2]! ^= b << 9;
    const d = words[3]!;
    words[3] = (d << 11) | (d >>> 21);
    return result >>> 0;
  };
  return {
    below: (below) => Math.floor((next() / 4294967296) * below),
    unit: () => next() / 4294967296,
  };
}

/** SplitMix32: neighboring seeds must not give neighboring streams. */
function spread(seed: number): Int32Array {
  let word = seed | 0;
  return Int32Array.from({ length: 4 }, () => {
    word = (word + 0x9e3779b9) | 0;
    let mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return mixed ^ (mixed >>> 15);
  });
}
