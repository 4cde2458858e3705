import type { MatrixProfile, Problem, Profile } from '../../problem.ts';
import { haversineTable } from '../../distances/haversine-table.ts';
import type { Fleet, Travel } from './model.ts';
import type { Spots } from './spots.ts';

interface Legs {
  readonly time: Float64Array;
  readonly timeTo: Float64Array;
  readonly distance: Float64Array;
  readonly base: Float64Array;
  readonly hourFactors: readonly number[] | null;
}

/** Matrices by vehicle kind. Kinds with one profile and speed share them: memory is the only cost of a big fleet. */
export function compileTravel(problem: Problem, spots: Spots, fleet: Fleet): Travel {
  const legsBySpeed = new Map<string, Legs>();
  const waysByPrice = new Map<string, { way: Float64Array; wayTo: Float64Array }>();
  const legs: Legs[] = [];
  const ways: { way: Float64Array; wayTo: Float64Array }[] = [];
  for (let kind = 0; kind < fleet.kindCount; kind += 1) {
    const vehicle = problem.vehicles[fleet.kindOf.indexOf(kind)]!;
    const profile = vehicle.profile ?? 'default';
    const speedKey = `${vehicle.speedFactor ?? 1} ${profile}`;
    const own =
      legsBySpeed.get(speedKey) ?? spreadLegs(problem, problem.profiles[profile]!, vehicle.speedFactor ?? 1, spots);
    legsBySpeed.set(speedKey, own);
    // Waiting and service count too where duration is paid; the walk adds that, legs only know the way.
    const v = fleet.kindOf.indexOf(kind);
    const perDistance = fleet.perDistance[v]!;
    const perTime = fleet.perTravelTime[v]!;
    const priceKey = `${perDistance} ${perTime} ${speedKey}`;
    const way = waysByPrice.get(priceKey) ?? priceLegs(own, perDistance, perTime, spots.count);
    waysByPrice.set(priceKey, way);
    legs.push(own);
    ways.push(way);
  }
  return {
    time: legs.map((leg) => leg.time),
    timeTo: legs.map((leg) => leg.timeTo),
    way: ways.map((way) => way.way),
    wayTo: ways.map((way) => way.wayTo),
    distance: legs.map((leg) => leg.distance),
    base: legs.map((leg) => leg.base),
    hourFactors: legs.map((leg) => leg.hourFactors),
    midnightAt: problem.midnightAt ?? 0,
  };
}

function spreadLegs(problem: Problem, profile: Profile, speedFactor: number, spots: Spots): Legs {
  const matrices =
    profile.kind === 'matrix'
      ? flatMatrices(profile, problem.places.length)
      : haversineTable(problem.places, profile.speed, profile.detour);
  const factors = profile.hourFactors ?? null;
  const base = spread(matrices.durations, problem.places.length, spots, 1 / speedFactor);
  const distance =
    matrices.distances === matrices.durations && speedFactor === 1
      ? base
      : spread(matrices.distances, problem.places.length, spots, 1);
  const time = factors ? base.map((seconds) => seconds * Math.min(...factors)) : base;
  return { time, timeTo: transpose(time, spots.count), distance, base, hourFactors: factors };
}

function priceLegs(
  legs: Legs,
  perDistance: number,
  perTime: number,
  count: number,
): { way: Float64Array; wayTo: Float64Array } {
  const way =
    perDistance === 1 && perTime === 0
      ? legs.distance
      : legs.distance.map((meters, leg) => perDistance * meters + perTime * legs.base[leg]!);
  return { way, wayTo: way === legs.time ? legs.timeTo : transpose(way, count) };
}

/** From places to spots; from and to `nowhere` everything is 0. */
function spread(matrix: Float64Array, places: number, spots: Spots, factor: number): Float64Array {
  const result = new Float64Array(spots.count * spots.count);
  for (let from = 0; from < spots.nowhere; from += 1) {
    const row = spots.placeOf[from]! * places;
    const out = from * spots.count;
    for (let to = 0; to < spots.nowhere; to += 1) result[out + to] = matrix[row + spots.placeOf[to]!]! * factor;
  }
  return result;
}

/** A symmetric matrix is its own transpose: half the memory, and twice as much of it in the processor's cache. */
function transpose(matrix: Float64Array, count: number): Float64Array {
  if (isSymmetric(matrix, count)) return matrix;
  const result = new Float64Array(matrix.length);
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < count; to += 1) result[to * count + from] = matrix[from * count + to]!;
  }
  return result;
}

function isSymmetric(matrix: Float64Array, count: number): boolean {
  for (let from = 0; from < count; from += 1) {
    for (let to = 0; to < from; to += 1) if (matrix[from * count + to] !== matrix[to * count + from]) return false;
  }
  return true;
}

function flatMatrices(profile: MatrixProfile, places: number): { durations: Float64Array; distances: Float64Array } {
  const flat = (matrix: MatrixProfile['durations']): Float64Array => {
    if (matrix instanceof Float64Array) return matrix;
    const result = new Float64Array(places * places);
    for (const [index, row] of matrix.entries()) result.set(row, index * places);
    return result;
  };
  const durations = flat(profile.durations);
  return { durations, distances: profile.distances ? flat(profile.distances) : durations };
}
