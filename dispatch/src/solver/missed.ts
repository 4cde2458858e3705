import type { Model } from './model/model.ts';
import type { SearchState } from './search-state.ts';

/** By request: 1 if it is missed while absent. What nobody can do, or what may as well be left out, never is. */
export function listMissed({ worth, requests, vehicleCount }: Model): Uint8Array {
  return Uint8Array.from(worth.tier, (tier, q) => {
    const row = q * vehicleCount;
    return Number(tier >= 0 && requests.compatible.subarray(row, row + vehicleCount).includes(1));
  });
}

/** More than this share of the worth absent, and not all of it: the day has far too much work. */
const scarceShare = 0.15;

export function isScarce({ model, absent }: SearchState): boolean {
  const { all, lost } = weigh(model.worth, absent.at);
  return all > 0 && lost > scarceShare * all && lost < all;
}

/** Sum of the worth of what is not optional, and of what of it is absent. */
export function weigh({ tier, weight }: Model['worth'], absentAt: Int32Array): { all: number; lost: number } {
  let all = 0;
  let lost = 0;
  for (let q = 0; q < tier.length; q += 1) {
    if (tier[q]! < 0) continue;
    all += weight[q]!;
    if (absentAt[q]! >= 0) lost += weight[q]!;
  }
  return { all, lost };
}
