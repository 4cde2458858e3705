import type { Problem, Vehicle } from '../../problem.ts';
import type { VisitSource } from './visit-source.ts';
import type { BreakTimes, Fleet } from './model.ts';
import type { Spots } from './spots.ts';

/** Most reloads tried in one route where the vehicle names no limit: keeps sequences bounded. */
const reloadsAtMost = 12;

/**
 * Where no earliest time is given. Finite, because infinities less infinities are not numbers, and long enough
 * before everything that no way takes longer.
 */
export const dawn = -1e9;

export function compileFleet(
  problem: Problem,
  sources: readonly VisitSource[],
  spots: Spots,
  dimensions: number,
): Fleet {
  const { vehicles } = problem;
  const numbers = (read: (vehicle: Vehicle) => number): Float64Array => Float64Array.from(vehicles, read);
  const kinds = numberKinds(problem);
  const capacity = new Float64Array(vehicles.length * dimensions);
  for (const [v, vehicle] of vehicles.entries()) capacity.set(vehicle.capacity ?? [], v * dimensions);
  const visitsByStop = groupByStop(sources);
  const locked = vehicles.map((vehicle) => lockedItems(vehicle, visitsByStop, spots));
  return {
    kindOf: kinds.kindOf,
    kindCount: kinds.count,
    startSpot: Int32Array.from(vehicles, (vehicle) => spots.anchor(vehicle.start)),
    endSpot: Int32Array.from(vehicles, (vehicle) => spots.anchor(vehicle.end)),
    shiftFrom: numbers((vehicle) => shiftFrom(vehicle, problem.now)),
    shiftTo: numbers((vehicle) => vehicle.shift?.latest ?? Infinity),
    capacity,
    maxDistance: numbers((vehicle) => vehicle.maxDistance ?? Infinity),
    maxDuration: numbers((vehicle) => vehicle.maxDuration ?? Infinity),
    maxStops: Int32Array.from(vehicles, (vehicle) => Math.min(vehicle.maxStops ?? 2 ** 30, 2 ** 30)),
    fixedCost: numbers((vehicle) => vehicle.fixedCost ?? 0),
    perDistance: numbers((vehicle) => wayPrice(problem, vehicle).perDistance),
    perTravelTime: numbers((vehicle) => wayPrice(problem, vehicle).perTravelTime),
    perDuration: numbers((vehicle) => wayPrice(problem, vehicle).perDuration),
    people: numbers((vehicle) => vehicle.people ?? 1),
    lifo: Uint8Array.from(vehicles, (vehicle) => Number(vehicle.loadOrder === 'lifo')),
    reloadSpots: vehicles.map((vehicle) => Int32Array.from(vehicle.reload?.places ?? [], spots.anchor)),
    reloadDuration: numbers((vehicle) => vehicle.reload?.duration ?? 0),
    reloadMost: Int32Array.from(vehicles, (vehicle) => Math.min(vehicle.reload?.most ?? reloadsAtMost, reloadsAtMost)),
    breaks: vehicles.map(breakTimes),
    locked: locked.map((items) => Int32Array.from(items, (item) => item.item)),
    lockedAt: locked.map((items) => Float64Array.from(items, (item) => item.startedAt)),
  };
}

/** A route with something begun started when it did; any other starts now at the earliest. */
function shiftFrom(vehicle: Vehicle, now: number | undefined): number {
  const earliest = vehicle.shift?.earliest ?? dawn;
  const begun = vehicle.locked?.some((entry) => entry.startedAt !== undefined) ?? false;
  return begun ? earliest : Math.max(earliest, now ?? dawn);
}

interface WayPrice {
  readonly perDistance: number;
  readonly perTravelTime: number;
  readonly perDuration: number;
}

/** What the last objective level charges for a vehicle's way. */
function wayPrice(problem: Problem, vehicle: Vehicle): WayPrice {
  const cost = problem.objective?.cost ?? 'distance';
  if (cost === 'distance') return { perDistance: 1, perTravelTime: 0, perDuration: 0 };
  if (cost === 'time') return { perDistance: 0, perTravelTime: 0, perDuration: 1 };
  const { perDistance = 0, perTravelTime = 0, perDuration = 0 } = vehicle.price ?? {};
  return { perDistance, perTravelTime, perDuration };
}

/**
 * Vehicles that no rule can tell apart form one kind. Of idle vehicles of a kind only one needs to be tried, and
 * they share their matrices.
 */
function numberKinds(problem: Problem): { kindOf: Int32Array; count: number } {
  const named = namedVehicles(problem);
  const numbers = new Map<string, number>();
  const kindOf = Int32Array.from(problem.vehicles, (vehicle) => {
    const { id, ...rest } = vehicle;
    const key = named.has(id) || vehicle.locked?.length ? id : JSON.stringify(rest);
    if (!numbers.has(key)) numbers.set(key, numbers.size);
    return numbers.get(key)!;
  });
  return { kindOf, count: numbers.size };
}

function namedVehicles(problem: Problem): Set<string> {
  const named = new Set<string>(problem.told?.routes.map((route) => route.vehicle));
  for (const job of problem.jobs) {
    for (const id of [...(job.vehicles ?? []), ...(job.notVehicles ?? [])]) named.add(id);
  }
  return named;
}

function breakTimes(vehicle: Vehicle): BreakTimes {
  const breaks = vehicle.breaks ?? [];
  return {
    earliest: Float64Array.from(breaks, (pause) => pause.window.earliest ?? dawn),
    latest: Float64Array.from(breaks, (pause) => pause.window.latest ?? Infinity),
    duration: Float64Array.from(breaks, (pause) => pause.duration),
  };
}

function lockedItems(
  vehicle: Vehicle,
  visitsByStop: ReadonlyMap<string, number[]>,
  spots: Spots,
): { item: number; startedAt: number }[] {
  return (vehicle.locked ?? []).map((entry) => ({
    // The visits of a crew share one stop id: each vehicle that has it locked takes the next of them.
    item: entry.kind === 'stop' ? visitsByStop.get(entry.stop)!.shift()! : spots.anchor(entry.place),
    startedAt: entry.startedAt ?? Number.NaN,
  }));
}

function groupByStop(sources: readonly VisitSource[]): Map<string, number[]> {
  const result = new Map<string, number[]>();
  for (const [visit, source] of sources.entries()) result.set(source.id, [...(result.get(source.id) ?? []), visit]);
  return result;
}
