import { describe, expect, it } from 'vitest';

import { createRandom } from '../random.ts';
import type { Random } from '../random.ts';
import { chooseColumns } from './choose-columns.ts';
import { excess } from './partition.ts';
import type { Partition } from './partition.ts';
import { priceRows } from './price-rows.ts';

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
