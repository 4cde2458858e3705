import type { AssignBoard } from './assign-board.ts';
import type { AssignLine, AssignOutcome, AssignPrices } from './assign-outcome.ts';
import { optimizeFlow, resetPotentials } from './optimize-flow.ts';
import { upperBound } from './upper-bound.ts';

/**
 * The sharing worth most, with the proof that it is.
 *
 * @throws Error when value and bound differ, which would be a defect of this program and never the fault of the board.
 */
export function settleBoard(board: AssignBoard): AssignOutcome {
  // Withdrawals change costs under the tree's feet.
  resetPotentials(board.network);
  const pivots = optimizeFlow(board.network);
  const { lines, received, given } = readLines(board);
  const value = valueOf(board, lines, received);
  const prices = readPrices(board);
  const problem = {
    offers: [...board.offers.values()],
    needs: [...board.needs.values()],
    groups: [...board.groups.values()],
    pairs: board.pairs.map((entry) => entry.pair),
  };
  const bound = upperBound(problem, prices);
  if (bound !== value) throw new Error(`assign: the proof failed, value ${value} against bound ${bound}`);
  return { value, bound, prices, lines, unmet: listUnmet(board, received), unused: listUnused(board, given), pivots };
}

interface Flows {
  readonly lines: readonly AssignLine[];
  /** Units received by need, and given by offer and kind. */
  readonly received: ReadonlyMap<string, number>;
  readonly given: ReadonlyMap<string, ReadonlyMap<string, number>>;
}

function readLines(board: AssignBoard): Flows {
  const lines: AssignLine[] = [];
  const received = new Map<string, number>();
  const given = new Map<string, Map<string, number>>();
  for (const { pair, arc } of board.pairs) {
    const quantity = board.network.flow[arc]!;
    if (quantity === 0) continue;
    lines.push({ offer: pair.offer, need: pair.need, quantity });
    received.set(pair.need, (received.get(pair.need) ?? 0) + quantity);
    const { kind } = board.needs.get(pair.need)!;
    const byKind = given.get(pair.offer) ?? new Map<string, number>();
    byKind.set(kind, (byKind.get(kind) ?? 0) + quantity);
    given.set(pair.offer, byKind);
  }
  return { lines, received, given };
}

/** Counted from the lines and the statement, not from the costs in the network. */
function valueOf(board: AssignBoard, lines: readonly AssignLine[], received: ReadonlyMap<string, number>): number {
  let value = 0;
  let line = 0;
  for (const { pair, arc } of board.pairs) {
    if (board.network.flow[arc]! > 0) value += pair.value * lines[line++]!.quantity;
  }
  for (const need of board.needs.values()) {
    let left = received.get(need.id) ?? 0;
    for (const step of need.steps ?? []) {
      const units = Math.min(step.quantity, left);
      value += units * step.bonus;
      left -= units;
    }
  }
  return value;
}

/** The prices are the potentials of the nodes, taken apart into what belongs to the limit and what to the stock. */
function readPrices(board: AssignBoard): AssignPrices {
  const { potential } = board.network;
  const offerLimits = new Map<string, number>();
  const stocks = new Map<string, readonly number[]>();
  for (const [id, nodes] of board.offerNodes) {
    const ofLimit = nodes.limit === null ? 0 : potential[nodes.limit]!;
    offerLimits.set(id, ofLimit);
    stocks.set(
      id,
      nodes.stocks.map((node) => Math.max(0, potential[node]! - ofLimit)),
    );
  }
  const needs = new Map<string, number>();
  for (const [id, node] of board.needNodes) needs.set(id, -potential[node]!);
  const groups = new Map<string, number>();
  for (const [id, node] of board.groupNodes) groups.set(id, Math.max(0, -potential[node]!));
  return { offerLimits, stocks, needs, groups };
}

function listUnmet(board: AssignBoard, received: ReadonlyMap<string, number>): AssignOutcome['unmet'] {
  const unmet = [];
  for (const need of board.needs.values()) {
    const quantity = need.quantity - (received.get(need.id) ?? 0);
    if (quantity > 0) unmet.push({ need: need.id, quantity });
  }
  return unmet;
}

function listUnused(board: AssignBoard, given: Flows['given']): AssignOutcome['unused'] {
  const unused = [];
  for (const offer of board.offers.values()) {
    for (const stock of offer.stock) {
      const quantity = stock.quantity - (given.get(offer.id)?.get(stock.kind) ?? 0);
      if (quantity > 0) unused.push({ offer: offer.id, kind: stock.kind, quantity });
    }
  }
  return unused;
}
