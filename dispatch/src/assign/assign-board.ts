import type { AssignRefusal, Need, NeedGroup, Offer, Pair } from './assign-problem.ts';
import { addArc, addNode, emptyNetwork, root } from './flow-network.ts';
import type { FlowNetwork } from './flow-network.ts';
import { refuseGroup, refuseNeed, refuseOffer, refusePair, refuseTotal } from './refuse-problem.ts';

/**
 * A board that stays open: needs and offers come and go, and `settleBoard` answers the best sharing after each change for
 * a small part of the price of starting over.
 */
export interface AssignBoard {
  readonly network: FlowNetwork;
  readonly offers: Map<string, Offer>;
  readonly needs: Map<string, Need>;
  readonly groups: Map<string, NeedGroup>;
  /** Every pair with its arc, in the order of arrival. */
  readonly pairs: { readonly pair: Pair; readonly arc: number }[];
  /** Nodes by id: of the offer, when it has a limit of its own; of its stocks, in order. */
  readonly offerNodes: Map<string, { readonly limit: number | null; readonly stocks: readonly number[] }>;
  readonly needNodes: Map<string, number>;
  readonly groupNodes: Map<string, number>;
  /** Sums for the check that values stay exact. */
  demand: number;
  valueMax: number;
  bonusMax: number;
}

/**
 * Cost of wasting a unit after it was counted as handed over: more than any value and bonus together (2 × 10⁹), so that
 * no best flow does it, and small enough that potentials stay exact (10⁶ nodes deep and more).
 */
export const wasteCost = 2 ** 32;

/** An empty board; the figures are only a first guess at its size. */
export function emptyBoard(nodes?: number, arcs?: number): AssignBoard {
  return {
    network: emptyNetwork(nodes, arcs),
    offers: new Map(),
    needs: new Map(),
    groups: new Map(),
    pairs: [],
    offerNodes: new Map(),
    needNodes: new Map(),
    groupNodes: new Map(),
    demand: 0,
    valueMax: 0,
    bonusMax: 0,
  };
}

/** Puts a group on the board. Answers null, or why not; then nothing has changed. */
export function addGroup(board: AssignBoard, group: NeedGroup, at = 'group'): AssignRefusal | null {
  const refusal = refuseGroup(group, at, board);
  if (refusal) return refusal;
  board.groups.set(group.id, group);
  board.groupNodes.set(group.id, addNode(board.network, 0, group.limit, 0));
  return null;
}

/** Puts an offer on the board, with the pairs it makes with needs already there. Answers null, or why not. */
export function addOffer(
  board: AssignBoard,
  offer: Offer,
  pairs: readonly Pair[] = [],
  at = 'offer',
): AssignRefusal | null {
  const refusal = refuseOffer(offer, at, board);
  if (refusal) return refusal;
  board.offers.set(offer.id, offer);
  const refusedPair = refusePairs(board, pairs);
  if (refusedPair) {
    board.offers.delete(offer.id);
    return refusedPair;
  }
  const { network } = board;
  const limit = offer.limit === undefined ? null : addNode(network, offer.limit, Infinity, 0);
  const stocks = offer.stock.map((stock) => {
    if (limit === null) return addNode(network, stock.quantity, Infinity, 0);
    const node = addNode(network, 0, Infinity, 0);
    addArc(network, limit, node, stock.quantity, 0);
    return node;
  });
  board.offerNodes.set(offer.id, { limit, stocks });
  placePairs(board, pairs);
  return null;
}

