import { stopId, stopsOf } from '../problem.ts';
import type { Job } from '../problem.ts';
import { isSameTime } from './plan-defect.ts';
import type { PlanDefect } from './plan-defect.ts';
import type { PlanReading, VisitReading } from './plan-reading.ts';

/** Every job is served whole by those who may, or stands in the list of the unserved. */
export function checkJobs(reading: PlanReading, defects: PlanDefect[]): void {
  const unserved: string[] = [];
  for (const job of reading.problem.jobs) {
    const visits = visitsOf(reading, job);
    if (visits.length === 0) unserved.push(job.id);
    else checkServed(job, visits, defects);
  }
  const listed = reading.plan.unserved;
  if (listed.length !== unserved.length || listed.some((id, position) => id !== unserved[position])) {
    defects.push({ rule: 'unserved-list-wrong' });
  }
}

/** All visits of a job, in all routes. */
export function visitsOf(reading: PlanReading, job: Job): VisitReading[] {
  return reading.routes.flatMap((route) => route.visits.filter((visit) => visit.job.id === job.id));
}

function checkServed(job: Job, visits: readonly VisitReading[], defects: PlanDefect[]): void {
  const vehicles = new Set(visits.map((visit) => visit.vehicle.id));
  const units = job.kind === 'visit' ? (job.units ?? 1) : 1;
  for (const [index] of stopsOf(job).entries()) {
    const there = visits.filter((visit) => visit.index === index);
    const where = { job: job.id, stop: stopId(job, index) };
    if (there.length === 0) defects.push({ rule: 'job-partly-served', ...where });
    const sameVehicle = there.length > new Set(there.map((visit) => visit.vehicle.id)).size;
    if (sameVehicle || (units === 1 && there.length > 1)) defects.push({ rule: 'stop-twice', ...where });
  }
  if (units > 1 && vehicles.size !== units)
    defects.push({ rule: 'units-wrong', job: job.id, excess: vehicles.size - units });
  if (units > 1 && visits.some((visit) => !isSameTime(visit.entry.startAt, visits[0]!.entry.startAt))) {
    defects.push({ rule: 'units-not-together', job: job.id });
  }
  if (units === 1 && vehicles.size > 1) defects.push({ rule: 'job-in-several-vehicles', job: job.id });
  for (const visit of visits) checkMayServe(job, visit, defects);
}

function checkMayServe(job: Job, visit: VisitReading, defects: PlanDefect[]): void {
  if (visit.isLocked) return;
  const { vehicle } = visit;
  const where = { vehicle: vehicle.id, job: job.id, stop: visit.id };
  const lacks = (wanted: readonly string[] = [], has: readonly string[] = []) =>
    wanted.some((each) => !has.includes(each));
  if (lacks(job.skills, vehicle.skills)) defects.push({ rule: 'skill-missing', ...where });
  if (lacks(job.kit, vehicle.kit)) defects.push({ rule: 'kit-missing', ...where });
  if (job.vehicles && !job.vehicles.includes(vehicle.id)) defects.push({ rule: 'vehicle-not-allowed', ...where });
  if (job.notVehicles?.includes(vehicle.id)) defects.push({ rule: 'vehicle-forbidden', ...where });
}
