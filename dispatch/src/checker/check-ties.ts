import type { Link } from '../problem.ts';
import { visitsOf } from './check-jobs.ts';
import { isLater, isSameTime } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import type { PlanReading, RouteReading, VisitReading } from './plan-reading.ts';

/** Ties between jobs. They bind only the jobs that are served. */
export function checkLinks(reading: PlanReading, defects: PlanDefect[]): void {
  for (const link of reading.problem.links ?? []) {
    if (link.kind === 'gap') checkGap(reading, link, defects);
    else checkSharing(reading, link, defects);
  }
}

function servedVisits(reading: PlanReading, id: string): VisitReading[] {
  const job = reading.problem.jobs.find((each) => each.id === id);
  return job ? visitsOf(reading, job) : [];
}

function checkSharing(reading: PlanReading, link: Exclude<Link, { kind: 'gap' }>, defects: PlanDefect[]): void {
  const vehicleSets = link.jobs
    .map((id) => new Set(servedVisits(reading, id).map((visit) => visit.vehicle.id)))
    .filter((vehicles) => vehicles.size > 0);
  const jobsOf = (vehicle: string) => vehicleSets.filter((vehicles) => vehicles.has(vehicle)).length;
  const all = reading.problem.vehicles.map((vehicle) => vehicle.id);
  const job = link.jobs[0] ?? '';
  if (link.kind === 'same-vehicle' && vehicleSets.length > 0 && !all.some((id) => jobsOf(id) === vehicleSets.length)) {
    defects.push({ rule: 'not-same-vehicle', job });
  }
  if (link.kind === 'different-vehicles' && all.some((id) => jobsOf(id) > 1)) {
    defects.push({ rule: 'not-different-vehicles', job });
  }
}

function checkGap(reading: PlanReading, link: Extract<Link, { kind: 'gap' }>, defects: PlanDefect[]): void {
  const first = servedVisits(reading, link.first);
  const second = servedVisits(reading, link.second);
  if (first.length === 0 || second.length === 0) return;
  // What is locked on both sides cannot be put right any more.
  if ([...first, ...second].every((visit) => visit.isLocked)) return;
  const endAt = Math.max(...first.map((visit) => visit.entry.startAt + serviceOf(visit)));
  const startAt = Math.min(...second.map((visit) => visit.entry.startAt));
  const gap = startAt - endAt;
  const atLeast = link.atLeast ?? -Infinity;
  const atMost = link.atMost ?? Infinity;
  if (isLater(atLeast, gap)) defects.push({ rule: 'gap-too-short', job: link.second, excess: atLeast - gap });
  if (isLater(gap, atMost)) defects.push({ rule: 'gap-too-long', job: link.second, excess: gap - atMost });
}

/** Seconds of the service: a vehicle may stay longer, but the stop ends with it. */
function serviceOf({ stop, vehicle }: VisitReading): number {
  return stop.durationByType?.[vehicle.type ?? ''] ?? stop.duration ?? 0;
}

/** The locked beginning of a route stands first, in its order and, where it has begun, at its time. */
export function checkLocks(reading: PlanReading, defects: PlanDefect[]): void {
  for (const vehicle of reading.problem.vehicles) {
    const locked = vehicle.locked ?? [];
    if (!locked.some((entry) => entry.kind === 'stop')) continue;
    const route = reading.routes.find((each) => each.vehicle.id === vehicle.id);
    if (!route || !isLockedRoute(route)) defects.push({ rule: 'lock-broken', vehicle: vehicle.id });
  }
}

function isLockedRoute(route: RouteReading): boolean {
  const beginning = route.entries.filter(({ entry }) => entry.kind === 'stop' || entry.kind === 'reload');
  return (route.vehicle.locked ?? []).every((lock, position) => {
    const entry = beginning[position]?.entry;
    if (!entry || entry.kind !== lock.kind) return false;
    const isSame = lock.kind === 'stop' ? entry.id === lock.stop : entry.place === lock.place;
    return isSame && (lock.startedAt === undefined || isSameTime(lock.startedAt, entry.startAt));
  });
}
