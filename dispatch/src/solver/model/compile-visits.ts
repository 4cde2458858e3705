import { stopsOf } from '../../problem.ts';
import type { Job, Problem, Stop } from '../../problem.ts';
import type { VisitSource } from './visit-source.ts';
import { dawn } from './compile-fleet.ts';
import type { Fleet, Travel, Visits } from './model.ts';
import { nearestNeighbors } from './nearest-neighbors.ts';
import type { Spots } from './spots.ts';

export function compileVisits(
  problem: Problem,
  sources: readonly VisitSource[],
  fleet: Fleet,
  travel: Travel,
  spots: Spots,
  dimensions: number,
): Visits {
  const count = sources.length;
  const stops = sources.map((source) => stopsOf(source.job)[source.index]!);
  const isLocked = new Uint8Array(count);
  for (const item of fleet.locked.flatMap((items) => [...items])) if (item < count) isLocked[item] = 1;
  const windows = sources.map((source, visit) =>
    isLocked[visit] ? [dawn, Infinity] : openTimes(stops[visit]!, source.job, problem.now),
  );
  const amounts = compileAmounts(sources, dimensions);
  const neighborCount = Math.min(count - 1, neighborsKept);
  return {
    requestOf: Int32Array.from(sources, (source) => source.request),
    open: Float64Array.from(windows, (list) => list[0] ?? Infinity),
    close: Float64Array.from(windows, (list) => list.at(-1) ?? -Infinity),
    windowFrom: runningTotals(windows.map((list) => list.length / 2)),
    windows: Float64Array.from(windows.flat()),
    service: serviceByKind(problem, stops, fleet),
    ...amounts,
    isDelivery: Uint8Array.from(sources, ({ job, index }) =>
      Number(job.kind === 'carry' && index === job.pickups.length),
    ),
    isCarried: Uint8Array.from(sources, ({ job }) => Number(job.kind === 'carry')),
    isLocked,
    preferred: Float64Array.from(stops.flatMap(preferredNumbers)),
    hasPreferred: Uint8Array.from(stops, (stop) => Number(stop.preferred !== undefined)),
    nearestIn: leastOverKinds(travel.timeTo, count, spots),
    nearestOut: leastOverKinds(travel.time, count, spots),
    neighbors: nearestNeighbors(travel, count, spots.count, neighborCount),
    neighborCount,
    ids: sources.map((source) => source.id),
  };
}

/** Ruin walks outward until it has met a few routes: 250 are always enough, and keep 1,000 stops in 1 MB. */
const neighborsKept = 250;

/** The windows as ascending disjoint pairs, cut to `now` and to the job's latest age. */
function openTimes(stop: Stop, job: Job, now: number | undefined): number[] {
  const latestAge = job.maxAge === undefined ? Infinity : (job.requestedAt ?? 0) + job.maxAge;
  const first = now ?? dawn;
  const given = stop.windows?.length ? stop.windows : [{}];
  const cut = given
    .map(
      (window) => [Math.max(window.earliest ?? dawn, first), Math.min(window.latest ?? Infinity, latestAge)] as const,
    )
    .filter(([from, to]) => from <= to)
    .sort((a, b) => a[0] - b[0]);
  const merged: number[] = [];
  for (const [from, to] of cut) {
    if (merged.length > 0 && from <= merged.at(-1)!) merged[merged.length - 1] = Math.max(merged.at(-1)!, to);
    else merged.push(from, to);
  }
  return merged;
}

function runningTotals(lengths: readonly number[]): Int32Array {
  const totals = new Int32Array(lengths.length + 1);
  for (const [index, length] of lengths.entries()) totals[index + 1] = totals[index]! + length;
  return totals;
}

function serviceByKind(problem: Problem, stops: readonly Stop[], fleet: Fleet): Float64Array[] {
  const byType = new Map<string | undefined, Float64Array>();
  return Array.from({ length: fleet.kindCount }, (_, kind) => {
    const { type } = problem.vehicles[fleet.kindOf.indexOf(kind)]!;
    const times =
      byType.get(type) ??
      Float64Array.from(
        stops,
        (stop) => (type !== undefined ? stop.durationByType?.[type] : undefined) ?? stop.duration ?? 0,
      );
    byType.set(type, times);
    return times;
  });
}

function compileAmounts(sources: readonly VisitSource[], dimensions: number): Pick<Visits, 'change' | 'fromDepot'> {
  const change = new Float64Array(sources.length * dimensions);
  const fromDepot = new Float64Array(sources.length * dimensions);
  for (const [visit, { job, index }] of sources.entries()) {
    for (let d = 0; d < dimensions; d += 1) {
      const slot = visit * dimensions + d;
      if (job.kind === 'deliver') {
        fromDepot[slot] = job.amount[d] ?? 0;
        change[slot] = -fromDepot[slot];
      } else if (job.kind === 'collect') change[slot] = job.amount[d] ?? 0;
      else if (job.kind === 'carry') {
        const picked = job.pickups.map((pickup) => pickup.amount?.[d] ?? 0);
        change[slot] = index < job.pickups.length ? picked[index]! : -picked.reduce((sum, amount) => sum + amount, 0);
      }
    }
  }
  return { change, fromDepot };
}

function preferredNumbers(stop: Stop): readonly number[] {
  const wish = stop.preferred;
  return [wish?.earliest ?? -Infinity, wish?.latest ?? Infinity, wish?.pricePerEarly ?? 0, wish?.pricePerLate ?? 0];
}

/** For each visit the least entry of its row over all kinds, the visit itself left out. */
function leastOverKinds(matrices: readonly Float64Array[], count: number, spots: Spots): Float64Array {
  const least = new Float64Array(count).fill(Infinity);
  for (const matrix of new Set(matrices)) {
    for (let visit = 0; visit < count; visit += 1) {
      for (let other = 0; other < spots.nowhere; other += 1) {
        const seconds = matrix[visit * spots.count + other]!;
        if (other !== visit && seconds < least[visit]!) least[visit] = seconds;
      }
    }
  }
  // Open routes reach `nowhere` for free; a lone visit between two of them has no other way at all.
  return spots.openRoutes ? least.fill(0) : least.map((seconds) => (seconds === Infinity ? 0 : seconds));
}
