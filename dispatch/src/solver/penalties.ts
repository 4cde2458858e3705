import { costOfSkipping } from './objective.ts';
import type { SearchState } from './search-state.ts';

/**
 * What search pays for absent requests. The tiers are strict in the plan that is kept; for the search they are
 * weights: one unit of worth outweighs any detour, and a tier outweighs all worth below it, up to a factor that
 * doubles can still tell apart.
 */
export function layPenalties(state: SearchState): void {
  const { model, routes } = state;
  const { worth } = model;
  const trip = dearestTrip(state);
  // The second level outweighs any way: one vehicle, one person or one point of unfairness costs a trip.
  if (worth.secondLevel === 'fairness') state.weights.fairness = trip;
  if (worth.secondLevel === 'vehicles' || worth.secondLevel === 'people') state.weights.vehicle = 2 * trip;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    const heads = worth.secondLevel === 'people' ? model.fleet.people[r]! : 1;
    routes.useCost[r] = model.fleet.fixedCost[r]! + state.weights.vehicle * heads;
  }
  // And serving a request outweighs whatever that costs on the second level.
  const unit = 4 * trip + state.weights.vehicle * mostPeople(state) + state.weights.fairness * mostUnfairness(state);
  priceWorth(state, unit);
  state.strictPenalty.set(state.penalty);
}

/** Penalties at so much cost for a unit of worth in the last tier. What is absent is charged anew. */
export function priceWorth(state: SearchState, unit: number): void {
  const { model, penalty } = state;
  const { worth } = model;
  const factors = tierFactors(state);
  for (let q = 0; q < model.requestCount; q += 1) {
    const tier = worth.tier[q]!;
    penalty[q] = costOfSkipping(model, q) + (tier < 0 ? 0 : unit * worth.weight[q]! * factors[tier]!);
  }
  chargeAbsent(state);
}

/** Adds up the penalties of the absent anew. */
export function chargeAbsent({ absent, cost, penalty }: SearchState): void {
  cost[1] = 0;
  for (let index = 0; index < absent.count[0]!; index += 1) cost[1] += penalty[absent.list[index]!]!;
}

/** A tier weighs as much as everything below it together, but no more than a thousand times the next. */
function tierFactors(state: SearchState): Float64Array {
  const { worth } = state.model;
  const sums = new Float64Array(worth.tierCount);
  for (const [q, tier] of worth.tier.entries()) if (tier >= 0) sums[tier]! += worth.weight[q]!;
  const factors = new Float64Array(worth.tierCount).fill(1);
  const least = worth.weight.reduce((a, b) => Math.min(a, b), Infinity);
  for (let tier = worth.tierCount - 2; tier >= 0; tier -= 1) {
    const below = (sums[tier + 1]! + least) / least;
    factors[tier] = factors[tier + 1]! * Math.min(1000, below);
  }
  return factors;
}

function mostPeople(state: SearchState): number {
  return state.model.worth.secondLevel === 'people' ? state.model.fleet.people.reduce((a, b) => Math.max(a, b), 1) : 1;
}

/** A vehicle that did everything would be so unfair; one request more adds less. */
function mostUnfairness(state: SearchState): number {
  const { model } = state;
  if (model.worth.fairnessBy === 'stops') return 2 * model.visitCount + 1;
  const { shiftFrom, shiftTo } = model.fleet;
  let longest = 0;
  for (let r = 0; r < model.vehicleCount; r += 1) longest = Math.max(longest, shiftTo[r]! - shiftFrom[r]!);
  const units = Math.min(longest / model.worth.fairnessUnit, 200);
  return 2 * units + 1;
}

/** The most that serving one request can cost: a trip of its own, or the longest way there and back. */
function dearestTrip(state: SearchState): number {
  const { model } = state;
  const { fleet, travel, spotCount } = model;
  // Kinds mostly share their matrices, and looking for a maximum through one takes a millisecond.
  const longest = new Map<Float64Array, number>();
  for (const matrix of [...travel.way, ...travel.time]) {
    if (!longest.has(matrix)) longest.set(matrix, largestBetweenVisits(matrix, model.visitCount, spotCount));
  }
  let dearest = 1;
  for (let r = 0; r < model.vehicleCount; r += 1) {
    const kind = fleet.kindOf[r]!;
    const way = travel.way[kind]!;
    const time = travel.time[kind]!;
    dearest = Math.max(dearest, 2 * (longest.get(way)! + fleet.perDuration[r]! * longest.get(time)!));
    for (let visit = 0; visit < model.visitCount; visit += 1) {
      const out = fleet.startSpot[r]! * spotCount + visit;
      const back = visit * spotCount + fleet.endSpot[r]!;
      const duration = time[out]! + time[back]! + model.visits.service[kind]![visit]!;
      dearest = Math.max(dearest, way[out]! + way[back]! + fleet.perDuration[r]! * duration + fleet.fixedCost[r]!);
    }
  }
  return dearest;
}

function largestBetweenVisits(matrix: Float64Array, visitCount: number, spotCount: number): number {
  let largest = 0;
  for (let from = 0; from < visitCount; from += 1) {
    for (let leg = from * spotCount; leg < from * spotCount + visitCount; leg += 1) {
      if (matrix[leg]! > largest) largest = matrix[leg]!;
    }
  }
  return largest;
}
