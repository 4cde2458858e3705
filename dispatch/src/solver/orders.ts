import type { Model } from './model/model.ts';
import type { Random } from './random.ts';

/**
 * The orders in which absent requests are put back: which one is drawn anew for every iteration, so that now the
 * bulky, now the far, now the tight ones choose first. Weights after Christiaens and Vanden Berghe (2020), with
 * "worth" added for days on which not everything can be done.
 */
export interface Orders {
  /** Ascending keys by request, one array per order but the first (random). */
  readonly keys: readonly Float64Array[];
  readonly weights: readonly number[];
  readonly weightSum: number;
  readonly shuffled: Float64Array;
}

export function createOrders(model: Model): Orders {
  const { requestCount, requests, visits, worth } = model;
  const per = (key: (q: number, first: number, last: number) => number): Float64Array =>
    Float64Array.from({ length: requestCount }, (_, q) =>
      key(q, requests.firstVisit[q]!, requests.firstVisit[q + 1]! - 1),
    );
  const far = per((_, first, last) => (fromStart(model, first) + fromStart(model, last)) / 2);
  const pairs = requests.shape.some((shape) => shape !== 0);
  const named: readonly (readonly [number, Float64Array])[] = [
    [4, per((_, first) => -amount(model, first))],
    [2, far.map((distance) => -distance)],
    [1, far],
    [2, per((_, first, last) => visits.close[first]! - visits.open[first]! + visits.close[last]! - visits.open[last]!)],
    [2, per((_, first) => visits.open[first]!)],
    [2, per((_, __, last) => -visits.close[last]!)],
    [pairs ? 2 : 0, per((_, first, last) => -model.travel.time[0]![first * model.spotCount + last]!)],
    [unequal(worth.weight) || worth.tierCount > 1 ? 6 : 0, per((q) => worth.tier[q]! * 1e6 - worth.weight[q]!)],
  ];
  const used = named.filter(([weight, keys]) => weight > 0 && unequal(keys));
  const weights = [4, ...used.map(([weight]) => weight)];
  return {
    keys: used.map(([, keys]) => keys),
    weights,
    weightSum: weights.reduce((sum, weight) => sum + weight, 0),
    shuffled: new Float64Array(requestCount),
  };
}

/** Sorts `list[0 … count-1]` by an order drawn at random. */
export function arrange(orders: Orders, random: Random, list: Int32Array, count: number): void {
  let draw = random.unit() * orders.weightSum;
  let chosen = 0;
  while (draw >= orders.weights[chosen]! && chosen < orders.weights.length - 1) {
    draw -= orders.weights[chosen]!;
    chosen += 1;
  }
  const { shuffled } = orders;
  if (chosen === 0) for (let index = 0; index < count; index += 1) shuffled[list[index]!] = random.unit();
  sortByKey(list, count, chosen === 0 ? shuffled : orders.keys[chosen - 1]!);
}

/** Ten or twenty entries are the rule, and insertion sort is the quickest for them; a first plan sorts them all. */
function sortByKey(list: Int32Array, count: number, keys: Float64Array): void {
  if (count > 100) {
    list.subarray(0, count).sort((a, b) => keys[a]! - keys[b]! || a - b);
    return;
  }
  for (let index = 1; index < count; index += 1) {
    const request = list[index]!;
    const key = keys[request]!;
    let hole = index;
    while (hole > 0 && keys[list[hole - 1]!]! > key) {
      list[hole] = list[hole - 1]!;
      hole -= 1;
    }
    list[hole] = request;
  }
}

function fromStart(model: Model, visit: number): number {
  return model.travel.time[model.fleet.kindOf[0]!]![model.fleet.startSpot[0]! * model.spotCount + visit]!;
}

function amount(model: Model, visit: number): number {
  let sum = 0;
  for (let d = 0; d < model.dimensions; d += 1) sum += Math.abs(model.visits.change[visit * model.dimensions + d]!);
  return sum;
}

function unequal(values: Float64Array): boolean {
  return values.some((value) => value !== values[0]);
}
