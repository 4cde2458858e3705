/**
 * Choosing routes as a set partition. A column stands for a route. A row stands for a request, which is wanted once
 * or left out at its penalty, or (behind the requests) for a kind of vehicle, of which there are only so many.
 */
export interface Partition {
  readonly columns: number;
  readonly cost: Float64Array;
  /** Rows of column j: `rows[rowFrom[j]] … rows[rowFrom[j + 1] - 1]`, the kind's row last. */
  readonly rowFrom: Int32Array;
  readonly rows: Int32Array;
  readonly requestCount: number;
  /** By row: how many of the chosen columns may hold it, and those of a request must. */
  readonly supply: Int32Array;
  /** By row: the highest price. Requests: the penalty of leaving it out. Kinds: 0, as a vehicle may stand idle. */
  readonly dearest: Float64Array;
}

/** What column j costs beyond the prices of its rows. */
export function excess(partition: Partition, prices: Float64Array, j: number): number {
  const { cost, rowFrom, rows } = partition;
  let rest = cost[j]!;
  for (let at = rowFrom[j]!; at < rowFrom[j + 1]!; at += 1) rest -= prices[rows[at]!]!;
  return rest;
}
