import { describe, expect, it } from 'vitest';

import type { Model } from '../model/model.ts';
import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { chooseColumns } from './choose-columns.ts';
import { excess } from './partition.ts';
import type { Partition } from './partition.ts';
import type { Routes } from '../routes.ts';
import { priceRows } from './price-rows.ts';
import { createRoutePool, rememberRoute } from './route-pool.ts';
import type { RoutePool } from './route-pool.ts';

describe('choosing routes', () => {
  const cases = Array.from({ length: 60 }, (_, seed) => randomPartition(createRandom(seed + 1)));

  it('finds the cheapest choice there is', () => {
    for (const partition of cases) {
      const cheapest = cheapestByTrial(partition);
      const prices = partition.dearest.slice();
      const known = sum(partition.dearest.subarray(0, partition.requestCount));
      const least = priceRows(partition, prices, known, 200);
      const chosen = chooseColumns(partition, prices, least, known);
      expect(chosen === null ? known : costOf(partition, chosen)).toBeCloseTo(cheapest, 6);
    }
  });

  it('prices no route above its cost, and no plan above the cheapest', () => {
    for (const partition of cases) {
      const cheapest = cheapestByTrial(partition);
      const prices = partition.dearest.slice();
      const least = priceRows(partition, prices, cheapest + 1, 200);
      expect(least).toBeLessThanOrEqual(cheapest + 1e-9);
      for (let j = 0; j < partition.columns; j += 1) {
        expect(excess(partition, prices, j)).toBeGreaterThanOrEqual(-1e-9);
      }
    }
  });
});

describe('the pool', () => {
  const route = (items: readonly number[], cost: number): [Model, Routes] => [
    { fleet: { kindOf: Int32Array.of(0) } } as unknown as Model,
    {
      length: Int32Array.of(items.length),
      items: Int32Array.from([-1, ...items, -1]),
      cost: Float64Array.of(cost),
    } as unknown as Routes,
  ];
  const remember = (pool: RoutePool, items: readonly number[], cost: number, planCost: number): void => {
    const [model, routes] = route(items, cost);
    rememberRoute(model, { ...routes, stride: 0 }, pool, 0, planCost);
  };

  it('holds each set of requests once, in its cheapest order', () => {
    const pool = createRoutePool();
    remember(pool, [3, 1, 2], 12, 100);
    remember(pool, [1, 2, 3], 10, 110);
    remember(pool, [2, 1, 3], 11, 90);
    expect(pool.count[0]).toBe(1);
    expect([...pool.items.subarray(0, 3)]).toEqual([1, 2, 3]);
    expect([pool.cost[0], pool.seenAt[0]]).toEqual([10, 90]);
  });

  it('forgets routes of the worse plans when it is full, and knows the others still', () => {
    const pool = createRoutePool();
    const count = pool.kind.length + 1;
    for (let each = 0; each < count; each += 1) remember(pool, [2 * each, 2 * each + 1], 5, count - each);
    const kept = pool.count[0]!;
    expect(kept).toBeLessThanOrEqual(count / 2 + 2);
    expect(Math.max(...pool.seenAt.subarray(0, kept))).toBeLessThanOrEqual(count / 2 + 2);
    for (let each = count - kept; each < count; each += 1) remember(pool, [2 * each + 1, 2 * each], 5, count);
    expect(pool.count[0]).toBe(kept);
  });
});

/** Seven requests, two kinds of vehicles, ten routes. */
function randomPartition(random: Random): Partition {
  const requestCount = 7;
  const columns = 10;
  const rowFrom = new Int32Array(columns + 1);
  const rows: number[] = [];
  for (let j = 0; j < columns; j += 1) {
    const first = random.below(requestCount);
    for (let q = 0; q < requestCount; q += 1) if (q === first || random.unit() < 0.3) rows.push(q);
    rows.push(requestCount + random.below(2));
    rowFrom[j + 1] = rows.length;
  }
  return {
    columns,
    cost: Float64Array.from({ length: columns }, (_, j) => (rowFrom[j + 1]! - rowFrom[j]!) * (5 + random.unit() * 10)),
    rowFrom,
    rows: Int32Array.from(rows),
    requestCount,
    supply: Int32Array.from([
      ...Array.from({ length: requestCount }, () => 1),
      1 + random.below(2),
      1 + random.below(3),
    ]),
    dearest: Float64Array.from([...Array.from({ length: requestCount }, () => 20 + random.unit() * 20), 0, 0]),
  };
}

/** Every subset of the routes. */
function cheapestByTrial(partition: Partition): number {
  let cheapest = Infinity;
  for (let bits = 0; bits < 2 ** partition.columns; bits += 1) {
    const chosen = Array.from({ length: partition.columns }, (_, j) => j).filter((j) => bits & (1 << j));
    if (isAllowed(partition, chosen)) cheapest = Math.min(cheapest, costOf(partition, chosen));
  }
  return cheapest;
}

function rowsOf(partition: Partition, chosen: readonly number[]): number[] {
  return chosen.flatMap((j) => [...partition.rows.subarray(partition.rowFrom[j], partition.rowFrom[j + 1])]);
}

function isAllowed(partition: Partition, chosen: readonly number[]): boolean {
  const held = new Int32Array(partition.supply.length);
  for (const row of rowsOf(partition, chosen)) held[row]! += 1;
  return held.every((count, row) => count <= partition.supply[row]!);
}

function costOf(partition: Partition, chosen: readonly number[]): number {
  const held = new Set(rowsOf(partition, chosen));
  let cost = sum(chosen.map((j) => partition.cost[j]!));
  for (let q = 0; q < partition.requestCount; q += 1) if (!held.has(q)) cost += partition.dearest[q]!;
  return cost;
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