/** Puts a need on the board, with the pairs it makes with offers already there. Answers null, or why not. */
export function addNeed(
  board: AssignBoard,
  need: Need,
  pairs: readonly Pair[] = [],
  at = 'need',
): AssignRefusal | null {
  const refusal =
    refuseNeed(need, at, board) ??
    refuseTotal(board.demand + need.quantity, board.valueMax + Math.max(board.bonusMax, bonusOf(need)));
  if (refusal) return refusal;
  board.needs.set(need.id, need);
  board.demand += need.quantity;
  const refusedPair = refusePairs(board, pairs);
  if (refusedPair) {
    board.needs.delete(need.id);
    board.demand -= need.quantity;
    return refusedPair;
  }
  board.bonusMax = Math.max(board.bonusMax, bonusOf(need));
  board.needNodes.set(need.id, needNode(board, need));
  placePairs(board, pairs);
  return null;
}

/** Adds pairs between offers and needs that are on the board. Answers null, or why none of them was taken. */
export function addPairs(board: AssignBoard, pairs: readonly Pair[]): AssignRefusal | null {
  const refusal = refusePairs(board, pairs);
  if (refusal) return refusal;
  placePairs(board, pairs);
  return null;
}

/** Takes an offer off the board; what it carried is shared out anew at the next settling. False if it was not there. */
export function withdrawOffer(board: AssignBoard, id: string): boolean {
  if (!board.offers.delete(id)) return false;
  board.offerNodes.delete(id);
  closePairs(board, (pair) => pair.offer === id);
  return true;
}

/** Takes a need off the board. False if it was not there. */
export function withdrawNeed(board: AssignBoard, id: string): boolean {
  const need = board.needs.get(id);
  if (!need) return false;
  board.needs.delete(id);
  board.needNodes.delete(id);
  board.demand -= need.quantity;
  closePairs(board, (pair) => pair.need === id);
  return true;
}

/** The steps of a need are parallel arcs: as bonuses never rise, the cheapest flow fills them in their order by itself. */
function needNode(board: AssignBoard, need: Need): number {
  const { network } = board;
  if (need.group === undefined && need.steps === undefined) return addNode(network, 0, need.quantity, 0);
  const node = addNode(network, 0, Infinity, wasteCost);
  const target = need.group === undefined ? root : board.groupNodes.get(need.group)!;
  let left = need.quantity;
  for (const step of need.steps ?? []) {
    const units = Math.min(step.quantity, left);
    if (units > 0) addArc(network, node, target, units, -step.bonus);
    left -= units;
  }
  if (left > 0) addArc(network, node, target, left, 0);
  return node;
}

function bonusOf(need: Need): number {
  return need.steps?.[0]?.bonus ?? 0;
}

function refusePairs(board: AssignBoard, pairs: readonly Pair[]): AssignRefusal | null {
  let valueMax = board.valueMax;
  for (const [position, pair] of pairs.entries()) {
    const refusal = refusePair(pair, `pairs[${position}]`, board);
    if (refusal) return refusal;
    valueMax = Math.max(valueMax, pair.value);
  }
  return refuseTotal(board.demand, valueMax + board.bonusMax);
}

function placePairs(board: AssignBoard, pairs: readonly Pair[]): void {
  for (const pair of pairs) {
    const { kind } = board.needs.get(pair.need)!;
    const position = board.offers.get(pair.offer)!.stock.findIndex((stock) => stock.kind === kind);
    const stockNode = board.offerNodes.get(pair.offer)!.stocks[position]!;
    const need = board.needNodes.get(pair.need)!;
    board.pairs.push({ pair, arc: addArc(board.network, stockNode, need, pair.limit ?? Infinity, -pair.value) });
    board.valueMax = Math.max(board.valueMax, pair.value);
  }
}

/**
 * Makes the pairs so dear that the next optimization empties them, starting from the flow at hand: removing arcs under
 * flow would leave no feasible flow to start from.
 */
function closePairs(board: AssignBoard, isClosed: (pair: Pair) => boolean): void {
  let kept = 0;
  for (const entry of board.pairs) {
    if (isClosed(entry.pair)) board.network.cost[entry.arc] = wasteCost;
    else board.pairs[kept++] = entry;
  }
  board.pairs.length = kept;
}
