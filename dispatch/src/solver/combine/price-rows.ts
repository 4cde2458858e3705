import { excess } from './partition.ts';
import type { Partition } from './partition.ts';

/** Most steps; as prices begin where they ended the last time, more are not needed. */
const stepsEnough = 200;
/** After so many steps without a better bound they become shorter. */
const patience = 12;
const shorter = 0.75;
/** How much of the last direction is kept: without it prices swing to and fro. */
const momentum = 0.7;

interface Market {
  readonly trial: Float64Array;
  /** How many routes that are worth their price hold the row. */
  readonly held: Int32Array;
  /** By how much the price can rise without any route becoming worth more than it costs. */
  readonly spare: Float64Array;
  readonly pull: Float64Array;
}

/**
 * Raises and lowers prices until they explain what a plan costs (Lagrangian relaxation, subgradient steps with
 * momentum): what worthwhile routes hold twice becomes cheaper, what none holds dearer. Leaves prices at which no
 * route is worth more than it costs, and returns their sum: what every choice costs at least. `known` is the cost of
 * one choice.
 */
export function priceRows(partition: Partition, prices: Float64Array, known: number, stepsMost: number): number {
  const steps = Math.min(stepsMost, stepsEnough);
  const market: Market = {
    trial: prices.slice(),
    held: new Int32Array(prices.length),
    spare: new Float64Array(prices.length),
    pull: new Float64Array(prices.length),
  };
  let least = -Infinity;
  let highest = -Infinity;
  let length = 1;
  let idle = 0;
  for (let step = 0; step < steps && known - least > 1e-7 * Math.abs(known); step += 1) {
    const relaxed = judge(partition, market);
    const safe = sumPrices(partition, market.trial, market.spare);
    if (safe > least) {
      least = safe;
      for (let row = 0; row < prices.length; row += 1) prices[row] = market.trial[row]! + market.spare[row]!;
    }
    idle = relaxed > highest ? 0 : idle + 1;
    highest = Math.max(highest, relaxed);
    if (idle === patience) {
      length *= shorter;
      idle = 0;
    }
    if (!move(partition, market, length * Math.max(known - relaxed, 1e-6 * Math.abs(known)))) break;
  }
  return least;
}

/** Which routes are worth their price, and what a plan costs at least if only that counted. */
function judge(partition: Partition, market: Market): number {
  const { columns, rowFrom, rows, requestCount, dearest } = partition;
  const { trial, held, spare } = market;
  held.fill(0);
  for (let row = 0; row < trial.length; row += 1) spare[row] = row < requestCount ? dearest[row]! - trial[row]! : 0;
  let relaxed = sumPrices(partition, trial, null);
  for (let j = 0; j < columns; j += 1) {
    const rest = excess(partition, trial, j);
    const beyond = rowFrom[j + 1]!;
    const share = rest / (beyond - 1 - rowFrom[j]!);
    for (let at = rowFrom[j]!; at < beyond - 1; at += 1) if (share < spare[rows[at]!]!) spare[rows[at]!] = share;
    if (rest >= 0) continue;
    relaxed += rest;
    for (let at = rowFrom[j]!; at < beyond; at += 1) held[rows[at]!]! += 1;
  }
  return relaxed;
}

function sumPrices(partition: Partition, prices: Float64Array, spare: Float64Array | null): number {
  let sum = 0;
  for (let row = 0; row < prices.length; row += 1) {
    sum += (prices[row]! + (spare === null ? 0 : spare[row]!)) * partition.supply[row]!;
  }
  return sum;
}

/** One step. False if supply and demand agree: then the prices are right. */
function move(partition: Partition, market: Market, gap: number): boolean {
  const { supply, dearest } = partition;
  const { trial, held, pull } = market;
  let norm = 0;
  for (let row = 0; row < trial.length; row += 1) {
    pull[row] = momentum * pull[row]! + supply[row]! - held[row]!;
    if (trial[row]! >= dearest[row]! && pull[row]! > 0) pull[row] = 0;
    norm += pull[row]! ** 2;
  }
  if (norm === 0) return false;
  for (let row = 0; row < trial.length; row += 1) {
    trial[row] = Math.min(trial[row]! + (gap / norm) * pull[row]!, dearest[row]!);
  }
  return true;
}
