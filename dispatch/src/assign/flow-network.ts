/**
 * A network in which goods may flow from nodes with a supply towards one root, grown arc by arc and kept between optimizations.
 *
 * Everything is optional in an assignment: what is not used, and what is not served, flows straight to the root through the
 * node's own *drain*. So the network always has a feasible flow, and the drains are a spanning tree to begin with.
 *
 * Structure of arrays: an optimization touches a hundred thousand arcs many times over, and typed arrays keep them in
 * cache and out of the garbage collector.
 */
export interface FlowNetwork {
  nodeCount: number;
  arcCount: number;
  /** Goods that enter the network at a node. */
  supply: Float64Array;
  /** Position of the node's drain among the arcs; the root has none (-1). */
  drainArc: Int32Array;
  from: Int32Array;
  to: Int32Array;
  /** Most the arc can carry; Infinity is allowed. */
  capacity: Float64Array;
  /** Cost of one unit; a worth is a negative cost. */
  cost: Float64Array;
  flow: Float64Array;
  /** `atLower`, `inTree` or `atUpper`. */
  state: Int8Array;
  /** The spanning tree: parent, the arc to it, depth, and the children as doubly linked lists. */
  parent: Int32Array;
  parentArc: Int32Array;
  depth: Int32Array;
  firstChild: Int32Array;
  nextSibling: Int32Array;
  previousSibling: Int32Array;
  /** Potentials (dual prices): an arc in the tree has cost + potential[from] - potential[to] = 0. */
  potential: Float64Array;
}

export const root = 0;
export const none = -1;
export const atLower = 1;
export const inTree = 0;
export const atUpper = -1;

/** An empty network: the root and nothing else. `nodes` and `arcs` are only a first guess at its size. */
export function emptyNetwork(nodes = 64, arcs = 256): FlowNetwork {
  const links = () => new Int32Array(nodes + 1).fill(none);
  return {
    nodeCount: 1,
    arcCount: 0,
    supply: new Float64Array(nodes + 1),
    drainArc: links(),
    from: new Int32Array(arcs),
    to: new Int32Array(arcs),
    capacity: new Float64Array(arcs),
    cost: new Float64Array(arcs),
    flow: new Float64Array(arcs),
    state: new Int8Array(arcs),
    parent: links(),
    parentArc: links(),
    depth: new Int32Array(nodes + 1),
    firstChild: links(),
    nextSibling: links(),
    previousSibling: links(),
    potential: new Float64Array(nodes + 1),
  };
}

/**
 * Adds a node and its drain, and answers the node. Supply flows into the drain until an optimization finds better.
 * A drain must be able to take the supply and one unit more: see `optimizeFlow` on why every tree arc needs room upwards.
 */
export function addNode(network: FlowNetwork, supply: number, drainCapacity: number, drainCost: number): number {
  const node = network.nodeCount;
  if (!(drainCapacity > supply)) throw new RangeError('the drain of a node must have room for more than its supply');
  if (node >= network.parent.length) growNodes(network);
  network.nodeCount++;
  const arc = addArc(network, node, root, drainCapacity, drainCost);
  network.supply[node] = supply;
  network.drainArc[node] = arc;
  network.flow[arc] = supply;
  network.state[arc] = inTree;
  network.parent[node] = root;
  network.parentArc[node] = arc;
  network.depth[node] = 1;
  network.potential[node] = -drainCost;
  network.firstChild[node] = none;
  adopt(network, root, node);
  return node;
}

/** Adds an arc that carries nothing yet, and answers it. */
export function addArc(network: FlowNetwork, from: number, to: number, capacity: number, cost: number): number {
  const arc = network.arcCount;
  if (arc >= network.from.length) growArcs(network);
  network.arcCount++;
  network.from[arc] = from;
  network.to[arc] = to;
  network.capacity[arc] = capacity;
  network.cost[arc] = cost;
  network.flow[arc] = 0;
  network.state[arc] = atLower;
  return arc;
}

/** Makes `child` the first child of `parent`. */
export function adopt(network: FlowNetwork, parent: number, child: number): void {
  const sibling = network.firstChild[parent]!;
  network.nextSibling[child] = sibling;
  network.previousSibling[child] = none;
  if (sibling !== none) network.previousSibling[sibling] = child;
  network.firstChild[parent] = child;
}

/** Takes `child` out of the list of its parent's children. */
export function orphan(network: FlowNetwork, parent: number, child: number): void {
  const previous = network.previousSibling[child]!;
  const next = network.nextSibling[child]!;
  if (previous === none) network.firstChild[parent] = next;
  else network.nextSibling[previous] = next;
  if (next !== none) network.previousSibling[next] = previous;
}

type Grown = Int32Array | Float64Array | Int8Array;

function doubled<T extends Grown>(old: T, make: (length: number) => T): T {
  const grown = make(old.length * 2);
  grown.set(old);
  return grown;
}

const integers = (length: number) => new Int32Array(length);
const doubles = (length: number) => new Float64Array(length);

function growNodes(network: FlowNetwork): void {
  network.supply = doubled(network.supply, doubles);
  network.drainArc = doubled(network.drainArc, integers);
  network.parent = doubled(network.parent, integers);
  network.parentArc = doubled(network.parentArc, integers);
  network.depth = doubled(network.depth, integers);
  network.firstChild = doubled(network.firstChild, integers);
  network.nextSibling = doubled(network.nextSibling, integers);
  network.previousSibling = doubled(network.previousSibling, integers);
  network.potential = doubled(network.potential, doubles);
}

function growArcs(network: FlowNetwork): void {
  network.from = doubled(network.from, integers);
  network.to = doubled(network.to, integers);
  network.capacity = doubled(network.capacity, doubles);
  network.cost = doubled(network.cost, doubles);
  network.flow = doubled(network.flow, doubles);
  network.state = doubled(network.state, (length) => new Int8Array(length));
}
