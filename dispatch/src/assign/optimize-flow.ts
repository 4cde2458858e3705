import { adopt, atLower, atUpper, inTree, none, orphan, root } from './flow-network.ts';
import type { FlowNetwork } from './flow-network.ts';

/**
 * Makes the flow of the network cheapest, by the primal network simplex method (Dantzig; strongly feasible trees after
 * Cunningham 1976, block pricing after Grigoriadis 1986). It begins where the last call stopped, so a small change costs
 * little. Ends always: strongly feasible trees cannot cycle. Exact as long as all costs and quantities are integers and
 * their sums stay below 2^53.
 *
 * @returns the number of pivots made.
 */
export function optimizeFlow(network: FlowNetwork): number {
  const pricing = startPricing(network);
  let pivots = 0;
  for (;;) {
    const entering = findEntering(network, pricing);
    if (entering === none) return pivots;
    pivot(network, entering);
    pivots++;
  }
}

interface Pricing {
  readonly blockSize: number;
  next: number;
}

/**
 * The best arc of a block of about √arcs is nearly as good as the best of all, at a small part of the price. Measured on
 * boards of 5,000 × 5,000: half the size is as fast, four times the size takes three times as long for a tenth fewer pivots.
 */
function startPricing(network: FlowNetwork): Pricing {
  return { blockSize: Math.max(20, Math.ceil(Math.sqrt(network.arcCount))), next: 0 };
}

/** The arc that would save most per unit in the first block (from where the last search stopped) that has any. */
function findEntering(network: FlowNetwork, pricing: Pricing): number {
  const { arcCount, from, to, cost, state, potential } = network;
  let best = none;
  let bestGain = 0;
  let arc = pricing.next;
  let left = pricing.blockSize;
  for (let seen = 0; seen < arcCount; seen++) {
    const gain = -state[arc]! * (cost[arc]! + potential[from[arc]!]! - potential[to[arc]!]!);
    if (gain > bestGain) {
      bestGain = gain;
      best = arc;
    }
    if (++arc === arcCount) arc = 0;
    if (--left === 0) {
      if (best !== none) break;
      left = pricing.blockSize;
    }
  }
  pricing.next = arc;
  return best;
}

/** Lets an arc into the tree: pushes what the cycle can carry, and hangs the cut-off part of the tree on the new arc. */
function pivot(network: FlowNetwork, entering: number): void {
  const { from, to, flow, capacity, state } = network;
  const rises = state[entering] === atLower;
  const first = rises ? from[entering]! : to[entering]!;
  const second = rises ? to[entering]! : from[entering]!;
  const join = findJoin(network, first, second);
  let delta = capacity[entering]!;
  let cutNode = none;
  let isFirstSide = false;
  // On the way down to `first` only a strictly smaller room takes over, on the way up from `second` an equal one does:
  // the last blocking arc of the cycle leaves, which keeps the tree strongly feasible, so that pivots cannot cycle.
  for (let node = first; node !== join; node = network.parent[node]!) {
    const arc = network.parentArc[node]!;
    const room = from[arc] === node ? flow[arc]! : capacity[arc]! - flow[arc]!;
    if (room < delta) {
      delta = room;
      cutNode = node;
      isFirstSide = true;
    }
  }
  for (let node = second; node !== join; node = network.parent[node]!) {
    const arc = network.parentArc[node]!;
    const room = from[arc] === node ? capacity[arc]! - flow[arc]! : flow[arc]!;
    if (room <= delta) {
      delta = room;
      cutNode = node;
      isFirstSide = false;
    }
  }
  if (delta > 0) push(network, entering, first, second, join, delta);
  if (cutNode === none) {
    state[entering] = rises ? atUpper : atLower;
    return;
  }
  const leaving = network.parentArc[cutNode]!;
  state[leaving] = flow[leaving] === 0 ? atLower : atUpper;
  state[entering] = inTree;
  hang(network, entering, cutNode, isFirstSide ? first : second, isFirstSide ? second : first);
}

/** The lowest node above both. */
function findJoin(network: FlowNetwork, first: number, second: number): number {
  const { parent, depth } = network;
  let a = first;
  let b = second;
  while (depth[a]! > depth[b]!) a = parent[a]!;
  while (depth[b]! > depth[a]!) b = parent[b]!;
  while (a !== b) {
    a = parent[a]!;
    b = parent[b]!;
  }
  return a;
}

/** Sends `delta` through the entering arc from `first` to `second` and around the cycle. */
function push(n: FlowNetwork, entering: number, first: number, second: number, join: number, delta: number): void {
  const { from, flow, parent, parentArc } = n;
  flow[entering] = flow[entering]! + (n.state[entering] === atLower ? delta : -delta);
  for (let node = first; node !== join; node = parent[node]!) {
    const arc = parentArc[node]!;
    flow[arc] = flow[arc]! + (from[arc] === node ? -delta : delta);
  }
  for (let node = second; node !== join; node = parent[node]!) {
    const arc = parentArc[node]!;
    flow[arc] = flow[arc]! + (from[arc] === node ? delta : -delta);
  }
}

/** Turns the part of the tree below `cutNode` so that `top` heads it, and hangs it on `host` by the entering arc. */
function hang(network: FlowNetwork, entering: number, cutNode: number, top: number, host: number): void {
  const { parent, parentArc, from, to, cost, potential } = network;
  let node = top;
  let newParent = host;
  let newArc = entering;
  for (;;) {
    const oldParent = parent[node]!;
    const oldArc = parentArc[node]!;
    orphan(network, oldParent, node);
    adopt(network, newParent, node);
    parent[node] = newParent;
    parentArc[node] = newArc;
    if (node === cutNode) break;
    newParent = node;
    newArc = oldArc;
    node = oldParent;
  }
  const reduced = cost[entering]! + potential[from[entering]!]! - potential[to[entering]!]!;
  shift(network, top, to[entering] === top ? reduced : -reduced);
}

/** Adds `change` to the potentials below `top`, and sets their depths: a walk in preorder without a stack. */
function shift(network: FlowNetwork, top: number, change: number): void {
  const { parent, depth, firstChild, nextSibling, potential } = network;
  let node = top;
  for (;;) {
    potential[node] = potential[node]! + change;
    depth[node] = depth[parent[node]!]! + 1;
    if (firstChild[node] !== none) {
      node = firstChild[node]!;
      continue;
    }
    while (node !== top && nextSibling[node] === none) node = parent[node]!;
    if (node === top) return;
    node = nextSibling[node]!;
  }
}

/** Computes all potentials anew from the tree, after costs were changed from outside. */
export function resetPotentials(network: FlowNetwork): void {
  const { parent, parentArc, from, cost, firstChild, nextSibling, potential } = network;
  let node = root;
  for (;;) {
    if (node !== root) {
      const arc = parentArc[node]!;
      const above = potential[parent[node]!]!;
      potential[node] = from[arc] === node ? above - cost[arc]! : above + cost[arc]!;
    }
    if (firstChild[node] !== none) {
      node = firstChild[node]!;
      continue;
    }
    while (node !== root && nextSibling[node] === none) node = parent[node]!;
    if (node === root) return;
    node = nextSibling[node]!;
  }
}
