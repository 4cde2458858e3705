import type { Job, Problem, Vehicle } from '../../problem.ts';
import { shapeOf } from './shape-of.ts';
import type { VisitSource } from './visit-source.ts';
import type { Fleet, Requests, Travel, Visits } from './model.ts';

/**
 * Which vehicle could do which job on an otherwise empty day. Worked out once, so that search asks one byte where
 * it would compare skills, kit, lists, capacities and reach again and again. Never says no wrongly: what it cannot
 * be sure of is left to the insertion tests.
 */
export function compileCompatibility(
  problem: Problem,
  sources: readonly VisitSource[],
  fleet: Fleet,
  travel: Travel,
  visits: Visits,
  dimensions: number,
): Requests {
  const { jobs, vehicles } = problem;
  const firstVisit = new Int32Array(jobs.length + 1);
  for (const source of sources) firstVisit[source.request + 1]! += 1;
  for (let q = 0; q < jobs.length; q += 1) firstVisit[q + 1]! += firstVisit[q]!;

  const spotCount = Math.sqrt(travel.time[0]?.length ?? 0);
  const compatible = new Uint8Array(jobs.length * vehicles.length);
  const abilities = vehicles.map(
    (vehicle) => new Set([...(vehicle.skills ?? []).map(skill), ...(vehicle.kit ?? []).map(kit)]),
  );
  const pinnedTo = pinnedVehicles(fleet, visits, jobs.length);
  for (const [q, job] of jobs.entries()) {
    const needs = [...(job.skills ?? []).map(skill), ...(job.kit ?? []).map(kit)];
    const amount = largestLoad(job, dimensions);
    for (const [v, vehicle] of vehicles.entries()) {
      const locked = pinnedTo[q]!;
      const suits =
        locked.length > 0 && shapeOf(job) !== 3
          ? locked.includes(v)
          : mayGo(job, vehicle) &&
            needs.every((need) => abilities[v]!.has(need)) &&
            amount.every((each, d) => each <= (fleet.capacity[v * dimensions + d] ?? 0) + 1e-9) &&
            reaches(v, firstVisit[q]!, firstVisit[q + 1]!, fleet, travel, visits, spotCount);
      compatible[q * vehicles.length + v] = Number(suits);
    }
  }
  return {
    firstVisit,
    shape: Uint8Array.from(jobs, shapeOf),
    compatible,
    maxRide: Float64Array.from(jobs, (job) => (job.kind === 'carry' ? (job.maxRide ?? Infinity) : Infinity)),
    pinned: Uint8Array.from(pinnedTo, (vehicles) => Number(vehicles.length > 0)),
  };
}

// One name may be both a skill and a piece of kit.
const skill = (name: string): string => `skill ${name}`;
const kit = (name: string): string => `kit ${name}`;

function mayGo(job: Job, vehicle: Vehicle): boolean {
  return (!job.vehicles?.length || job.vehicles.includes(vehicle.id)) && !job.notVehicles?.includes(vehicle.id);
}

/** What is on board at once because of this job alone. */
function largestLoad(job: Job, dimensions: number): number[] {
  return Array.from({ length: dimensions }, (_, d) => {
    if (job.kind === 'visit') return 0;
    if (job.kind !== 'carry') return job.amount[d] ?? 0;
    return job.pickups.reduce((sum, pickup) => sum + (pickup.amount?.[d] ?? 0), 0);
  });
}

/** Each visit alone between start and end: a necessary condition whatever else the route does. */
function reaches(
  v: number,
  first: number,
  beyond: number,
  fleet: Fleet,
  travel: Travel,
  visits: Visits,
  spotCount: number,
): boolean {
  const kind = fleet.kindOf[v]!;
  // Only where the direct way is the shortest is a visit that is late by the direct way late by every way; a place
  // that matrices without triangle inequality reach quicker by a detour must not be ruled out.
  const time = travel.time[kind]!;
  for (let visit = first; visit < beyond; visit += 1) {
    const out = visits.nearestIn[visit]!;
    const back = visits.nearestOut[visit]!;
    const start = Math.max(
      fleet.shiftFrom[v]! + Math.min(out, time[fleet.startSpot[v]! * spotCount + visit]!),
      visits.open[visit]!,
    );
    if (start > visits.close[visit]!) return false;
    const end = start + visits.service[kind]![visit]! + Math.min(back, time[visit * spotCount + fleet.endSpot[v]!]!);
    if (end > fleet.shiftTo[v]! + 1e-9) return false;
  }
  return true;
}

function pinnedVehicles(fleet: Fleet, visits: Visits, requestCount: number): number[][] {
  const result: number[][] = Array.from({ length: requestCount }, () => []);
  for (const [v, items] of fleet.locked.entries()) {
    for (const item of items) {
      const request = visits.requestOf[item];
      if (request !== undefined && !result[request]!.includes(v)) result[request]!.push(v);
    }
  }
  return result;
}
