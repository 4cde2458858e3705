/** A small generator of chance that always tells the same story (xorshift; Marsaglia, 2003). */
export interface Chance {
  /** A whole number from 0 to below `most`. */
  below(most: number): number;
  pick<T>(all: readonly T[]): T;
  /** True so many times in a hundred. */
  percent(share: number): boolean;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0 || 1;
  const below = (most: number): number => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    state >>>= 0;
    return state % most;
  };
  return {
    below,
    percent: (share) => below(100) < share,
    pick: (all) => {
      const picked = all[below(all.length)];
      if (picked === undefined) throw new RangeError('Nothing to pick from');
      return picked;
    },
  };
}
