import type { Model } from '../model/model.ts';
import type { Routes } from '../routes.ts';

/**
 * Good routes met on the way, each set of requests once per kind of vehicle, with the cheapest order met. Whatever
 * kept the rules in one plan keeps them in another, as long as routes do not hear of each other; so a plan made of
 * such routes needs no search for places, only a choice.
 */
export interface RoutePool {
  /** `[0]`: routes held, `[1]`: items held. */
  readonly count: Int32Array;
  readonly kind: Int32Array;
  readonly cost: Float64Array;
  /** Cost of the cheapest plan the route stood in: the measure of what to forget. */
  readonly seenAt: Float64Array;
  readonly from: Int32Array;
  readonly length: Int32Array;
  readonly items: Int32Array;
  /** Two hashes of kind and items in any order, together 64 bits: taken for the set itself. */
  readonly hash: Int32Array;
  /** Entries by hash, plus one; 0 where free. */
  readonly table: Int32Array;
  readonly scratch: Float64Array;
}

/** Most routes held: some thousands can be combined within a few hundredths of a second. */
const capacity = 8192;
const itemRoom = capacity * 32;

export function createRoutePool(): RoutePool {
  return {
    count: new Int32Array(2),
    kind: new Int32Array(capacity),
    cost: new Float64Array(capacity),
    seenAt: new Float64Array(capacity),
    from: new Int32Array(capacity),
    length: new Int32Array(capacity),
    items: new Int32Array(itemRoom),
    hash: new Int32Array(2 * capacity),
    table: new Int32Array(4 * capacity),
    scratch: new Float64Array(capacity),
  };
}

/** Remembers route r of a plan that costs `planCost`. */
export function rememberRoute(model: Model, routes: Routes, pool: RoutePool, r: number, planCost: number): void {
  const length = routes.length[r]!;
  if (length === 0 || length > itemRoom / 4) return;
  if (pool.count[0] === capacity || pool.count[1]! + length > itemRoom) forgetWorse(pool);
  hashRoute(model, routes, r);
  const at = findSlot(pool);
  let entry = pool.table[at]! - 1;
  if (entry < 0) {
    entry = addEntry(pool, at, length);
    pool.kind[entry] = model.fleet.kindOf[r]!;
  }
  if (planCost < pool.seenAt[entry]!) pool.seenAt[entry] = planCost;
  if (routes.cost[r]! >= pool.cost[entry]!) return;
  pool.cost[entry] = routes.cost[r]!;
  const first = r * routes.stride + 1;
  for (let index = 0; index < length; index += 1) pool.items[pool.from[entry]! + index] = routes.items[first + index]!;
}

const hashed = new Int32Array(2);

/** Sums, so that the order of the items does not matter. */
function hashRoute(model: Model, routes: Routes, r: number): void {
  const first = r * routes.stride + 1;
  let one = scatter(model.fleet.kindOf[r]! + 0x10000000);
  let two = one;
  for (let slot = first; slot < first + routes.length[r]!; slot += 1) {
    const scattered = scatter(routes.items[slot]! + 1);
    one = (one + scattered) | 0;
    two = (two + Math.imul(scattered, scattered | 1)) | 0;
  }
  hashed[0] = one;
  hashed[1] = two;
}

/** Where the hashed route stands in the table, or may stand. */
function findSlot({ table, hash }: RoutePool): number {
  const mask = table.length - 1;
  let at = hashed[0]! & mask;
  while (table[at] !== 0) {
    const entry = table[at]! - 1;
    if (hash[2 * entry] === hashed[0] && hash[2 * entry + 1] === hashed[1]) break;
    at = (at + 1) & mask;
  }
  return at;
}

function addEntry(pool: RoutePool, at: number, length: number): number {
  const entry = pool.count[0]!;
  pool.table[at] = entry + 1;
  pool.hash.set(hashed, 2 * entry);
  pool.cost[entry] = pool.seenAt[entry] = Infinity;
  pool.from[entry] = pool.count[1]!;
  pool.length[entry] = length;
  pool.count[0] = entry + 1;
  pool.count[1]! += length;
  return entry;
}

/** Forgets the half that stood in the worse plans. */
function forgetWorse(pool: RoutePool): void {
  const { count, seenAt, scratch, hash, items } = pool;
  const before = count[0]!;
  scratch.set(seenAt.subarray(0, before));
  const median = scratch.subarray(0, before).sort()[before >> 1]!;
  count.fill(0);
  pool.table.fill(0);
  for (let entry = 0; entry < before; entry += 1) {
    if (seenAt[entry]! > median || count[0]! > before >> 1) continue;
    const kept = count[0]!;
    pool.kind[kept] = pool.kind[entry]!;
    pool.cost[kept] = pool.cost[entry]!;
    seenAt[kept] = seenAt[entry]!;
    hash[2 * kept] = hash[2 * entry]!;
    hash[2 * kept + 1] = hash[2 * entry + 1]!;
    items.copyWithin(count[1]!, pool.from[entry]!, pool.from[entry]! + pool.length[entry]!);
    pool.from[kept] = count[1]!;
    pool.length[kept] = pool.length[entry]!;
    let at = hash[2 * kept]! & (pool.table.length - 1);
    while (pool.table[at] !== 0) at = (at + 1) & (pool.table.length - 1);
    pool.table[at] = kept + 1;
    count[0] = kept + 1;
    count[1]! += pool.length[kept];
  }
}

/** One number scattered over 32 bits. */
function scatter(word: number): number {
  const mixed = Math.imul(word ^ (word >>> 16), 0x21f0aaad) ^ Math.imul(word, 0x9e3779b9);
  const again = Math.imul(mixed ^ (mixed >>> 15), 0x735a2d97);
  return again ^ (again >>> 15);
}
