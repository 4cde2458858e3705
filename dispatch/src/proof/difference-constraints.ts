import highsModule from 'highs';
import type { Highs } from 'highs';

// The package types its CommonJS shape, Node loads its ESM one, whose default is the loader itself.
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** `times[to] - times[from] >= least`; variable 0 is the time zero. */
export interface Difference {
  readonly from: number;
  readonly to: number;
  readonly least: number;
}

/** `price` for each second that `times[to] - times[from]` exceeds `over`; with `over` -Infinity for every second. */
export interface TimePrice {
  readonly from: number;
  readonly to: number;
  readonly over: number;
  readonly price: number;
}

export interface Timing {
  readonly variables: number;
  readonly differences: readonly Difference[];
  readonly prices: readonly TimePrice[];
}

/** The earliest times that keep all differences (Bellman-Ford), or null if there are none. */
export function earliestTimes(timing: Timing): number[] | null {
  const times = Array.from({ length: timing.variables }, (_, index): number => (index === 0 ? 0 : -1e12));
  for (let round = 0; round <= timing.variables + 1; round++) {
    let changed = false;
    for (const { from, to, least } of timing.differences) {
      const bound = times[from]! + least;
      if (bound <= times[to]! + 1e-9) continue;
      if (to === 0) return null;
      times[to] = bound;
      changed = true;
    }
    if (!changed) return times;
  }
  return null;
}

export interface TimedCost {
  readonly times: readonly number[];
  readonly cost: number;
}

let highs: Highs | null = null;

/** Must be awaited once before `cheapestTimes` is asked about prices. */
export async function prepareTiming(): Promise<void> {
  highs ??= await loadHighs();
}

/** The cheapest times that keep all differences, by linear program where prices depend on them; null if there are none. */
export function cheapestTimes(timing: Timing): TimedCost | null {
  const earliest = earliestTimes(timing);
  if (!earliest) return null;
  const prices = timing.prices.filter((each) => each.price > 0);
  if (prices.length === 0) return { times: earliest, cost: 0 };
  return solveProgram({ ...timing, prices });
}

/** Columns: the times, then one for each price; rows: the differences, then what each price is due for. */
function solveProgram(timing: Timing): TimedCost | null {
  if (!highs) throw new Error('prepareTiming was not awaited');
  const { constants } = highs;
  const { variables, differences, prices } = timing;
  const inf = Infinity;
  const columns = variables + prices.length;
  const starts = [0];
  const indices: number[] = [];
  const values: number[] = [];
  const rowLower: number[] = [];
  const addRow = (from: number, to: number, least: number, extra?: number) => {
    if (from === to) return;
    indices.push(from, to);
    values.push(extra === undefined ? -1 : 1, extra === undefined ? 1 : -1);
    if (extra !== undefined) {
      indices.push(extra);
      values.push(1);
    }
    starts.push(indices.length);
    rowLower.push(least);
  };
  for (const { from, to, least } of differences) if (least > -inf) addRow(from, to, least);
  // extra - (to - from) >= -over
  for (const [index, { from, to, over }] of prices.entries())
    addRow(from, to, over === -inf ? 0 : -over, variables + index);
  return highs.withModel((model) => {
    model.options.set({ output_flag: false });
    model.passModel({
      numCols: columns,
      numRows: rowLower.length,
      colCost: Array.from({ length: columns }, (_, c) => (c < variables ? 0 : prices[c - variables]!.price)),
      colLower: Array.from({ length: columns }, (_, c) =>
        c === 0 ? 0 : c < variables || prices[c - variables]!.over === -inf ? -1e9 : 0,
      ),
      colUpper: Array.from({ length: columns }, (_, c) => (c === 0 ? 0 : 1e9)),
      rowLower,
      rowUpper: rowLower.map(() => inf),
      matrix: { format: 'csr', numCols: columns, numRows: rowLower.length, starts, indices, values },
    });
    const run = model.run();
    if (run.modelStatus !== constants.modelStatus.optimal) return null;
    return { times: Array.from(model.getSolution().colValue.subarray(0, variables)), cost: model.getObjectiveValue() };
  });
}
