import type { Plan, Route, RouteEntry } from '../plan.ts';
import { stopId, stopsOf } from '../problem.ts';
import type { Job, LockedEntry, Problem, Stop, Vehicle } from '../problem.ts';
import type { PlanDefect } from './plan-defect.ts';

/** A plan with its names resolved, as far as they can be. What cannot be is reported and left out. */
export interface PlanReading {
  readonly problem: Problem;
  readonly plan: Plan;
  readonly routes: readonly RouteReading[];
}

export interface RouteReading {
  readonly route: Route;
  readonly vehicle: Vehicle;
  readonly entries: readonly EntryReading[];
  /** The entries of jobs, in order. */
  readonly visits: readonly VisitReading[];
}

export interface EntryReading {
  readonly entry: RouteEntry;
  /** It was begun before the plan was made (a locked entry says when): a fact, to be taken as it is. */
  readonly begunAt: number | null;
  /** It, or something after it, has begun. */
  readonly isPast: boolean;
  /** It belongs to the locked beginning of the route: done, begun or frozen. */
  readonly isLocked: boolean;
  readonly visit: VisitReading | null;
}

export interface VisitReading {
  readonly entry: RouteEntry;
  readonly job: Job;
  /** Number of the stop in `stopsOf(job)`. */
  readonly index: number;
  readonly stop: Stop;
  readonly id: string;
  readonly vehicle: Vehicle;
  readonly begunAt: number | null;
  readonly isLocked: boolean;
}

export function isDelivery(visit: VisitReading): boolean {
  return visit.job.kind === 'carry' && visit.index === visit.job.pickups.length;
}

/** What a visit adds to the goods of carry jobs on board; a delivery takes away the sum of its pickups. */
export function amountOf(visit: VisitReading): readonly number[] {
  const { job } = visit;
  if (job.kind === 'visit') return [];
  if (job.kind !== 'carry') return job.amount;
  if (!isDelivery(visit)) return job.pickups[visit.index]!.amount ?? [];
  const longest = Math.max(0, ...job.pickups.map((pickup) => pickup.amount?.length ?? 0));
  return Array.from({ length: longest }, (_, d) =>
    job.pickups.reduce((sum, pickup) => sum + (pickup.amount?.[d] ?? 0), 0),
  );
}

/** Resolves the names of a plan and reports what has no meaning. */
export function readPlan(problem: Problem, plan: Plan, defects: PlanDefect[]): PlanReading {
  const routes: RouteReading[] = [];
  let lastPosition = -1;
  const seen = new Set<string>();
  for (const route of plan.routes) {
    const position = problem.vehicles.findIndex((each) => each.id === route.vehicle);
    const vehicle = problem.vehicles[position];
    if (!vehicle) {
      defects.push({ rule: 'vehicle-unknown', vehicle: route.vehicle });
      continue;
    }
    if (seen.has(route.vehicle)) defects.push({ rule: 'vehicle-twice', vehicle: route.vehicle });
    else if (position < lastPosition) defects.push({ rule: 'routes-out-of-order', vehicle: route.vehicle });
    seen.add(route.vehicle);
    lastPosition = Math.max(position, lastPosition);
    routes.push(readRoute(problem, route, vehicle, defects));
  }
  return { problem, plan, routes };
}

function readRoute(problem: Problem, route: Route, vehicle: Vehicle, defects: PlanDefect[]): RouteReading {
  const kinds = route.entries.map((entry) => entry.kind);
  const inner = kinds.slice(1, -1);
  if (
    kinds.length < 2 ||
    kinds[0] !== 'start' ||
    kinds.at(-1) !== 'end' ||
    inner.some((k) => k === 'start' || k === 'end')
  ) {
    defects.push({ rule: 'route-not-framed', vehicle: vehicle.id });
  }
  const begun = begunTimes(route, vehicle);
  let lastBegun = -1;
  for (const [position, at] of begun.entries()) if (at !== null) lastBegun = position;
  const lastLocked = lastLockedPosition(route, vehicle);
  const entries = route.entries.map((entry, position): EntryReading => {
    const begunAt = begun[position]!;
    const isLocked = position <= lastLocked;
    const visit = entry.kind === 'stop' ? readVisit(problem, entry, vehicle, begunAt, isLocked) : null;
    if (entry.kind === 'stop' && !visit) {
      defects.push({ rule: 'stop-unknown', vehicle: vehicle.id, stop: entry.id ?? '' });
    }
    return { entry, begunAt, isPast: position <= lastBegun, isLocked, visit };
  });
  const visits = entries.flatMap((entry) => (entry.visit ? [entry.visit] : []));
  if (!kinds.includes('stop')) defects.push({ rule: 'route-empty', vehicle: vehicle.id });
  return { route, vehicle, entries, visits };
}

/** For each entry of the route, when it was begun according to the vehicle's locked entries; null if it was not. */
function begunTimes(route: Route, vehicle: Vehicle): (number | null)[] {
  const locked: LockedEntry[] = [...(vehicle.locked ?? [])];
  return route.entries.map((entry) => {
    if (entry.kind !== 'stop' && entry.kind !== 'reload') return null;
    return locked.shift()?.startedAt ?? null;
  });
}

/** Position of the last entry that the vehicle's lock covers; -1 without a lock. */
function lastLockedPosition(route: Route, vehicle: Vehicle): number {
  let left = vehicle.locked?.length ?? 0;
  if (left === 0) return -1;
  return route.entries.findIndex((entry) => (entry.kind === 'stop' || entry.kind === 'reload') && --left === 0);
}

function readVisit(
  problem: Problem,
  entry: RouteEntry,
  vehicle: Vehicle,
  begunAt: number | null,
  isLocked: boolean,
): VisitReading | null {
  const job = problem.jobs.find((each) => each.id === entry.job);
  if (!job) return null;
  const stops = stopsOf(job);
  const index = stops.findIndex((_, number) => stopId(job, number) === entry.id);
  const stop = stops[index];
  return stop ? { entry, job, index, stop, id: entry.id!, vehicle, begunAt, isLocked } : null;
}
