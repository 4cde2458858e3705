import { excess } from './partition.ts';
import type { Partition } from './partition.ts';

/** Columns (and requests left out) looked at before giving up: some hundredths of a second. */
const looksMost = 200_000;

/** Where a search through the choices stands. */
interface Choice {
  readonly partition: Partition;
  readonly prices: Float64Array;
  readonly excess: Float64Array;
  /** By request: the columns that hold it, the cheapest beyond their price first. */
  readonly columnsOf: readonly number[][];
  /** Requests, those with the fewest columns first. */
  readonly order: Int32Array;
  readonly supply: Int32Array;
  readonly chosen: number[];
  best: number[] | null;
  /** What may still be paid beyond the prices. */
  bound: number;
  readonly margin: number;
  looks: number;
}

/**
 * The columns of a choice cheaper than `known`, or null. `prices` leave no column below its price, and add up to
 * `least`: so a choice has only the difference to spend, and most columns are too dear from the outset. Depth first,
 * always the request with the fewest columns left to it.
 */
export function chooseColumns(
  partition: Partition,
  prices: Float64Array,
  least: number,
  known: number,
): readonly number[] | null {
  const margin = 1e-7 * Math.max(1, Math.abs(known));
  const bound = known - least - margin;
  const excesses = Float64Array.from({ length: partition.columns }, (_, j) => excess(partition, prices, j));
  const columnsOf: number[][] = Array.from({ length: partition.requestCount }, () => []);
  const affordable = [...excesses.keys()].filter((j) => excesses[j]! < bound);
  affordable.sort((a, b) => excesses[a]! - excesses[b]! || a - b);
  for (const j of affordable) {
    const last = partition.rowFrom[j + 1]! - 1;
    for (let at = partition.rowFrom[j]!; at < last; at += 1) columnsOf[partition.rows[at]!]!.push(j);
  }
  const choice: Choice = {
    partition,
    prices,
    excess: excesses,
    columnsOf,
    order: Int32Array.from(columnsOf.keys()).sort((a, b) => columnsOf[a]!.length - columnsOf[b]!.length || a - b),
    supply: partition.supply.slice(),
    chosen: [],
    best: null,
    bound,
    margin,
    looks: 0,
  };
  descend(choice, 0, 0);
  return choice.best;
}

function descend(choice: Choice, rank: number, spent: number): void {
  const { order, supply, partition, excess: excesses } = choice;
  let next = rank;
  while (next < order.length && supply[order[next]!] === 0) next += 1;
  if (next === order.length) {
    keepChoice(choice, spent + pricesOfIdle(choice));
    return;
  }
  const request = order[next]!;
  for (const j of choice.columnsOf[request]!) {
    if (spent + excesses[j]! >= choice.bound) break;
    choice.looks += 1;
    if (choice.looks > looksMost) return;
    if (!isFree(choice, j)) continue;
    take(choice, j, 1);
    choice.chosen.push(j);
    descend(choice, next + 1, spent + excesses[j]!);
    choice.chosen.pop();
    take(choice, j, -1);
  }
  const left = partition.dearest[request]! - choice.prices[request]!;
  choice.looks += 1;
  if (spent + left >= choice.bound || choice.looks > looksMost) return;
  supply[request] = 0;
  descend(choice, next + 1, spent + left);
  supply[request] = 1;
}

function keepChoice(choice: Choice, spent: number): void {
  if (spent >= choice.bound) return;
  choice.bound = spent - choice.margin;
  choice.best = [...choice.chosen];
}

/** Vehicles have prices below zero where they are scarce: the bound counted on all of them being used. */
function pricesOfIdle({ partition, prices, supply }: Choice): number {
  let sum = 0;
  for (let kind = partition.requestCount; kind < supply.length; kind += 1) sum -= prices[kind]! * supply[kind]!;
  return sum;
}

function isFree(choice: Choice, j: number): boolean {
  const { rowFrom, rows } = choice.partition;
  for (let at = rowFrom[j]!; at < rowFrom[j + 1]!; at += 1) if (choice.supply[rows[at]!] === 0) return false;
  return true;
}

function take(choice: Choice, j: number, count: number): void {
  const { rowFrom, rows } = choice.partition;
  for (let at = rowFrom[j]!; at < rowFrom[j + 1]!; at += 1) choice.supply[rows[at]!]! -= count;
}
