/** Numbers that look random and are the same for the same seed (SplitMix32); for tests and benches only. */
export interface RandomNumbers {
  /** In [0, 1). */
  readonly fraction: () => number;
  /** A whole number in [low, high]. */
  readonly between: (low: number, high: number) => number;
  readonly pick: <T>(list: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
}

export function randomNumbers(seed: number): RandomNumbers {
  let state = seed >>> 0;
  const fraction = () => {
    state = (state + 0x9e3779b9) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 16), 0x21f0aaad);
    mixed = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
    return ((mixed ^ (mixed >>> 15)) >>> 0) / 4294967296;
  };
  const between = (low: number, high: number) => low + Math.floor(fraction() * (high - low + 1));
  return {
    fraction,
    between,
    pick: (list) => list[between(0, list.length - 1)]!,
    chance: (probability) => fraction() < probability,
  };
}
